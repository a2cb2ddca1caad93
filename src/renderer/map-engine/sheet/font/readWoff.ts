/** Tables of a font by their four letters. */
export type FontTables = ReadonlyMap<string, Uint8Array>

const SIGNATURE = 0x774f4646
const HEADER = 44
const ENTRY = 20

/** Tables of a WOFF 1 file, inflated. Throws on anything else: the program's own fonts are the only ones read. */
export async function readWoff(bytes: Uint8Array): Promise<FontTables> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== SIGNATURE) throw new Error('not a WOFF file')
  const count = view.getUint16(12)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < count; i++) {
    const at = HEADER + i * ENTRY
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    const offset = view.getUint32(at + 4)
    const packed = view.getUint32(at + 8)
    const length = view.getUint32(at + 12)
    const part = bytes.subarray(offset, offset + packed)
    const table = packed < length ? await inflate(part) : part.slice()
    if (table.length !== length) throw new Error(`table ${tag} is ${table.length} bytes, not ${length}`)
    tables.set(tag, table)
  }
  return tables
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
