import { gzipSync, zlibSync } from 'fflate'
import { PbfWriter } from 'pbf'
import initSqlJs from 'sql.js/dist/sql-asm-memory-growth.js'
import { zxyToTileId } from 'pmtiles'

interface TileOf {
  readonly z: number
  readonly x: number
  readonly y: number
  readonly bytes: Uint8Array
}

/** A Mapbox vector tile: one layer with a point amid it (named) and a square area. */
export function vectorTile(name: string): Uint8Array {
  const zigzag = (n: number): number => (n << 1) ^ (n >> 31)
  const feature = (type: number, geometry: number[], tags: number[]) => (_: unknown, writer: PbfWriter) => {
    writer.writePackedVarint(2, tags)
    writer.writeVarintField(3, type)
    writer.writePackedVarint(4, geometry)
  }
  const move = (x: number, y: number): number[] => [9, zigzag(x), zigzag(y)]
  const square = [...move(1_000, 1_000), 26, zigzag(500), 0, 0, zigzag(500), zigzag(-500), 0, 15]
  const tile = new PbfWriter()
  tile.writeMessage(
    3,
    (_: unknown, layer: PbfWriter) => {
      layer.writeVarintField(15, 2)
      layer.writeStringField(1, 'places')
      layer.writeMessage(2, feature(1, move(2_048, 2_048), [0, 0]), null)
      layer.writeMessage(2, feature(3, square, [0, 0]), null)
      layer.writeStringField(3, 'name')
      layer.writeMessage(4, (_value: unknown, value: PbfWriter) => value.writeStringField(1, name), null)
      layer.writeVarintField(5, 4_096)
    },
    null,
  )
  return tile.finish()
}

/** A PMTiles archive, version 3, with one directory. */
export function pmtilesArchive(
  tiles: readonly TileOf[],
  { type, metadata, gzip }: { type: number; metadata: object; gzip: boolean },
): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder()
  const sorted = tiles
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes: gzip ? gzipSync(bytes) : bytes }))
    .sort((a, b) => a.id - b.id)
  const directory = new PbfWriter()
  directory.writeVarint(sorted.length)
  let last = 0
  for (const { id } of sorted) {
    directory.writeVarint(id - last)
    last = id
  }
  for (const _ of sorted) directory.writeVarint(1)
  for (const { bytes } of sorted) directory.writeVarint(bytes.length)
  for (const index of sorted.keys()) directory.writeVarint(index === 0 ? 1 : 0)
  const root = gzipSync(directory.finish())
  const json = gzipSync(text.encode(JSON.stringify(metadata)))
  const data = sorted.flatMap(({ bytes }) => [...bytes])
  const header = new DataView(new ArrayBuffer(127))
  new Uint8Array(header.buffer).set(text.encode('PMTiles'))
  header.setUint8(7, 3)
  const long = (at: number, value: number): void => header.setBigUint64(at, BigInt(value), true)
  long(8, 127)
  long(16, root.length)
  long(24, 127 + root.length)
  long(32, json.length)
  long(40, 127 + root.length + json.length)
  long(48, 0)
  long(56, 127 + root.length + json.length)
  long(64, data.length)
  for (const at of [72, 80, 88]) long(at, sorted.length)
  const zooms = tiles.map(({ z }) => z)
  header.setUint8(96, 1)
  header.setUint8(97, 2)
  header.setUint8(98, gzip ? 2 : 1)
  header.setUint8(99, type)
  header.setUint8(100, Math.min(...zooms))
  header.setUint8(101, Math.max(...zooms))
  for (const [at, degrees] of [
    [102, -75],
    [106, -14],
    [110, -72],
    [114, -11],
  ] as const)
    header.setInt32(at, degrees * 1e7, true)
  return Uint8Array.from([...new Uint8Array(header.buffer), ...root, ...json, ...data])
}

/** An MBTiles file as SQLite writes it; `also` runs on the database at the end. */
export async function mbtilesFile(
  tiles: readonly TileOf[],
  metadata: Readonly<Record<string, string>>,
  also = '',
): Promise<Uint8Array<ArrayBuffer>> {
  const sql = await initSqlJs()
  const database = new sql.Database()
  database.exec('create table metadata (name text, value text)')
  database.exec('create table tiles (zoom_level int, tile_column int, tile_row int, tile_data blob)')
  for (const entry of Object.entries(metadata)) database.run('insert into metadata values (?, ?)', [...entry])
  for (const { z, x, y, bytes } of tiles) {
    database.run('insert into tiles values (?, ?, ?, ?)', [z, x, 2 ** z - 1 - y, bytes])
  }
  if (also !== '') database.exec(also)
  const bytes = new Uint8Array(database.export())
  database.close()
  return bytes
}

/** A PNG of one colour, with an opaque red, green and blue of 0 to 255. */
export function png(side: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const row = [0, ...Array.from({ length: side }, () => [red, green, blue]).flat()]
  const pixels = zlibSync(Uint8Array.from(Array.from({ length: side }, () => row).flat()))
  const chunk = (name: string, data: Uint8Array): number[] => {
    const body = [...new TextEncoder().encode(name), ...data]
    const whole = new DataView(new ArrayBuffer(8 + body.length))
    whole.setUint32(0, data.length)
    new Uint8Array(whole.buffer).set(body, 4)
    whole.setUint32(4 + body.length, crc(body))
    return [...new Uint8Array(whole.buffer)]
  }
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, side)
  head.setUint32(4, side)
  head.setUint8(8, 8)
  head.setUint8(9, 2)
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', new Uint8Array(head.buffer)),
    ...chunk('IDAT', pixels),
    ...chunk('IEND', new Uint8Array(0)),
  ])
}

function crc(bytes: readonly number[]): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** Small bytes that unpack to many: a bomb. */
export function gzipBomb(megabytes: number): Uint8Array {
  return gzipSync(new Uint8Array(megabytes * 1024 * 1024))
}
