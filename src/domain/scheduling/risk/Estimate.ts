/** Three points of an estimate, in one unit of time: `optimistic <= likely <= pessimistic`. */
export interface Estimate {
  readonly optimistic: number
  readonly likely: number
  readonly pessimistic: number
}

/**
 * How an estimate becomes a distribution. `pert`: the beta of PERT, mean (o + 4 l + p) / 6 (Malcolm et al. 1959, with the
 * usual weight of 4); `triangular`: the straight-sided one between the same points.
 */
export type EstimateShape = 'pert' | 'triangular'

/** Steps of a table of the beta's quantiles; between them the line is straight. */
const STEPS = 1_024
/** Steps in which the beta is summed. */
const SLICES = 4_096

/**
 * Quantiles of an estimate on 0 to 1, as a table of `STEPS + 1` values at equal steps of probability. Of the triangular
 * one, which has a formula, only the turn is needed.
 */
export class QuantileTable {
  readonly values: Float64Array

  constructor(likely: number, shape: EstimateShape) {
    this.values = shape === 'triangular' ? triangular(likely) : beta(1 + 4 * likely, 5 - 4 * likely)
  }

  /** The value at a probability of 0 to 1, exclusive of 1. */
  at(probability: number): number {
    const place = probability * STEPS
    const step = place | 0
    const low = this.values[step] ?? 0
    return low + (place - step) * ((this.values[step + 1] ?? 1) - low)
  }
}

/** Mean of an estimate under a shape, exact. */
export function meanOf({ optimistic, likely, pessimistic }: Estimate, shape: EstimateShape): number {
  return shape === 'pert' ? (optimistic + 4 * likely + pessimistic) / 6 : (optimistic + likely + pessimistic) / 3
}

function triangular(mode: number): Float64Array {
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => {
    const p = i / STEPS
    return p <= mode ? Math.sqrt(p * mode) : 1 - Math.sqrt((1 - p) * (1 - mode))
  })
}

/** Quantiles of the beta with both parameters from 1 to 5: its density summed by the middle of each slice, then inverted. */
function beta(a: number, b: number): Float64Array {
  const sums = new Float64Array(SLICES + 1)
  for (let i = 0; i < SLICES; i += 1) {
    const x = (i + 0.5) / SLICES
    sums[i + 1] = (sums[i] ?? 0) + x ** (a - 1) * (1 - x) ** (b - 1)
  }
  const total = sums[SLICES] ?? 1
  const values = new Float64Array(STEPS + 1)
  let slice = 0
  for (let i = 0; i <= STEPS; i += 1) {
    const wanted = (i / STEPS) * total
    while (slice < SLICES - 1 && (sums[slice + 1] ?? total) < wanted) slice += 1
    const low = sums[slice] ?? 0
    const width = (sums[slice + 1] ?? total) - low
    values[i] = (slice + (width > 0 ? Math.min(1, (wanted - low) / width) : 0)) / SLICES
  }
  return values
}
