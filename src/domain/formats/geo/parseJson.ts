import { GeoRefusal } from './GeoFault.ts'
import { GEO_LIMITS } from './geoLimits.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Counts brackets before anything is built of them: a file of nothing but brackets would else take some fifty times its
 * own size of memory.
 */
export function scanJson(bytes: Uint8Array): void {
  let depth = 0
  let lists = 0
  let isText = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (isText) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) isText = false
    } else if (byte === QUOTE) isText = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth++
      lists++
      if (depth > GEO_LIMITS.nesting) throw new GeoRefusal('too-deep', { limit: GEO_LIMITS.nesting })
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--
  }
  // Every vertex opens one bracket, every feature a handful.
  const most = GEO_LIMITS.vertices * 1.2 + GEO_LIMITS.features * 8
  if (lists > most) throw new GeoRefusal('too-many-vertices', { limit: GEO_LIMITS.vertices })
  if (depth > 0 || isText) throw new GeoRefusal('truncated')
}

/** One JSON text, or one a line (also after a record separator, RFC 8142): then a list of them. */
export function parseJson(text: string): { readonly kind: 'one' | 'lines'; readonly values: readonly unknown[] } {
  const whole = tryParse(text)
  if (whole !== undefined) return { kind: 'one', values: [whole] }
  const lines = text.split('\n').map((line) => line.replaceAll('\u001e', '').trim())
  const values: unknown[] = []
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const value = tryParse(line)
    if (value === undefined) throw new GeoRefusal('broken-json', { line: index + 1 })
    values.push(value)
  }
  return { kind: 'lines', values }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
