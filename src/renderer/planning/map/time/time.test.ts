import { expect, test } from 'vitest'
import { at, PlanBuilder } from '../../../../domain/testing/planBuilder.testing.ts'
import { DAY, HOUR } from '../../../../domain/time/planTime.ts'
import { columnsOf } from '../missions/columnsOf.testing.ts'
import { Playback } from './playback.ts'
import { steppedTime } from './timeSteps.ts'
import { minuteAt, phaseAt, windowOf, xOf } from './timeWindow.ts'

const name = { es: 'Fase' }
const phases = [
  { key: 'F0', name, from: 0, to: 20 * DAY },
  { key: 'F1', name, from: 20 * DAY, to: 40 * DAY },
]
const horizon = { from: -10 * DAY, to: 100 * DAY }
const meta = { horizon, phases }

test('where two phases meet the later one holds; between phases there is none', () => {
  expect(phaseAt(phases, 20 * DAY)?.key).toBe('F1')
  expect(phaseAt(phases, 40 * DAY)).toBeNull()
})

test('a week stays while the time is in it and moves on with the time, never beyond the horizon', () => {
  const first = windowOf('week', 3 * DAY, meta, null)
  expect(first).toEqual({ from: 2 * DAY, to: 9 * DAY })
  expect(windowOf('week', 8 * DAY, meta, first)).toBe(first)
  expect(windowOf('week', 10 * DAY, meta, first)).toEqual({ from: 9 * DAY, to: 16 * DAY })
  expect(windowOf('week', 100 * DAY, meta, first)).toEqual({ from: 93 * DAY, to: 100 * DAY })
  expect(windowOf('week', -10 * DAY, meta, first).from).toBe(-10 * DAY)
})

test('the phase of the time fills the window; where there is none, a week does', () => {
  expect(windowOf('phase', 21 * DAY, meta, null)).toEqual({ from: 20 * DAY, to: 40 * DAY })
  expect(windowOf('phase', 50 * DAY, meta, null)).toEqual({ from: 49 * DAY, to: 56 * DAY })
})

test('a pixel means a round time, and the ends mean the ends', () => {
  const week = { from: 0, to: 7 * DAY }
  expect(minuteAt(500, week, 1000) % 15).toBe(0)
  expect(minuteAt(-5, week, 1000)).toBe(0)
  expect(minuteAt(1200, week, 1000)).toBe(7 * DAY)
  expect(xOf(minuteAt(333, week, 1000), week, 1000)).toBeCloseTo(333, -1)
  expect(minuteAt(437, horizon, 1000) % (3 * HOUR)).toBe(0)
})

function scene() {
  const builder = new PlanBuilder({ horizon, phases })
  builder.mission('A', 90, 100)
  builder.mission('B', 500, 100)
  builder.mission('C', 300, 10, { status: 'cancelled' })
  builder.unit('U', {
    states: { location: [{ from: at(700), at: { position: [-73, -12] } }], readiness: [], superior: [] },
  })
  const plan = builder.build()
  const columns = columnsOf(plan)
  return (step: Parameters<typeof steppedTime>[0], direction: 1 | -1, time: number) =>
    steppedTime(step, direction, time, plan, columns)
}

test('hours and days land on whole ones, and stop at the horizon', () => {
  const step = scene()
  expect(step('hour', 1, 61)).toBe(120)
  expect(step('hour', -1, 61)).toBe(60)
  expect(step('hour', -1, 60)).toBe(0)
  expect(step('day', 1, 100 * DAY)).toBe(100 * DAY)
  expect(step('day', -1, -10 * DAY)).toBe(-10 * DAY)
})

test('phases turn at their ends, and the horizon has ends too', () => {
  const step = scene()
  expect(step('phase', 1, 5)).toBe(20 * DAY)
  expect(step('phase', -1, 20 * DAY)).toBe(0)
  expect(step('phase', 1, 40 * DAY)).toBe(100 * DAY)
  expect(step('phase', -1, 0)).toBe(-10 * DAY)
})

test('events are beginnings and ends of missions and places of units, not what was cancelled', () => {
  const step = scene()
  const visited = [0]
  for (let i = 0; i < 5; i += 1) visited.push(step('event', 1, visited.at(-1) ?? 0))
  expect(visited).toEqual([0, 90, 190, 500, 600, 700])
  expect(step('event', -1, 500)).toBe(190)
})

test('playback keeps its speed at any frame rate and stops at the end', () => {
  const reach = (frameMs: number): number => {
    const playback = new Playback(0, 10_000, HOUR, 0)
    let time = 0
    for (let now = frameMs; now <= 10_000; now += frameMs) time = playback.frame(now) ?? time
    return time
  }
  expect(reach(16)).toBeGreaterThanOrEqual(10 * HOUR - 2)
  expect(reach(33)).toBeGreaterThanOrEqual(10 * HOUR - 2)
  expect(reach(100)).toBeGreaterThanOrEqual(10 * HOUR - 13)
  const playback = new Playback(0, 100, HOUR, 0)
  for (let now = 16; now < 3_000; now += 16) playback.frame(now)
  expect(playback.isDone).toBe(true)
  expect(playback.frame(3_016)).toBe(100)
})

test('with less motion asked for, time goes on by leaps of a second each', () => {
  const playback = new Playback(0, 3 * DAY - 1, DAY, 0)
  expect([playback.leap(), playback.leap(), playback.leap()]).toEqual([DAY, 2 * DAY, 3 * DAY - 1])
  expect(playback.isDone).toBe(true)
})

test('a slow frame is followed by one that is left out, and a long absence by no leap', () => {
  const playback = new Playback(0, 100_000, DAY, 0)
  expect(playback.frame(16)).not.toBeNull()
  expect(playback.frame(100)).toBeNull()
  expect(playback.frame(116)).not.toBeNull()
  playback.frame(60_000)
  const after = playback.frame(60_016) ?? 0
  expect(after).toBeLessThan(0.5 * DAY)
})
