import type { Pace } from './Pace.ts'

/**
 * Members that a crowded search should have now: 42 at the beginning of 5,000 schedules, twice as many for each
 * eightfold budget, and fewer in proportion to what is spent of it.
 */
export function membersFor(pace: Pace): number {
  const expected = Math.min(Math.max(pace.expected(), 100), 5_000_000)
  return 42 * (expected / 5_000) ** 0.33 * (1 - pace.share())
}
