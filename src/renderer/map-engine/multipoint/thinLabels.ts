import type { MultipointLabel } from './Multipoint.ts'

const METRES_PER_DEGREE = 111_320
/** Pixels between two labels of the same words. */
const APART = 180

/** Routes are named on each of their stretches: keeps one of those that stand close to each other. */
export function thinLabels(labels: readonly MultipointLabel[], metresPerPixel: number): readonly MultipointLabel[] {
  const kept: MultipointLabel[] = []
  for (const label of labels) {
    const isRepeated = kept.some(
      (other) => other.text === label.text && pixelsBetween(other, label, metresPerPixel) < APART,
    )
    // Single letters mark parts of a symbol, one each; words name the whole.
    if (label.text.length < 4 || !isRepeated) kept.push(label)
  }
  return kept
}

function pixelsBetween(a: MultipointLabel, b: MultipointLabel, metresPerPixel: number): number {
  const east = (a.at[0] - b.at[0]) * Math.cos((a.at[1] * Math.PI) / 180)
  return (Math.hypot(east, a.at[1] - b.at[1]) * METRES_PER_DEGREE) / metresPerPixel
}
