import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../../domain/time/planTime.ts'
import {
  clampZoom,
  levelOf,
  pxPerMinuteOf,
  shownTime,
  snapOf,
  snapTo,
  toMinute,
  toX,
  widthOf,
  ZOOM_LEVELS,
} from './timeScale.ts'

const WIDTH = 900

test('minutes and pixels are each other’s inverse', () => {
  const scale = { from: -3 * DAY, to: 10 * DAY, pxPerMinute: 0.25 }
  expect(toX(scale, -3 * DAY)).toBe(0)
  expect(toX(scale, 0)).toBe(3 * DAY * 0.25)
  expect(toMinute(scale, toX(scale, 777))).toBe(777)
  expect(widthOf(scale)).toBe(13 * DAY * 0.25)
})

test('every named level is the level of its own zoom, and between two the nearer one', () => {
  for (const level of ZOOM_LEVELS) expect(levelOf(pxPerMinuteOf(level, WIDTH), WIDTH)).toBe(level)
  expect(levelOf(pxPerMinuteOf('month', WIDTH) * 1.5, WIDTH)).toBe('month')
  expect(levelOf(pxPerMinuteOf('month', WIDTH) * 3, WIDTH)).toBe('week')
})

test('a zoom stays between the whole and an hour, and never wider than browsers lay out', () => {
  const year = 366 * DAY
  expect(clampZoom(1e9, year, WIDTH)).toBe(WIDTH / HOUR)
  expect(clampZoom(1e-9, year, WIDTH)).toBeLessThanOrEqual(WIDTH / year)
  const century = 100 * year
  expect(clampZoom(1e9, century, WIDTH) * century).toBeLessThanOrEqual(16_000_000)
})

test('snaps to days in a month, hours in a day, five minutes in an hour; finer with the key held', () => {
  expect(snapOf(pxPerMinuteOf('year', WIDTH))).toBe(DAY)
  expect(snapOf(pxPerMinuteOf('month', WIDTH))).toBe(DAY)
  expect(snapOf(pxPerMinuteOf('day', WIDTH))).toBe(HOUR)
  expect(snapOf(pxPerMinuteOf('hour', WIDTH))).toBe(5)
  expect(snapOf(pxPerMinuteOf('day', WIDTH), true)).toBe(15)
  expect(snapOf(pxPerMinuteOf('hour', WIDTH), true)).toBe(1)
})

test('snaps to the nearest step on both sides of H-hour, never to minus zero', () => {
  expect(snapTo(700, DAY)).toBe(0)
  expect(Object.is(snapTo(-700, DAY), 0)).toBe(true)
  expect(snapTo(-800, DAY)).toBe(-DAY)
  expect(snapTo(2_885, HOUR)).toBe(2_880)
})

test('shows the horizon and all bars with a margin that small edits do not move', () => {
  const horizon = { from: -5 * DAY, to: 100 * DAY }
  const whole = shownTime(horizon, null)
  expect(whole.from).toBeLessThan(horizon.from)
  expect(whole.to).toBeGreaterThan(horizon.to)
  expect(shownTime(horizon, { from: -6 * DAY, to: 101 * DAY })).toEqual(whole)
  expect(shownTime(horizon, { from: 0, to: 400 * DAY }).to).toBeGreaterThan(400 * DAY)
})
