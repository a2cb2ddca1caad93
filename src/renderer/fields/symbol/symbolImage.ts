import milsymbol from 'milsymbol'
import { symbolFault } from '../../../domain/records/symbolCode.ts'

/** Colours a symbol is drawn with; `null` keeps those of the standard. */
export interface SymbolInks {
  /** Tells inks apart in the cache. */
  readonly key: string
  /** milsymbol's own set of fills. */
  readonly colorMode: 'Light' | 'Dark'
  /** Frame, icon, echelon. */
  readonly line: string | null
  /** Gaps of dashed frames, white parts. */
  readonly gap: string | null
  /** Fill of the frame. */
  readonly fill: string | null
}

const MOST_KEPT = 2_000
const images = new Map<string, string | null>()

/** Thicker lines where the symbol is small, in units of the symbol's 200. */
const THICK = 6
const THIN = 4
const SMALL_PIXELS = 32

/**
 * A symbol as the address of an image, which the content security policy allows and the browser caches decoded; null for
 * a code that is none. Kept per code, inks and thickness: at 5,000 units a few dozen differ.
 */
export function symbolImage(code: string, pixels: number, inks: SymbolInks): string | null {
  const strokeWidth = pixels < SMALL_PIXELS ? THICK : THIN
  const key = `${code} ${strokeWidth} ${inks.key}`
  const known = images.get(key)
  if (known !== undefined) return known
  if (images.size >= MOST_KEPT) images.clear()
  const drawn = draw(code, strokeWidth, inks)
  images.set(key, drawn)
  return drawn
}

/** Whether milsymbol knows entity and modifiers of a code that is well formed. */
export function isKnownSymbol(code: string): boolean {
  return symbolFault(code) === null && new milsymbol.Symbol(code).isValid() === true
}

function draw(code: string, strokeWidth: number, inks: SymbolInks): string | null {
  if (symbolFault(code) !== null) return null
  const symbol = new milsymbol.Symbol(code, { size: 100, strokeWidth, colorMode: inks.colorMode })
  if (symbol.isValid() !== true) return null
  return `data:image/svg+xml,${encodeURIComponent(recolour(symbol.asSVG(), inks))}`
}

/** milsymbol draws with names and rgb(): black lines, nearly white gaps, one fill. */
function recolour(svg: string, { line, gap, fill }: SymbolInks): string {
  return svg.replace(/(stroke|fill)="([^"]*)"/g, (whole: string, attribute: string, colour: string) => {
    if (colour === 'none') return whole
    const own = colour === 'black' ? line : isNearWhite(colour) ? gap : fill
    return own === null ? whole : `${attribute}="${own}"`
  })
}

function isNearWhite(colour: string): boolean {
  const channels = colour.match(/\d+/g)?.map(Number) ?? []
  return colour === 'white' || (channels.length >= 3 && channels.slice(0, 3).every((c) => c > 230))
}
