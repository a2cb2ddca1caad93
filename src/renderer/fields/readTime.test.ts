import { expect, test } from 'vitest'
import { type Clock, readInstant, readPlanTime } from './readTime.ts'

/** 0600R, 15 January 2023. */
const clock: Clock = { hHour: Date.UTC(2023, 0, 15, 11), timeZone: 'America/Lima' }
const minutes = (text: string) => {
  const read = readPlanTime(text, clock)
  return read.ok ? read.value : read.error
}

test('reads days and hours from H-hour', () => {
  expect(minutes('D+5')).toBe(5 * 1440)
  expect(minutes('d+2 h+3 m-5')).toBe(2 * 1440 + 175)
  expect(minutes('D-1 H+6:30')).toBe(-1440 + 390)
  expect(minutes('D')).toBe(0)
})

test('reads a date-time group in both languages, with and without zone and year', () => {
  expect(minutes('200600R ENE 23')).toBe(5 * 1440)
  expect(minutes('200600R JAN 23')).toBe(5 * 1440)
  expect(minutes('201100Z JAN 2023')).toBe(5 * 1440)
  expect(minutes('200600 ene')).toBe(5 * 1440)
})

test('reads ISO dates as wall-clock time of the zone', () => {
  expect(readInstant('2023-01-20', clock)).toEqual({ ok: true, value: Date.UTC(2023, 0, 20, 5) })
  expect(minutes('2023-01-20 06:00')).toBe(5 * 1440)
  expect(minutes('2023-01-20T06:01')).toBe(5 * 1440 + 1)
})

test('an empty text is no time', () => {
  expect(minutes('  ')).toBeNull()
})

test('says what it cannot read', () => {
  for (const text of ['pronto', '320600R ENE 23', '2023-02-30', '2023-01-20 24:00', '5', 'D+', '200660 ENE']) {
    expect(minutes(text), text).toBe('not-a-time')
  }
  expect(minutes('D+4000')).toBe('too-far')
  expect(minutes('2050-01-01')).toBe('too-far')
})
