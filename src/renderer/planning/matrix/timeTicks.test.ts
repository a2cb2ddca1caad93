import { expect, test } from 'vitest'
import { DAY, HOUR, toInstant } from '../../../domain/time/planTime.ts'
import { calendarStretches, calendarUnits, relativeTicks } from './timeTicks.ts'

/** 3 January 2023, 0600R. */
const H_HOUR = Date.UTC(2023, 0, 3, 11)
const lima = { timeZone: 'America/Lima', hHour: H_HOUR, language: 'es' } as const

test('days turn at midnight of the plan’s zone, not at H-hour', () => {
  const days = calendarStretches('day', { from: 0, to: 2 * DAY }, lima, false)
  expect(days.map((d) => d.label)).toEqual(['03', '04', '05'])
  expect(days[0]).toMatchObject({ from: -6 * HOUR, to: 18 * HOUR })
})

test('months are as long as they are, and named in the language', () => {
  const span = { from: 0, to: 60 * DAY }
  const months = calendarStretches('month', span, lima, true)
  expect(months.map((m) => m.label)).toEqual(['ENE 23', 'FEB 23', 'MAR 23'])
  expect(((months[1]?.to ?? 0) - (months[1]?.from ?? 0)) / DAY).toBe(28)
  expect(calendarStretches('month', span, { ...lima, language: 'en' }, false)[0]?.label).toBe('JAN')
})

test('weeks begin on Mondays', () => {
  for (const { from } of calendarStretches('week', { from: -20 * DAY, to: 40 * DAY }, lima, false)) {
    expect(new Date(toInstant(from, H_HOUR) - 5 * HOUR * 60_000).getUTCDay()).toBe(1)
  }
})

test('a day that changes the clock is an hour shorter, and the next begins at its own midnight', () => {
  // Clocks in Chile went forward on 3 September 2023 (UTC−4 to UTC−3).
  const chile = { timeZone: 'America/Santiago', hHour: Date.UTC(2023, 8, 2, 4), language: 'es' } as const
  const days = calendarStretches('day', { from: 0, to: 3 * DAY }, chile, false)
  const lengths = days.map((d) => (d.to - d.from) / HOUR)
  expect(lengths).toContain(23)
  expect(lengths.filter((hours) => hours === 24).length).toBe(lengths.length - 1)
})

test('stretches join without gaps at every zoom', () => {
  for (const pxPerMinute of [0.0004, 0.002, 0.01, 0.05, 0.2, 1, 5, 15]) {
    const span = { from: 0, to: Math.min(800 * DAY, 2_000 / pxPerMinute) }
    for (const unit of calendarUnits(pxPerMinute)) {
      const stretches = calendarStretches(unit, span, lima, false)
      expect(stretches[0]?.from).toBeLessThanOrEqual(0)
      expect(stretches.at(-1)?.to).toBeGreaterThanOrEqual(span.to)
      expect(stretches.slice(1).map((s) => s.from)).toEqual(stretches.slice(0, -1).map((s) => s.to))
    }
  }
})

test('counts days from D, with room for each count', () => {
  const ticks = relativeTicks({ from: -3 * DAY, to: 3 * DAY }, 60 / DAY)
  expect(ticks.map((t) => t.label)).toEqual(['D-3', 'D-2', 'D-1', 'D', 'D+1', 'D+2', 'D+3'])
  const wide = relativeTicks({ from: 0, to: 366 * DAY }, 900 / (366 * DAY))
  expect(wide.map((t) => t.label).slice(0, 3)).toEqual(['D', 'D+50', 'D+100'])
})

test('counts hours where a day is wide enough', () => {
  const ticks = relativeTicks({ from: 0, to: DAY }, 900 / DAY)
  expect(ticks.map((t) => t.label)).toContain('D H+6')
})
