/** Pixels that the bar may be long. */
const LONGEST = 96
/** Of a screen of 96 pixels an inch, as CSS counts them. */
const METRES_PER_CSS_PIXEL = 0.0254 / 96

/** The longest bar for 1, 2 or 5 times a power of ten metres. */
export function scaleBarOf(metresPerPixel: number): { readonly pixels: number; readonly metres: number } {
  const most = LONGEST * metresPerPixel
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2, 1].find((times) => times * power <= most) ?? 1) * power
  return { pixels: metres / metresPerPixel, metres }
}

/** Denominator of the scale, to two figures: it holds only near the middle of the map. */
export function scaleOf(metresPerPixel: number): number {
  const exact = metresPerPixel / METRES_PER_CSS_PIXEL
  const power = 10 ** (Math.floor(Math.log10(exact)) - 1)
  return Math.round(exact / power) * power
}
