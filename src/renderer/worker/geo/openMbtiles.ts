import type { Database, SqlJsStatic } from 'sql.js'
import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'
import { toMegabytes } from '../../../domain/formats/geo/geoLimits.ts'
import { type ByteSource, readWhole } from './ByteSource.ts'
import { inflateWithin } from './inflateWithin.ts'
import type { ArchiveFacts, TileAddress } from './LayerReader.ts'
import { isVectorTile } from './mvtTile.ts'
import { textOf } from './openPmtiles.ts'
import { TileReader } from './TileReader.ts'
import { checkPicture } from './tilePicture.ts'
import { soundBounds } from './webMercator.ts'

/** SQLite holds the whole file in memory here, so larger ones are refused; PMTiles has no such bound. */
export const MBTILES_BYTES = 256 * 1024 * 1024
const MOST_UNPACKED = 24 * 1024 * 1024

/** An MBTiles file: an SQLite database of tiles, read by SQLite itself. Throws `GeoRefusal` where it is no archive that can be shown. */
export async function openMbtiles(
  bytes: ByteSource,
  onProgress: (fraction: number) => void = () => {},
): Promise<{ reader: TileReader; facts: ArchiveFacts }> {
  if (bytes.size > MBTILES_BYTES) {
    throw new GeoRefusal('archive-too-large', {
      megabytes: toMegabytes(bytes.size),
      limit: toMegabytes(MBTILES_BYTES),
    })
  }
  const whole = await readWhole(bytes, onProgress)
  const sql = await loadSqlite()
  const database = new sql.Database(whole)
  try {
    const facts = await factsOf(database)
    return {
      reader: new TileReader({
        bytesAt: (at) => tileIn(database, at),
        isVector: facts.kind === 'vector',
        close: () => database.close(),
      }),
      facts,
    }
  } catch (error) {
    database.close()
    throw error instanceof GeoRefusal ? error : new GeoRefusal('broken-archive')
  }
}

async function loadSqlite(): Promise<SqlJsStatic> {
  // The build without WebAssembly, which the content security policy does not allow.
  const { default: initSqlJs } = await import('sql.js/dist/sql-asm-memory-growth.js')
  return initSqlJs()
}

function rowsOf(database: Database, sql: string, values: number[] = []): unknown[][] {
  return database.exec(sql, values)[0]?.values ?? []
}

async function tileIn(database: Database, { z, x, y }: TileAddress): Promise<Uint8Array<ArrayBuffer> | null> {
  // Rows are counted from the south.
  const row = 2 ** z - 1 - y
  const found = rowsOf(
    database,
    'select tile_data from tiles where zoom_level = ? and tile_column = ? and tile_row = ? limit 1',
    [z, x, row],
  )[0]?.[0]
  return found instanceof Uint8Array ? unpacked(new Uint8Array(found)) : null
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return inflateWithin(bytes, 'gzip', MOST_UNPACKED)
  return bytes
}

async function factsOf(database: Database): Promise<ArchiveFacts> {
  // A view may compute without end where a table only stores.
  const shapes = rowsOf(database, "select type, lower(sql) from sqlite_master where name in ('tiles', 'metadata')")
  if (shapes.some(([, sql]) => String(sql).includes('recursive'))) throw new GeoRefusal('broken-archive')
  const metadata = new Map(
    rowsOf(database, 'select name, value from metadata limit 200').map(([name, value]) => [
      String(name),
      String(value),
    ]),
  )
  const [zooms] = rowsOf(database, 'select min(zoom_level), max(zoom_level) from tiles')
  const [minZoom, maxZoom] = [Number(zooms?.[0] ?? Number.NaN), Number(zooms?.[1] ?? Number.NaN)]
  if (!(Number.isInteger(minZoom) && Number.isInteger(maxZoom) && minZoom >= 0 && maxZoom <= 26)) {
    throw new GeoRefusal('broken-archive')
  }
  const first = rowsOf(database, 'select tile_data from tiles limit 1')[0]?.[0]
  if (!(first instanceof Uint8Array)) throw new GeoRefusal('broken-archive')
  const sample = await unpacked(new Uint8Array(first))
  const isVector = ['pbf', 'mvt'].includes(metadata.get('format') ?? '')
  if (isVector && !isVectorTile(sample)) throw new GeoRefusal('broken-archive')
  return {
    format: 'mbtiles',
    kind: isVector ? 'vector' : 'raster',
    title: textOf(metadata.get('name')) || null,
    bounds: [
      ...soundBounds(...((metadata.get('bounds') ?? '').split(',').slice(0, 4) as [string, string, string, string])),
    ],
    minZoom,
    maxZoom,
    tileSize: isVector ? 512 : checkPicture(sample),
    features: null,
    vertices: null,
    areas: 0,
    losses: [],
    credit: textOf(metadata.get('attribution')),
  }
}
