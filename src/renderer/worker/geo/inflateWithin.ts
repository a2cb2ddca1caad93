import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'

/** Unpacks gzip (or zlib), up to a number of bytes: a small bomb in an archive does not fill the memory. */
export async function inflateWithin(
  packed: Uint8Array<ArrayBuffer>,
  kind: 'gzip' | 'deflate',
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(kind)).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > maxBytes) throw new GeoRefusal('inflates', { limit: `${Math.round(maxBytes / 1_048_576)} MB` })
      parts.push(value)
    }
  } catch (error) {
    await reader.cancel().catch(() => {})
    if (error instanceof GeoRefusal) throw error
    throw new GeoRefusal('broken-archive')
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
