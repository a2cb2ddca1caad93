import { expect, test } from 'vitest'
import { CheckContext } from '../../../../domain/check/CheckContext.ts'
import { dayAxis } from '../../../../domain/check/series/dayAxis.ts'
import { DAY } from '../../../../domain/time/planTime.ts'
import { PlanBuilder } from '../../../../domain/testing/planBuilder.testing.ts'
import { axisLabels, cellAt, paged, scaleOf, stepEdges, timeOf, windowOf, xOf } from './loadWindow.ts'

/** Thirty days from Tuesday 14 FEB 2023; H-hour is at noon. */
const axis = dayAxis(new CheckContext(new PlanBuilder({ horizon: { from: 0, to: 30 * DAY - 720 } }).build()))
const [first = 0, last = 0] = [axis.edges[0], axis.edges.at(-1)]

test('days begin at midnight, weeks on Mondays, phases where they turn', () => {
  expect(first).toBe(-720)
  expect(stepEdges(axis, 'day', [])).toHaveLength(31)
  const weeks = stepEdges(axis, 'week', [])
  expect(weeks.map((edge) => (edge - first) / DAY)).toEqual([0, 6, 13, 20, 27, 30])
  const phases = [
    { from: -5_000, to: 0 },
    { from: 0, to: 10_000 },
    { from: 9_000, to: 90_000 },
  ]
  expect(stepEdges(axis, 'phase', phases)).toEqual([first, 0, 9_000, 10_000, last])
  expect(stepEdges(axis, 'phase', [])).toEqual([first, last])
})

test('the window holds the chosen time until one goes elsewhere, and never leaves the axis', () => {
  const edges = stepEdges(axis, 'day', [])
  expect(windowOf(edges, null, 0, 100)).toEqual({ first: 0, end: 30 })
  expect(windowOf(edges, null, 15 * DAY, 8)).toEqual({ first: 13, end: 21 })
  expect(windowOf(edges, null, 99 * DAY, 8)).toEqual({ first: 22, end: 30 })
  expect(windowOf(edges, first + 5 * DAY, 15 * DAY, 8)).toEqual({ first: 5, end: 13 })
  expect(windowOf(edges, -1e9, 0, 0)).toEqual({ first: 0, end: 1 })
})

test('a page goes most of the window on and stops at the ends', () => {
  const edges = stepEdges(axis, 'day', [])
  const at = (time: number): number => cellAt(edges, time)
  expect(at(paged(edges, { first: 4, end: 12 }, 1))).toBe(10)
  expect(at(paged(edges, { first: 4, end: 12 }, -1))).toBe(0)
  expect(at(paged(edges, { first: 20, end: 28 }, 1))).toBe(22)
})

test('pixels and times answer each other', () => {
  const scale = scaleOf(stepEdges(axis, 'day', []), { first: 10, end: 20 }, 500)
  expect(timeOf(scale, xOf(scale, 12_345))).toBeCloseTo(12_345)
  expect([xOf(scale, scale.from), xOf(scale, scale.to)]).toEqual([0, 500])
})

test('dates have room: by day near, by month far', () => {
  const edges = stepEdges(axis, 'day', [])
  const clock = { hHour: Date.UTC(2023, 1, 14, 17), timeZone: 'America/Lima', language: 'es' as const }
  const near = axisLabels(axis, scaleOf(edges, { first: 0, end: 30 }, 600), clock)
  expect(near[0]?.text).toBe('14 FEB')
  const scale = scaleOf(edges, { first: 0, end: 30 }, 600)
  for (const [i, label] of near.slice(1).entries()) {
    expect(xOf(scale, label.time) - xOf(scale, near[i]?.time ?? 0)).toBeGreaterThanOrEqual(52)
  }
  const far = axisLabels(axis, scaleOf(edges, { first: 0, end: 30 }, 108), clock)
  expect(far.map((label) => label.text)).toEqual(['FEB 23', 'MAR 23'])
})
