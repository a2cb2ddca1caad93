import { expect, test } from 'vitest'
import { readSpan, writeSpan } from './readSpan.ts'

const minutes = (text: string) => {
  const read = readSpan(text)
  return read.ok ? read.value : read.error
}

test('reads days, hours and minutes, alone and together', () => {
  expect(minutes('6 h')).toBe(360)
  expect(minutes('2 d 3 h')).toBe(3060)
  expect(minutes('2d3h15min')).toBe(3075)
  expect(minutes('1,5 d')).toBe(2160)
  expect(minutes('0.5h')).toBe(30)
  expect(minutes('45 M')).toBe(45)
  expect(minutes('0')).toBe(0)
})

test('reads a sign before the whole', () => {
  expect(minutes('-1 h 30 min')).toBe(-90)
  expect(minutes('−2 d')).toBe(-2880)
  expect(minutes('+2 d')).toBe(2880)
})

test('reads what the program writes', () => {
  for (const span of [0, 45, 60, 1440, 13_880, -125]) expect(minutes(writeSpan(span))).toBe(span)
  expect(writeSpan(13_880)).toBe('9 d 15 h 20 min')
})

test('refuses numbers without a unit and other words', () => {
  for (const text of ['', '90', 'seis horas', '2 d y 3 h', '2 s', 'h']) expect(minutes(text), text).toBe('not-a-span')
  expect(minutes('4000 d')).toBe('too-long')
})
