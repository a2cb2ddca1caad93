import { expect, test } from 'vitest'
import type { RecordOf } from '../records/catalog.ts'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder, square, standing } from '../testing/planBuilder.testing.ts'

const RULE = 'airspace-overlap'
const HOUR = 60
const [A, B] = [makeId('mission', 'A'), makeId('mission', 'B')]
type Fields = Partial<RecordOf<'mission'>>

/** Mission A of an hour from H-hour in the valley and mission B beside it, each by an air unit of its own. */
function planWith({
  start = 0,
  east = 0.05,
  a = {},
  b: second = {},
}: {
  start?: number
  east?: number
  a?: Fields
  b?: Fields
} = {}) {
  const b = new PlanBuilder()
  const air = { component: makeId('component', 'air') }
  b.assign(b.mission('A', 0, HOUR, { places: standing(-73.8, -12.5), ...a }), b.unit('U', air))
  b.assign(b.mission('B', start, HOUR, { places: standing(-73.8 + east, -12.5), ...second }), b.unit('V', air))
  return b
}

const isFound = (b: PlanBuilder): boolean => findingsBy(RULE, b.build()).length > 0

test('at one time and nearer than the plan’s separation', () => {
  expect(isFound(planWith())).toBe(true)
  expect(isFound(planWith({ start: HOUR }))).toBe(false)
  expect(isFound(planWith({ start: HOUR - 1 }))).toBe(true)
  expect(isFound(planWith({ east: 0.1 }))).toBe(false)
  expect(isFound(planWith({ b: { places: [] } }))).toBe(false)
})

test('heights part them, where both have some', () => {
  const low = { airspace: { lowM: 500, highM: 1_500 } }
  expect(isFound(planWith({ a: low, b: { airspace: { lowM: 1_500, highM: 2_000 } } }))).toBe(false)
  expect(isFound(planWith({ a: low, b: { airspace: { lowM: 1_499, highM: 2_000 } } }))).toBe(true)
  expect(isFound(planWith({ a: low }))).toBe(true)
})

test('a mission flies by an air unit that is no reserve, or led by a unit with aircraft', () => {
  const ground = planWith()
  ground.unit('V')
  expect(isFound(ground)).toBe(false)
  ground.unit('V', { mobility: [{ mode: 'rotary-wing', speedKmh: 200 }] })
  expect(isFound(ground)).toBe(true)
  const reserve = planWith()
  reserve.hold(B, makeId('unit', 'V'))
  expect(isFound(reserve)).toBe(false)
})

test('a common unit, a dependency, ties as enabler and an area of coordination coordinate', () => {
  const unit = planWith()
  unit.assign(B, makeId('unit', 'U'))
  expect(isFound(unit)).toBe(false)
  const dependency = planWith()
  dependency.dependency(B, A)
  expect(isFound(dependency)).toBe(false)
  expect(isFound(planWith({ b: { enablers: [{ kind: 'air-cover', mission: A }] } }))).toBe(false)
  const third = planWith()
  third.mission('X', 0, HOUR, {
    enablers: [
      { kind: 'air-cover', mission: A },
      { kind: 'insertion', mission: B },
    ],
  })
  expect(isFound(third)).toBe(false)
})

test('an area of coordination counts while it is in force', () => {
  const drawn = (from: number, to: number, kind: 'area-of-coordination' | 'boundary' = 'area-of-coordination') => {
    const b = planWith()
    b.overlay('Z', square(-74, -13, 1), { kind, mission: B, from, to })
    return isFound(b)
  }
  expect(drawn(0, HOUR)).toBe(false)
  expect(drawn(0, HOUR, 'boundary')).toBe(true)
  expect(drawn(-HOUR, 0)).toBe(true)
})

test('a flight of many days meets one of an hour', () => {
  for (const days of [3, 90]) {
    const b = planWith({
      a: { duration: { optimistic: 1, likely: days * 1_440, pessimistic: days * 1_440 } },
      start: 2 * 1_440 + 5,
    })
    expect(isFound(b)).toBe(true)
  }
})

test('the sentence has distance, time and heights; the later moves or one flies above', () => {
  const plan = planWith({ start: 30, a: { airspace: { lowM: 500, highM: 1_500 } } }).build()
  const finding = theFinding(RULE, plan)
  expect(finding.records).toEqual([B, A])
  expect(inBoth(finding, plan)).toEqual([
    'A (500–1500 m) y B (sin alturas) vuelan a 5.4 km una de otra de 141230R FEB 23 a 141300R FEB 23 sin coordinación; el plan pide 10 km o alturas separadas',
    'A (500–1500 m) and B (no heights) fly 5.4 km from each other from 141230R FEB 23 to 141300R FEB 23 without coordination; the plan asks 10 km or heights apart',
  ])
  expect(tryRepairs(finding, plan)).toMatchObject([
    { isMended: true, repair: { text: 'Mover B a 141300R FEB 23 (30 min después)' } },
    { isMended: true, repair: { text: 'Volar B entre 1500–2500 m, sobre A' } },
  ])
})
