import { Body, Equator, Horizon, Illumination, Observer, SearchAltitude, SearchRiseSet } from 'astronomy-engine'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../records/common.ts'
import { altitudeOf, moonFraction } from './ephemeris.ts'
import { lightAt, type LightDay, lightOfDay, MOON_PHASES } from './light.ts'
import { zerosOf } from './zeros.ts'

const LIMA = 'America/Lima'
const valley: Position = [-73.8, -12.5]

const clock = (instant: number | null): string =>
  instant === null
    ? 'none'
    : new Date(Math.round(instant / 60_000) * 60_000 - 5 * 3_600_000).toISOString().slice(11, 16)

function day(position: Position, iso: string, zone = LIMA): LightDay {
  const found = lightOfDay(position, Date.parse(`${iso}T17:00:00Z`), zone)
  if (found === null) throw new Error('no light that day')
  return found
}

/** Astropy and astronomy-engine agree on these to the minute; some shift by one where half a minute is rounded. */
test.each([
  ['2026-03-21', '05:13', '05:59', '18:05', '18:50', '08:16', '20:07', 0.062],
  ['2026-06-21', '05:25', '06:15', '17:38', '18:28', '11:43', 'none', 0.428],
  ['2026-11-05', '04:32', '05:20', '17:56', '18:44', '02:38', '15:04', 0.167],
])('the valley on %s', (iso, bmnt, sunrise, sunset, eent, moonrise, moonset, fraction) => {
  const found = day(valley, iso)
  expect(minutesApart([found.bmnt, found.sunrise, found.sunset, found.eent], [bmnt, sunrise, sunset, eent])).toEqual([])
  expect(minutesApart([found.moonrise, found.moonset], [moonrise, moonset])).toEqual([])
  expect(found.moon.fraction).toBeCloseTo(fraction, 3)
})

/** The times that are more than a minute from what they should be. */
function minutesApart(found: readonly (number | null)[], wanted: readonly string[]): string[] {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return found.flatMap((instant, i) => {
    const [is, should] = [clock(instant), wanted[i] ?? '']
    const isRight = is === should || (instant !== null && Math.abs(minutes(is) - minutes(should)) <= 1)
    return isRight ? [] : [`${is} instead of ${should}`]
  })
}

test('civil twilight lies between nautical twilight and the sun', () => {
  const { bmnt, bmct, sunrise, sunset, eect, eent, bands } = day(valley, '2026-03-21')
  const times = [bmnt, bmct, sunrise, sunset, eect, eent].map((t) => t ?? 0)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(bands.map((b) => b.kind)).toEqual(['night', 'nautical', 'civil', 'day', 'civil', 'nautical', 'night'])
})

test('beyond the polar circle a day has no sunrise, or no night', () => {
  const summer = day([20, 75], '2026-06-21', 'UTC')
  expect([summer.sunrise, summer.sunset, summer.bmnt, summer.eent]).toEqual([null, null, null, null])
  expect(summer.bands.map((b) => b.kind)).toEqual(['day'])
  const winter = day([20, 75], '2026-12-21', 'UTC')
  expect([winter.sunrise, winter.sunset]).toEqual([null, null])
  expect(winter.bmnt).not.toBeNull()
  expect(new Set(winter.bands.map((b) => b.kind))).toEqual(new Set(['night', 'nautical']))
  expect(day([0, 90], '2026-06-21', 'UTC').bands.map((b) => b.kind)).toEqual(['day'])
  expect(day([0, -90], '2026-06-21', 'UTC').bands.map((b) => b.kind)).toEqual(['night'])
})

test('bands and the moon cover the day without gap, and agree with the light at any instant of it', () => {
  const position = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -72, max: 72, noNaN: true }),
  )
  const instants = fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 })
  fc.assert(
    fc.property(position, instants, fc.constantFrom(LIMA, 'UTC', 'Europe/Madrid'), ([lon, lat], second, zone) => {
      const at: Position = [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100]
      const instant = second * 1000
      const found = lightOfDay(at, instant, zone)
      const now = lightAt(at, instant)
      if (found === null || now === null) throw new Error('no light')
      expect(found.bands[0]?.from).toBe(found.from)
      expect(found.bands.at(-1)?.to).toBe(found.to)
      expect(found.bands.every((b, i) => i === 0 || found.bands[i - 1]?.to === b.from)).toBe(true)
      const isNear = (t: number): boolean => Math.abs(t - instant) < 2_000
      const band = found.bands.find((b) => b.from <= instant && instant < b.to)
      const edges = [...found.bands, ...found.moonUp].flatMap((b) => [b.from, b.to])
      fc.pre(!edges.some(isNear))
      expect(band?.kind).toBe(now.kind)
      expect(found.moonUp.some((s) => s.from <= instant && instant < s.to)).toBe(now.isMoonUp)
    }),
    { numRuns: 300 },
  )
})

test('agrees with astronomy-engine’s own searches within two seconds', () => {
  for (let i = 0; i < 60; i += 1) {
    const position: Position = [((i * 67) % 360) - 180, ((i * 31) % 120) - 60]
    const from = Date.UTC(2020 + (i % 20), i % 12, 1 + (i % 28))
    const found = lightOfDay(position, from, 'UTC')
    const observer = new Observer(position[1], position[0], 0)
    const start = new Date(from)
    const theirs = [
      SearchAltitude(Body.Sun, observer, 1, start, 1, -12),
      SearchAltitude(Body.Sun, observer, -1, start, 1, -6),
      SearchRiseSet(Body.Sun, observer, 1, start, 1),
      SearchRiseSet(Body.Sun, observer, -1, start, 1),
      SearchRiseSet(Body.Moon, observer, 1, start, 1),
      SearchRiseSet(Body.Moon, observer, -1, start, 1),
    ].map((time) => time?.date.getTime() ?? null)
    const ours = [found?.bmnt, found?.eect, found?.sunrise, found?.sunset, found?.moonrise, found?.moonset]
    const apart = ours.map((t, n) => Math.abs((t ?? 0) - (theirs[n] ?? 0)))
    expect(Math.max(...apart), `${position.join(' ')} ${start.toISOString()}`).toBeLessThan(2_000)
  }
})

test('heights and the lit share agree with astronomy-engine', () => {
  for (let i = 0; i < 200; i += 1) {
    const position: Position = [((i * 37) % 360) - 180, ((i * 17) % 180) - 90]
    const date = new Date(Date.UTC(2023, 0, 1) + i * 40_000_003)
    const observer = new Observer(position[1], position[0], 0)
    for (const [ours, body] of [
      ['sun', Body.Sun],
      ['moon', Body.Moon],
    ] as const) {
      const { ra, dec } = Equator(body, date, observer, true, true)
      const { altitude } = Horizon(date, observer, ra, dec)
      expect(Math.abs(altitude - altitudeOf(ours, position, date.getTime()))).toBeLessThan(0.001)
    }
    expect(moonFraction(date.getTime())).toBeCloseTo(Illumination(Body.Moon, date).phase_fraction, 3)
  }
})

test('the moon is named by its quarters and by which way it goes', () => {
  const phase = (iso: string) => lightAt(valley, Date.parse(iso))
  // Phases of January 2023 by the almanac, UTC: full 6th 23:08, last quarter 15th 02:10, new 21st 20:53, first quarter 28th 15:19.
  expect(phase('2023-01-06T23:08Z')).toMatchObject({ phase: 'full' })
  expect(phase('2023-01-10T12:00Z')).toMatchObject({ phase: 'waning-gibbous', isWaxing: false })
  expect(phase('2023-01-15T02:10Z')).toMatchObject({ phase: 'last-quarter', isWaxing: false })
  expect(phase('2023-01-21T20:53Z')).toMatchObject({ phase: 'new' })
  expect(phase('2023-01-25T12:00Z')).toMatchObject({ phase: 'waxing-crescent', isWaxing: true })
  expect(phase('2023-01-28T15:19Z')).toMatchObject({ phase: 'first-quarter', isWaxing: true })
  expect(MOON_PHASES).toHaveLength(8)
})

test('a day with a change of clocks has as many hours as it has', () => {
  const { from, to } = day([-3.7, 40.4], '2026-03-29', 'Europe/Madrid')
  expect((to - from) / 3_600_000).toBe(23)
})

test('what is no position or too far off has no light', () => {
  const now = Date.UTC(2026, 0, 1)
  expect(lightAt([Number.NaN, 0], now)).toBeNull()
  expect(lightOfDay([0, 1e308], now, LIMA)).toBeNull()
  expect(lightOfDay(valley, 8.64e15, LIMA)).toBeNull()
  expect(lightAt(valley, Number.NEGATIVE_INFINITY)).toBeNull()
})

test('a function that rises and falls within an hour passes zero twice', () => {
  const peak = 90 * 60_000
  const zeros = zerosOf((t) => 1 - ((t - peak) / 1_200_000) ** 2, 0, 3 * 3_600_000)
  expect(zeros.map((z) => [Math.round(z.at / 60_000), z.isRising])).toEqual([
    [70, true],
    [110, false],
  ])
})
