import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDtg, parseDtg } from './dtg.ts'
import { stateAt } from './dated.ts'
import { formatRelative, formatSpan, parseRelative } from './planTime.ts'
import { offsetMinutes, offsetOfLetter, zoneLetter } from './zone.ts'

const LIMA = 'America/Lima'
const feb14 = Date.UTC(2023, 1, 14, 17, 0)

test('writes date-time groups in the zone of the plan, months in both languages', () => {
  expect(formatDtg(feb14, LIMA, 'es')).toBe('141200R FEB 23')
  expect(formatDtg(Date.UTC(2023, 0, 1, 4, 59), LIMA, 'es')).toBe('312359R DIC 22')
  expect(formatDtg(Date.UTC(2023, 0, 1, 4, 59), LIMA, 'en')).toBe('312359R DEC 22')
  expect(formatDtg(feb14, 'UTC', 'en')).toBe('141700Z FEB 23')
  expect(formatDtg(feb14, 'Asia/Kolkata', 'en')).toBe('142230J FEB 23')
})

test('reads date-time groups in either language and usual writing', () => {
  for (const text of ['141200R FEB 23', '141200r feb 2023', '141200RFEB23', ' 141200 FEB 23 ', '141700Z Feb 23']) {
    expect(parseDtg(text, LIMA, 0), text).toBe(feb14)
  }
  expect(parseDtg('010600R ENE 23', LIMA, 0)).toBe(parseDtg('010600R JAN 23', LIMA, 0))
  expect(parseDtg('150000R AGOSTO 23', LIMA, 0)).toBe(parseDtg('150000R AUG 23', LIMA, 0))
})

test('a date-time group without a year is the nearest one', () => {
  expect(parseDtg('310600R DIC', LIMA, Date.UTC(2023, 0, 5))).toBe(Date.UTC(2022, 11, 31, 11))
  expect(parseDtg('020600R ENE', LIMA, Date.UTC(2023, 11, 28))).toBe(Date.UTC(2024, 0, 2, 11))
})

test('refuses what is no date-time group', () => {
  for (const text of ['', '14 FEB', '311200R FEB 23', '142460R FEB 23', '141200R ZZZ 23', '141200R FEB 23 x']) {
    expect(parseDtg(text, LIMA, 0), text).toBeNull()
  }
})

test('every minute of a zone written as a date-time group reads back as itself', () => {
  const minutes = fc.integer({ min: Date.UTC(2001, 0, 1) / 60_000, max: Date.UTC(2090, 0, 1) / 60_000 })
  const zones = fc.constantFrom(LIMA, 'UTC', 'Asia/Tokyo')
  fc.assert(
    fc.property(minutes, zones, fc.constantFrom('es', 'en'), (minute, zone, language) => {
      const instant = minute * 60_000
      expect(parseDtg(formatDtg(instant, zone, language), zone, instant)).toBe(instant)
    }),
  )
})

test('zone letters and offsets answer each other', () => {
  expect(zoneLetter(-300)).toBe('R')
  for (let hours = -12; hours <= 12; hours += 1) expect(offsetOfLetter(zoneLetter(hours * 60))).toBe(hours * 60)
  expect(offsetOfLetter('J')).toBeNull()
  expect(offsetMinutes('No/Such_Zone', 0)).toBe(0)
})

test('planned times read as they are written', () => {
  expect(formatRelative(0)).toBe('D')
  expect(formatRelative(42 * 1440 + 360)).toBe('D+42 H+6')
  expect(formatRelative(-1)).toBe('D-1 H+23:59')
  fc.assert(
    fc.property(fc.integer({ min: -5_000_000, max: 5_000_000 }), (minutes) => {
      expect(parseRelative(formatRelative(minutes))).toBe(minutes)
    }),
  )
})

test('reads offsets in any order of days, hours and minutes', () => {
  expect(parseRelative('D+2 H+3 M-5')).toBe(2 * 1440 + 3 * 60 - 5)
  expect(parseRelative('h-5')).toBe(-300)
  expect(parseRelative(' D ')).toBe(0)
  expect(parseRelative('D + 3')).toBe(3 * 1440)
  for (const text of ['', 'D+', 'X+1', 'D+1 D+2', 'D+1H+2', 'D+1:30', '5']) expect(parseRelative(text), text).toBeNull()
})

test('spans name their two largest parts', () => {
  expect(formatSpan(0)).toBe('0 min')
  expect(formatSpan(61)).toBe('1 h 1 min')
  expect(formatSpan(-1500)).toBe('-1 d 1 h')
  expect(formatSpan(1440 + 60 + 1)).toBe('1 d 1 h')
})

test('the state that holds is the last one that has begun', () => {
  const states = [{ from: 10 }, { from: 20 }, { from: 30 }]
  expect(stateAt(states, 9)).toBeUndefined()
  expect(stateAt(states, 10)?.from).toBe(10)
  expect(stateAt(states, 29)?.from).toBe(20)
  expect(stateAt(states, 1e12)?.from).toBe(30)
  expect(stateAt([], 5)).toBeUndefined()
})
