import { Compression, PMTiles, ResolvedValueCache, type Source, TileType } from 'pmtiles'
import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'
import type { ByteSource } from './ByteSource.ts'
import { inflateWithin } from './inflateWithin.ts'
import type { ArchiveFacts, TileAddress } from './LayerReader.ts'
import { isVectorTile } from './mvtTile.ts'
import { TileReader } from './TileReader.ts'
import { checkPicture } from './tilePicture.ts'
import { soundBounds } from './webMercator.ts'

/** Of one directory or tile, unpacked. */
const MOST_UNPACKED = 24 * 1024 * 1024

async function decompress(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return packed
  if (compression !== Compression.Gzip) throw new GeoRefusal('tile-kind', { kind: Compression[compression] ?? '' })
  return (await inflateWithin(new Uint8Array(packed), 'gzip', MOST_UNPACKED)).buffer
}

function sourceOf(bytes: ByteSource): Source {
  return {
    getKey: () => 'layer',
    getBytes: async (offset, length) => {
      const data = await bytes.read(offset, length)
      return { data: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) }
    },
  }
}

/** A PMTiles archive, version 3: vector tiles or pictures. Throws `GeoRefusal` where it is no archive that can be shown. */
export async function openPmtiles(bytes: ByteSource): Promise<{ reader: TileReader; facts: ArchiveFacts }> {
  const archive = new PMTiles(sourceOf(bytes), new ResolvedValueCache(64, undefined, decompress), decompress)
  const header = await asFault(archive.getHeader())
  const isVector = header.tileType === TileType.Mvt
  const isPicture = [TileType.Png, TileType.Jpeg, TileType.Webp].includes(header.tileType)
  if (!isVector && !isPicture) throw new GeoRefusal('tile-kind', { kind: TileType[header.tileType] ?? '' })
  const { minZoom, maxZoom } = header
  if (!(minZoom <= maxZoom && maxZoom <= 26)) throw new GeoRefusal('broken-archive')
  const metadata = (await asFault(archive.getMetadata())) as Record<string, unknown> | null
  const bounds = soundBounds(header.minLon, header.minLat, header.maxLon, header.maxLat)
  const sample = await asFault(sampleTile(archive, minZoom, bounds))
  if (sample !== null && isVector && !isVectorTile(sample)) throw new GeoRefusal('broken-archive')
  const facts: ArchiveFacts = {
    format: 'pmtiles',
    kind: isVector ? 'vector' : 'raster',
    title: textOf(metadata?.['name']) || null,
    bounds: [...bounds],
    minZoom,
    maxZoom,
    tileSize: isVector ? 512 : sample === null ? 256 : checkPicture(sample),
    features: null,
    vertices: null,
    areas: 0,
    losses: [],
    credit: textOf(metadata?.['attribution']),
  }
  return { reader: new TileReader({ bytesAt: (at) => tileIn(archive, at), isVector, close: () => {} }), facts }
}

async function tileIn(archive: PMTiles, { z, x, y }: TileAddress): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await asFault(archive.getZxy(z, x, y))
  return found === undefined ? null : new Uint8Array(found.data)
}

/** A tile amid the bounds at the lowest zoom, to look at. */
async function sampleTile(
  archive: PMTiles,
  z: number,
  [west, south, east, north]: readonly number[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const n = 2 ** z
  const x = Math.floor((((west ?? 0) + (east ?? 0)) / 2 / 360 + 0.5) * n)
  const sin = Math.sin(((((south ?? 0) + (north ?? 0)) / 2) * Math.PI) / 180)
  const y = Math.floor((0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * n)
  const found = await archive.getZxy(z, Math.min(n - 1, Math.max(0, x)), Math.min(n - 1, Math.max(0, y)))
  return found === undefined ? null : new Uint8Array(found.data)
}

/** What the library throws on a broken archive is the file's fault, but for bytes that cannot be had at all. */
async function asFault<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const isOther = error instanceof GeoRefusal || (error instanceof Error && error.name === 'SourceError')
    throw isOther ? error : new GeoRefusal('broken-archive')
  }
}

/** Archives name their sources in HTML. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&copy;/g, '©')
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}
