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

export interface SymbolDrawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  /** Where the middle of the frame lies, from the upper left. */
  readonly anchor: readonly [number, number]
}

/**
 * A symbol by MIL-STD-2525D as an SVG document; null for a code that is none. `size` is milsymbol's: the frame of a friendly
 * unit is 1.5 times as wide and as high as it says; `strokeWidth` counts in the symbol's 200 units.
 */
export function symbolDrawing(code: string, size: number, strokeWidth: number, inks: SymbolInks): SymbolDrawing | null {
  if (symbolFault(code) !== null) return null
  const symbol = new milsymbol.Symbol(code, { size, strokeWidth, colorMode: inks.colorMode })
  if (symbol.isValid() !== true) return null
  const { width, height } = symbol.getSize()
  const { x, y } = symbol.getAnchor()
  return { svg: recolour(symbol.asSVG(), inks), width, height, anchor: [x, y] }
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
