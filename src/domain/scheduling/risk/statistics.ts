/** Two-sided 95 %. */
const Z = 1.959_963_984_540_054

/** A value with the bounds within which the true one lies in 95 of 100 such simulations. */
export interface Estimated {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Share of `runs` in which something held, with Wilson's interval (1927), good near 0 and 1 too. */
export function shareOf(held: number, runs: number): Estimated {
  if (runs === 0) return { value: 0, low: 0, high: 1 }
  const p = held / runs
  const z2 = Z * Z
  const middle = (p + z2 / (2 * runs)) / (1 + z2 / runs)
  const half = (Z / (1 + z2 / runs)) * Math.sqrt((p * (1 - p)) / runs + z2 / (4 * runs * runs))
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** The mean, with the interval of the normal. */
export function meanWith(sum: number, squares: number, runs: number): Estimated {
  const value = sum / runs
  const variance = runs > 1 ? Math.max(0, (squares - sum * value) / (runs - 1)) : 0
  const half = Z * Math.sqrt(variance / runs)
  return { value, low: value - half, high: value + half }
}

/**
 * Quantiles of unsorted values, each with the interval that the ranks of the binomial give it; the values stay as they
 * are. The quantile at p is the smallest value that a share p does not exceed.
 */
export function quantilesOf(values: Float32Array, shares: readonly number[]): readonly Estimated[] {
  const runs = values.length
  if (runs === 0) return shares.map(() => ({ value: 0, low: 0, high: 0 }))
  const rankAt = rankFinder(values)
  return shares.map((p) => {
    const half = Z * Math.sqrt(runs * p * (1 - p))
    const rank = (r: number): number => rankAt(Math.min(runs - 1, Math.max(0, Math.ceil(r) - 1)))
    return { value: rank(p * runs), low: rank(p * runs - half), high: rank(p * runs + half) }
  })
}

const BINS = 1_024

/** The value of any rank, from 0: values are counted into bins once, and only the bin that holds the rank is sorted. */
function rankFinder(values: Float32Array): (rank: number) => number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i += 1) {
    const v = values[i] as number
    if (v < low) low = v
    if (v > high) high = v
  }
  if (!(high > low)) return () => low
  const scale = (BINS - 1) / (high - low)
  const counts = new Int32Array(BINS)
  for (let i = 0; i < values.length; i += 1) {
    const bin = (((values[i] as number) - low) * scale) | 0
    counts[bin] = (counts[bin] as number) + 1
  }
  const sorted = new Map<number, Float32Array>()
  return (rank) => {
    let bin = 0
    let before = 0
    while (bin < BINS - 1 && before + (counts[bin] as number) <= rank) {
      before += counts[bin] as number
      bin += 1
    }
    let inside = sorted.get(bin)
    if (inside === undefined) {
      inside = new Float32Array(counts[bin] as number)
      let n = 0
      for (let i = 0; i < values.length; i += 1) {
        const v = values[i] as number
        if ((((v - low) * scale) | 0) === bin) inside[n++] = v
      }
      inside.sort()
      sorted.set(bin, inside)
    }
    return inside[rank - before] ?? high
  }
}
