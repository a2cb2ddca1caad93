import { expect, test } from 'vitest'
import type { RecordOf } from '../records/catalog.ts'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { amounts, PlanBuilder } from '../testing/planBuilder.testing.ts'

const RULE = 'sorties-exceeded'
const HOUR = 60
const DAY = 1_440
type Sorties = NonNullable<RecordOf<'unit'>['sorties']>

/** H-hour is 141200R FEB 23. A splittable air unit of 8 helicopters, of which the limits let some fly; missions as [start, minutes, helicopters]. */
function planWith(missions: readonly (readonly [number, number, number])[], sorties: Partial<Sorties> = {}) {
  const b = new PlanBuilder()
  const limits = { vehicles: 4, availablePercent: 100, turnsPerDay: 1, ...sorties }
  const unit = b.unit('AIR', {
    component: makeId('component', 'air'),
    capabilities: amounts({ helicopter: 8 }),
    splittable: true,
    sorties: limits,
  })
  for (const [i, [start, minutes, helicopter]] of missions.entries()) {
    b.assign(b.mission(`M-${i + 1}`, start, minutes), unit, helicopter === 0 ? {} : { helicopter })
  }
  return b
}

test('a day’s sorties are those of all missions that touch it', () => {
  const found = (...args: Parameters<typeof planWith>): unknown =>
    findingsBy(RULE, planWith(...args).build()).map((f) => [f.params.asked, f.params.available])
  expect(
    found([
      [0, HOUR, 2],
      [2 * HOUR, HOUR, 2],
    ]),
  ).toEqual([])
  expect(
    found([
      [0, HOUR, 2],
      [2 * HOUR, HOUR, 3],
    ]),
  ).toEqual([[5, 4]])
  expect(
    found(
      [
        [0, HOUR, 2],
        [2 * HOUR, HOUR, 3],
      ],
      { turnsPerDay: 2 },
    ),
  ).toEqual([])
  expect(
    found(
      [
        [0, HOUR, 2],
        [2 * HOUR, HOUR, 2],
      ],
      { availablePercent: 80 },
    ),
  ).toEqual([[4, 3]])
  // What it brings nothing of still takes one aircraft.
  expect(
    found([
      [0, HOUR, 4],
      [2 * HOUR, HOUR, 0],
    ]),
  ).toEqual([[5, 4]])
})

test('days turn at midnight of the plan’s zone', () => {
  const before = planWith([
    [0, HOUR, 3],
    [12 * HOUR - 1, HOUR, 3],
  ]).build()
  expect(findingsBy(RULE, before)).toHaveLength(1)
  expect(
    findingsBy(
      RULE,
      planWith([
        [0, HOUR, 3],
        [12 * HOUR, HOUR, 3],
      ]).build(),
    ),
  ).toEqual([])
})

test('a unit without limits, and one in reserve, are not judged', () => {
  const plan = planWith([[0, HOUR, 8]])
  plan.unit('AIR', { capabilities: amounts({ helicopter: 8 }) })
  expect(findingsBy(RULE, plan.build())).toEqual([])
  const reserve = planWith([[0, HOUR, 8]])
  const id = makeId('assignment', 'M-1-AIR')
  reserve.records.set(id, { ...reserve.records.get(id), part: 'reserve' } as RecordOf<'assignment'>)
  expect(findingsBy(RULE, reserve.build())).toEqual([])
})

test('a run of days is one finding, with the missions and what each asks', () => {
  const plan = planWith(
    [
      [0, 3 * DAY, 1],
      [HOUR, 3 * DAY, 1],
    ],
    { vehicles: 1, turnsPerDay: 1 },
  ).build()
  const [days] = findingsBy(RULE, plan).filter((f) => 'firstDay' in f.params)
  expect(days === undefined ? [] : inBoth(days, plan)).toEqual([
    'Cada día del 14 FEB 23 al 17 FEB 23 se piden a AIR 2 salidas (M-2: 1, M-1: 1) y puede dar 1: 1 medio al 100 % por 1 salida al día',
    'Each day from 14 FEB 23 to 17 FEB 23 AIR is asked 2 sorties (M-2: 1, M-1: 1) and can give 1: 1 craft at 100 %, 1 turn a day',
  ])
})

test('crews fly no longer than their duty in 24 h', () => {
  const crews = (...missions: Parameters<typeof planWith>[0]) =>
    findingsBy(RULE, planWith(missions, { vehicles: 1, turnsPerDay: 10 }).build()).map((f) => f.params.crewHours)
  expect(crews([0, 12 * HOUR, 1])).toEqual([])
  expect(crews([0, 12 * HOUR + 6, 1])).toEqual([12.1])
  expect(crews([0, 8 * HOUR, 1], [20 * HOUR, 4 * HOUR, 1])).toEqual([])
  expect(crews([0, 8 * HOUR, 1], [18 * HOUR, 6 * HOUR, 1])).toEqual([14])
  expect(crews([0, 3 * DAY, 1])).toEqual([24])
})

test('the sentence about crews has duty and rest', () => {
  const plan = planWith([[0, 8 * HOUR, 2]], { vehicles: 1, turnsPerDay: 4 }).build()
  expect(inBoth(theFinding(RULE, plan), plan)).toEqual([
    'En las 24 h desde 141200R FEB 23 se piden a las tripulaciones de AIR 16 h (M-1: 16 h) y pueden dar 12: 1 medio con 1 de 12 h de servicio y 10 h de descanso',
    'In the 24 h from 141200R FEB 23 the crews of AIR are asked 16 h (M-1: 16 h) and can give 12: 1 craft with 1 each, 12 h of duty and 10 h of rest',
  ])
})

test('the latest mission goes to the nearest day with room, or to another unit with room', () => {
  const b = planWith([
    [0, HOUR, 3],
    [2 * HOUR, HOUR, 3],
    [DAY, HOUR, 3],
  ])
  b.unit('FREE', { component: makeId('component', 'air'), capabilities: amounts({ helicopter: 3 }) })
  b.unit('FULL', {
    component: makeId('component', 'air'),
    capabilities: amounts({ helicopter: 3 }),
    sorties: { vehicles: 3, availablePercent: 50, turnsPerDay: 1 },
  })
  const plan = b.build()
  expect(tryRepairs(theFinding(RULE, plan), plan)).toMatchObject([
    { isMended: true, errorsLeft: 0, repair: { text: 'Mover M-2 a 131400R FEB 23 (1 d antes)' } },
    { isMended: true, errorsLeft: 0, repair: { text: 'Dar M-2 a FREE en lugar de AIR' } },
  ])
})
