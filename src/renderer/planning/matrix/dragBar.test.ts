import { expect, test } from 'vitest'
import { makeId } from '../../../domain/records/ids.ts'
import { DAY, HOUR } from '../../../domain/time/planTime.ts'
import { commandOf, type Drag, dragStep, type Grip, heldTimes, IDLE, linkTarget } from './dragBar.ts'

const M7 = makeId('mission', 'm-7')
const M8 = makeId('mission', 'm-8')
const GREC1 = makeId('unit', 'grec-1')
const GREC2 = makeId('unit', 'grec-2')
const A7 = makeId('assignment', 'a-7')

const grip = (fields: Partial<Grip> = {}): Grip => ({
  kind: 'move',
  mission: M7,
  assignment: A7,
  unit: GREC1,
  start: 20 * DAY,
  end: 23 * DAY,
  moved: [{ mission: M7, start: 20 * DAY }],
  minute: 21 * DAY,
  part: 'supported',
  ...fields,
})

const pressed = (fields?: Partial<Grip>): Drag => dragStep(IDLE, { type: 'press', grip: grip(fields), x: 100, y: 100 })

function moved(
  drag: Drag,
  minute: number,
  fields: Partial<Extract<Parameters<typeof dragStep>[1], { type: 'move' }>> = {},
) {
  return dragStep(drag, { type: 'move', x: 160, y: 100, minute, unit: GREC1, over: null, step: DAY, ...fields })
}

test('a hand that trembles drags nothing', () => {
  const drag = moved(pressed(), 30 * DAY, { x: 102, y: 101 })
  expect(drag.state).toBe('pressed')
  expect(commandOf(drag)).toBeNull()
})

test('moves by whole steps, so that the hour of the day stays', () => {
  const drag = moved(pressed({ start: 20 * DAY + 90, end: 23 * DAY + 90 }), 19 * DAY + 400)
  if (drag.state !== 'dragging') throw new Error('not dragging')
  expect(drag.offset).toBe(-2 * DAY)
  expect(heldTimes(drag)).toEqual({ start: 18 * DAY + 90, end: 21 * DAY + 90 })
})

test('several missions move together by the same time, in one command', () => {
  const both = [
    { mission: M7, start: 20 * DAY },
    { mission: M8, start: 25 * DAY },
  ]
  expect(commandOf(moved(pressed({ moved: both }), 20 * DAY, { unit: GREC2 }))).toEqual({
    type: 'moveMissions',
    moves: [
      { mission: M7, start: 19 * DAY },
      { mission: M8, start: 24 * DAY },
    ],
  })
})

test('one bar let go over another unit changes hands, with its new time if it has one', () => {
  expect(commandOf(moved(pressed(), 21 * DAY, { unit: GREC2 }))).toEqual({
    type: 'reassignMission',
    assignment: A7,
    unit: GREC2,
  })
  expect(commandOf(moved(pressed(), 22 * DAY, { unit: GREC2 }))).toMatchObject({ start: 21 * DAY })
})

test('let go where it was taken, nothing changes', () => {
  expect(commandOf(moved(pressed(), 21 * DAY + 10))).toBeNull()
  expect(commandOf(moved(pressed(), 21 * DAY, { unit: null }))).toBeNull()
})

test('an end is stretched alone, and never past the other', () => {
  expect(commandOf(moved(pressed({ kind: 'stretch-end', minute: 23 * DAY }), 25 * DAY))).toEqual({
    type: 'stretchMission',
    mission: M7,
    start: 20 * DAY,
    likelyMinutes: 5 * DAY,
  })
  expect(commandOf(moved(pressed({ kind: 'stretch-start', minute: 20 * DAY }), 19 * DAY))).toMatchObject({
    start: 19 * DAY,
    likelyMinutes: 4 * DAY,
  })
  expect(commandOf(moved(pressed({ kind: 'stretch-end', minute: 23 * DAY }), 0))).toMatchObject({ likelyMinutes: DAY })
  const last = moved(pressed({ kind: 'stretch-start', minute: 20 * DAY }), 90 * DAY)
  expect(commandOf(last)).toMatchObject({ start: 22 * DAY, likelyMinutes: DAY })
})

test('a bar shorter than a step keeps its length when its end is pushed in', () => {
  const short = pressed({ kind: 'stretch-end', start: 0, end: 3 * HOUR, minute: 3 * HOUR })
  expect(commandOf(moved(short, -9 * DAY))).toBeNull()
})

test('from the tray a mission starts where it is let go, on a unit or not at all', () => {
  const place = pressed({ kind: 'place', assignment: null, unit: null, start: 0, end: 3 * HOUR, moved: [], minute: 0 })
  expect(commandOf(moved(place, 30 * DAY + 200, { unit: GREC2 }))).toEqual({
    type: 'placeMission',
    mission: M7,
    unit: GREC2,
    part: 'supported',
    start: 30 * DAY,
  })
  expect(commandOf(moved(place, 30 * DAY, { unit: null }))).toBeNull()
})

test('a link leads to the bar it is let go on, not to its own, and moves nothing', () => {
  const link = pressed({ kind: 'link' })
  expect(linkTarget(moved(link, 30 * DAY, { over: M8 }))).toBe(M8)
  expect(linkTarget(moved(link, 30 * DAY, { over: M7 }))).toBeNull()
  expect(linkTarget(moved(pressed(), 30 * DAY, { over: M8 }))).toBeNull()
  expect(commandOf(moved(link, 30 * DAY, { over: M8, unit: GREC2 }))).toBeNull()
})

test('Escape leaves nothing in hand', () => {
  expect(dragStep(moved(pressed(), 30 * DAY), { type: 'cancel' })).toBe(IDLE)
})
