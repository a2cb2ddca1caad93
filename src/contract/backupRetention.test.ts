import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupFileName, backupWrittenAt, DAYS_KEPT, expiredBackups, NEWEST_KEPT } from './backupRetention.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const now = Date.UTC(2023, 1, 14, 17, 0)

const moments = fc.array(fc.integer({ min: now - 40 * DAY, max: now }), { maxLength: 60 })

function kept(written: readonly number[], at: number): number[] {
  const expired = new Set(expiredBackups(written, at))
  return [...new Set(written)].filter((moment) => !expired.has(moment)).sort((a, b) => b - a)
}

test('a file name tells its moment to the millisecond, and nothing else is taken for one', () => {
  expect(backupFileName(now)).toBe('20230214T170000000Z.valles')
  fc.assert(fc.property(moments, (all) => all.every((moment) => backupWrittenAt(backupFileName(moment)) === moment)))
  for (const other of ['plan.valles', '20230214T170000000Z.valles.tmp', '20230231T170000000Z.valles', '', '..'])
    expect(backupWrittenAt(other)).toBeNull()
})

test('the newest ten stay, whatever their age', () => {
  const old = Array.from({ length: 12 }, (_, index) => now - 100 * DAY - index * HOUR)
  expect(expiredBackups(old, now)).toEqual(old.slice(NEWEST_KEPT))
})

test('of a busy fortnight the newest of each day stays', () => {
  const hourly = Array.from({ length: 24 * 20 }, (_, index) => now - index * HOUR)
  const stayed = kept(hourly, now)
  const days = new Set(stayed.map((moment) => Math.floor(moment / DAY)))
  expect(days.size).toBe(DAYS_KEPT)
  // Ten of today, and the last one (23:00 UTC) of each of the thirteen days before.
  expect(stayed).toHaveLength(NEWEST_KEPT + DAYS_KEPT - 1)
  expect(stayed.slice(NEWEST_KEPT).every((moment) => new Date(moment).getUTCHours() === 23)).toBe(true)
})

test('always: at most 24 stay, the newest ten among them, and dropping the others changes nothing more', () => {
  fc.assert(
    fc.property(moments, (all) => {
      const stayed = kept(all, now)
      const newest = [...new Set(all)].sort((a, b) => b - a).slice(0, NEWEST_KEPT)
      expect(stayed.length).toBeLessThanOrEqual(NEWEST_KEPT + DAYS_KEPT)
      expect(stayed.slice(0, newest.length)).toEqual(newest)
      expect(expiredBackups(stayed, now)).toEqual([])
    }),
  )
})

test('a backup written today stays even where a wrong clock left many in the future', () => {
  const future = Array.from({ length: 30 }, (_, index) => now + 400 * DAY + index * HOUR)
  expect(kept([...future, now], now)).toContain(now)
})
