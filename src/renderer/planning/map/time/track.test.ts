import { expect, test } from 'vitest'
import { DAY } from '../../../../domain/time/planTime.ts'
import { type LightTrack, lightTrack } from './lightTrack.ts'
import { trackTicks } from './trackTicks.ts'

/** 030600R ENE 23. */
const clock = { hHour: Date.UTC(2023, 0, 3, 11), timeZone: 'America/Lima', language: 'es' } as const

test("ticks stand at round times of the plan's zone and far enough apart", () => {
  const label = (days: number, width: number): string[] =>
    trackTicks({ from: 0, to: days * DAY }, width, clock).map((tick) => tick.label)
  expect(label(1, 1_000)).toContain('1200')
  expect(label(7, 800)).toEqual(['04 ENE', '05 ENE', '06 ENE', '07 ENE', '08 ENE', '09 ENE', '10 ENE'])
  expect(label(365, 800).slice(0, 3)).toEqual(['FEB 23', 'MAR 23', 'ABR 23'])
  expect(label(3_650, 800).length).toBeLessThan(14)
})

test('midnight of the zone is where its tick stands', () => {
  const [first] = trackTicks({ from: 0, to: 7 * DAY }, 800, clock)
  expect(first?.minute).toBe(18 * 60)
})

const made = (days: number, width: number): LightTrack => {
  const track: LightTrack = { bands: [], moons: [] }
  for (const _ of lightTrack(track, [-73.8, -12.5], { from: 0, to: days * DAY }, width, clock)) continue
  return track
}

test('wide days have their nights and the hours of the moon; bands follow each other without a gap', () => {
  const { bands, moons } = made(7, 800)
  expect(bands.filter((band) => band.kind === 'day')).toHaveLength(8)
  expect(bands.slice(1).map((band) => band.from)).toEqual(bands.slice(0, -1).map((band) => band.to))
  expect(moons.length).toBeGreaterThan(6)
})

test('narrow days show the moon alone, through all its light', () => {
  const { bands, moons } = made(365, 800)
  expect(bands).toEqual([])
  expect(moons.length).toBeGreaterThan(360)
  const fractions = moons.map((moon) => moon.fraction)
  expect(Math.min(...fractions)).toBeLessThan(0.02)
  expect(Math.max(...fractions)).toBeGreaterThan(0.98)
})
