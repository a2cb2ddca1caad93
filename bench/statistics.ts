import type { Figure } from './rows.ts'

/** The value that a share of the sample (0 to 1) does not exceed: nearest rank. */
export function percentile(sample: readonly number[], share: number): Figure {
  const sorted = sample.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return { value, runs: sample.length }
}

export const median = (sample: readonly number[]): Figure => percentile(sample, 0.5)

export const largest = (sample: readonly number[]): Figure => percentile(sample, 1)

export const toMegabytes = (bytes: number): number => bytes / 1024 / 1024
