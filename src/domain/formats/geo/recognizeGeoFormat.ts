import type { GeoFormat } from './GeoLayerData.ts'

/** JSON and XML are told apart inside by what they hold. */
export type RecognizedFormat = GeoFormat | 'json' | 'xml' | 'shapefile' | null

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && Array.from(text).every((letter, i) => bytes[i] === letter.charCodeAt(0))

/** What a file is, by how it begins; its name does not count. The first 64 bytes are enough. */
export function recognizeGeoFormat(bytes: Uint8Array): RecognizedFormat {
  if (startsWith(bytes, 'PMTiles')) return 'pmtiles'
  if (startsWith(bytes, 'SQLite format 3\0')) return 'mbtiles'
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*') || startsWith(bytes, 'II+\0')) return 'geotiff'
  if (startsWith(bytes, 'MM\0+')) return 'geotiff'
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return 'kmz'
  if (startsWith(bytes, '\0\0\u0027\u000a')) return 'shapefile'
  const sign = firstSign(bytes)
  if (sign === '{' || sign === '[' || sign === '\u001e') return 'json'
  return sign === '<' ? 'xml' : null
}

/** Past byte order marks, white space and the zero bytes of UTF-16. */
function firstSign(bytes: Uint8Array): string | null {
  for (const byte of bytes.subarray(0, 4_096)) {
    const isPassedOver = byte === 0 || byte >= 0x80 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
    if (!isPassedOver) return String.fromCharCode(byte)
  }
  return null
}
