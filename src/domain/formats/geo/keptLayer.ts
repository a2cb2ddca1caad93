import type { GeoLayerData } from './GeoLayerData.ts'

/** Of the way layers are kept converted, so that their file is not needed any more. */
const KEPT_VERSION = 1

/** The layer as bytes; `decodeKeptLayer` gives it back. */
export function encodeKeptLayer(data: GeoLayerData): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ version: KEPT_VERSION, data }))
}

/** null: bytes that this program did not write, or of another version of it. */
export function decodeKeptLayer(bytes: Uint8Array): GeoLayerData | null {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
  if (typeof read !== 'object' || read === null || !('version' in read) || !('data' in read)) return null
  return read.version === KEPT_VERSION ? (read.data as GeoLayerData) : null
}
