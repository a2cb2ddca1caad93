import milsymbol from 'milsymbol'
import { symbolFault } from '../../../domain/records/symbolCode.ts'
import { symbolDrawing, type SymbolInks } from './symbolDrawing.ts'

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
  const drawing = symbolDrawing(code, 100, strokeWidth, inks)
  const image = drawing === null ? null : `data:image/svg+xml,${encodeURIComponent(drawing.svg)}`
  images.set(key, image)
  return image
}

/** Whether milsymbol knows entity and modifiers of a code that is well formed. */
export function isKnownSymbol(code: string): boolean {
  return symbolFault(code) === null && new milsymbol.Symbol(code).isValid() === true
}
