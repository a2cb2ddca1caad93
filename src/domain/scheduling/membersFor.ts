import type { Pace } from './Pace.ts'

/** Members of a crowded search by the schedules it may make: 28 at 5,000, and twice as many for each eightfold. */
export function membersFor(pace: Pace): number {
  const expected = Math.min(Math.max(pace.expected(), 100), 5_000_000)
  return Math.max(8, Math.round(28 * (expected / 5_000) ** 0.33))
}
