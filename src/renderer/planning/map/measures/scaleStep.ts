/** Steps to a doubling: what is of fixed size on screen is never off by more than a tenth. */
const STEPS = 4

/**
 * The nearest of the scales at which measures are worked out, metres per pixel. Between two of them a drawing is stretched
 * with the map, so that a wheel's turn asks for few of them, and the same ones again on the way back.
 */
export function scaleStep(metresPerPixel: number): number {
  return 2 ** (Math.round(Math.log2(metresPerPixel) * STEPS) / STEPS)
}
