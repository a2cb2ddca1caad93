import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanDocument } from '../../../plan/PlanDocument.ts'
import { makeId } from '../../../records/ids.ts'
import { amounts, at, PlanBuilder, standing } from '../../../testing/planBuilder.testing.ts'
import { randomPlan } from '../../../testing/randomPlan.testing.ts'
import { DAY } from '../../../time/planTime.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import { requestFor } from '../request.testing.ts'
import { taskingPlan } from '../taskingPlan.testing.ts'
import type { TaskingRequest } from '../TaskingRequest.ts'
import { Timetable } from './Timetable.ts'
import { newErrors, writtenPlan } from '../writtenPlan.testing.ts'

const FREE = (): number => 0
const LONG = 20 * DAY

function begin(plan: PlanDocument, fields: Partial<TaskingRequest> = {}) {
  const missions = [...plan.all('mission')].map((m) => m.id)
  const model = buildTaskingModel(plan, requestFor({ missions, ...fields }))
  return { model, timetable: new Timetable(model) }
}

/** Places in some order, takes a third out, places again; gives the errors that name what is placed at the end. */
function errorsOfPlacing(plan: PlanDocument, units: TaskingRequest['units'], chosen: number, order: number): string[] {
  const missions = [...plan.all('mission')].map((m) => m.id).filter((_, i) => (chosen >> i) & 1)
  const { model, timetable } = begin(plan, { missions, units, mayMove: order % 5 !== 0 })
  const prices = (task: number, unit: number): number => (task * 7 + unit * 13 + order) % 11
  const rank = (task: number): number => (task * 5 + order) % 13
  const sequence = model.tasks.map((t) => t.index).sort((a, b) => rank(a) - rank(b))
  for (const turn of [0, 1]) {
    for (const task of sequence) {
      if (turn === 1 && (task * 31 + order) % 3 === 0) timetable.remove(task)
    }
    for (const task of sequence) {
      if (timetable.placementOf(task) !== null) continue
      const placement = timetable.findFirst(task, -LONG, LONG, prices)
      if (placement === null) continue
      expect(timetable.obstacleOf(task, placement)).toBeNull()
      timetable.place(task, placement)
    }
  }
  for (let unsound = timetable.unsound(); unsound.length > 0; unsound = timetable.unsound()) {
    for (const task of unsound) timetable.remove(task)
  }
  const placed = new Set<string>()
  for (const { index, mission } of model.tasks) if (timetable.placementOf(index) !== null) placed.add(mission.id)
  const written = writtenPlan(model, (task) => timetable.placementOf(task))
  return newErrors(model, written).flatMap((f) => (f.records.some((id) => placed.has(id)) ? [f.key] : []))
}

const freedom = fc.constantFrom('change' as const, 'change' as const, 'add' as const, 'keep' as const)

test('places nothing that the check calls an error, in plans where much fits', () => {
  fc.assert(
    fc.property(fc.nat(), freedom, fc.nat(16_383), fc.nat(4_095), (seed, units, chosen, order) => {
      expect(errorsOfPlacing(taskingPlan(seed), units, chosen, order)).toEqual([])
    }),
    { numRuns: 250 },
  )
})

test('places nothing that the check calls an error, in broken plans', () => {
  fc.assert(
    fc.property(randomPlan, freedom, fc.nat(4_095), fc.nat(4_095), (plan, units, chosen, order) => {
      expect(errorsOfPlacing(plan, units, chosen, order)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('finds no start later than one that it could have found', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.integer({ min: 7, max: 90 }), (seed, step) => {
      const { model, timetable } = begin(taskingPlan(seed))
      for (const { index, first } of model.tasks) {
        const placement = timetable.findFirst(index, -DAY, LONG, FREE)
        const end = Math.min(placement?.start ?? LONG, first + 60 * step)
        for (let start = first; start < end; start += step) {
          // Units of one chain may get in each other's way; then starts a quarter of an hour apart are looked at.
          const isMissed = timetable.findFirst(index, start, start, FREE) !== null
          expect(isMissed && (placement?.start ?? LONG) - start >= 15).toBe(false)
        }
        if (placement !== null) timetable.place(index, placement)
      }
    }),
    { numRuns: 25 },
  )
})

test('leaves a timetable as it was when a task comes and goes', () => {
  const { model, timetable } = begin(taskingPlan(7))
  for (const { index } of model.tasks) {
    const placement = timetable.findFirst(index, 0, LONG, FREE)
    if (placement !== null) timetable.place(index, placement)
  }
  const work = (): number[] => model.units.map((_, unit) => timetable.workOf(unit))
  const before = work()
  const placed = model.tasks.filter(({ index }) => timetable.placementOf(index) !== null)
  expect(placed.length).toBeGreaterThan(3)
  for (const { index } of placed) {
    const placement = timetable.placementOf(index)
    timetable.remove(index)
    if (placement !== null) timetable.place(index, placement)
  }
  expect(work()).toEqual(before)
})

function lift(): PlanBuilder {
  const b = new PlanBuilder()
  b.type('L', { components: ['ground'], capabilities: amounts({ helicopter: 2 }) })
  return b
}

const L = { type: makeId('mission-type', 'L') }

test('waits for the unit that alone has what is asked, and says what holds it', () => {
  const b = lift()
  const unit = b.unit('A', { capabilities: amounts({ helicopter: 2 }) })
  const other = b.mission('M-1', 100, 200)
  b.assign(other, unit)
  const mission = b.mission('M-2', null, 50, { ...L, earliest: 80 })
  const { timetable } = begin(b.build(), { missions: [mission] })
  const placement = timetable.findFirst(0, 0, LONG, FREE)
  expect(placement?.start).toBe(300)
  expect(placement?.team).toEqual([{ unit: 0, part: 'supported', brings: amounts({ helicopter: 2 }) }])
  expect(timetable.obstaclesAt(0, 250)).toEqual([{ requirement: { kind: 'busy', other }, unit: 0, until: 300 }])
  expect(timetable.findFirst(0, 0, 299, FREE)).toBeNull()
  const waived = timetable.findFirst(0, 0, 299, FREE, (requirement) => requirement.kind === 'busy')
  expect(waived?.start).toBe(80)
})

test('puts units together where none has all, one of them leading', () => {
  const b = lift()
  b.unit('A', { capabilities: amounts({ helicopter: 1 }) })
  b.unit('B', { capabilities: amounts({ helicopter: 1 }), component: makeId('component', 'air') })
  const mission = b.mission('M-1', null, 50, L)
  const { timetable } = begin(b.build(), { missions: [mission] })
  const team = timetable.findFirst(0, 0, LONG, FREE)?.team
  expect(team?.map((m) => [m.unit, m.part])).toEqual([
    [0, 'supported'],
    [1, 'supporting'],
  ])
})

test('gives the way between two places its time', () => {
  const b = lift()
  const unit = b.unit('A', {
    capabilities: amounts({ helicopter: 2 }),
    mobility: [{ mode: 'rotary-wing', speedKmh: 100 }],
  })
  b.assign(b.mission('M-1', 0, 60, { places: standing(-74, -12) }), unit)
  const mission = b.mission('M-2', null, 50, { ...L, places: standing(-74, -13) })
  const { timetable } = begin(b.build(), { missions: [mission], notBefore: 0 })
  const start = timetable.findFirst(0, 0, LONG, FREE)?.start ?? 0
  // 111.2 km at 100 km/h, 1.1 times as far as the crow flies.
  expect(start).toBe(60 + Math.ceil((111.19 * 1.1 * 60) / 100))
})

test('knows the placement a mission has, and that a part of it is none', () => {
  const b = lift()
  const unit = b.unit('A', { capabilities: amounts({ helicopter: 2 }) })
  b.assign(b.mission('M-1', 10, 50, L), unit, { helicopter: 2 })
  b.assign(b.mission('M-2', 500, 50, L), unit, { helicopter: 1 })
  const { timetable } = begin(b.build())
  const current = timetable.currentOf(0)
  expect(current).toEqual({
    start: 10,
    team: [{ unit: 0, part: 'supported', brings: amounts({ helicopter: 2 }) }],
    legalBasis: null,
  })
  expect(timetable.currentOf(1)).toBeNull()
})

test('rests a mission on another basis where its own does not hold', () => {
  const b = new PlanBuilder()
  b.type('J', { components: ['ground'], needsLegalBasis: true })
  b.unit('A')
  b.legalBasis('B1', { from: at(0), to: at(100) })
  const later = b.legalBasis('B2', { from: at(600), to: at(900) })
  const mission = b.mission('M-1', null, 200, {
    type: makeId('mission-type', 'J'),
    legalBasis: makeId('legal-basis', 'B1'),
  })
  const { timetable } = begin(b.build(), { missions: [mission] })
  const placement = timetable.findFirst(0, 0, LONG, FREE)
  expect(placement).toMatchObject({ start: 600, legalBasis: later })
})

test('counts a task that needs an unplaced one among the unsound', () => {
  const b = new PlanBuilder()
  b.type('E', { components: ['ground'], enablers: ['insertion'] })
  b.type('I', { components: ['ground'], provides: ['insertion'] })
  b.unit('A')
  b.unit('B')
  const insertion = b.mission('M-1', null, 60, { type: makeId('mission-type', 'I') })
  const enablers = [{ kind: 'insertion' as const, mission: insertion }]
  b.mission('M-2', null, 60, { type: makeId('mission-type', 'E'), enablers })
  const { timetable } = begin(b.build())
  timetable.place(1, timetable.findFirst(1, 5_000, LONG, FREE) ?? { start: 0, team: [], legalBasis: null })
  expect(timetable.isHanging(1)).toBe(true)
  expect(timetable.unsound()).toEqual([1])
  const first = timetable.findFirst(0, -DAY, LONG, FREE)
  expect(first?.start).toBe(5_000 - DAY - 60)
  if (first !== null) timetable.place(0, first)
  expect(timetable.unsound()).toEqual([])
})

test('resupplies in time those who count on it, though their mission is not its own to move', () => {
  const b = new PlanBuilder()
  b.type('R', { components: ['naval'], provides: ['resupply'] })
  const unit = b.unit('A', { supplyDays: 1 })
  b.unit('B', { component: makeId('component', 'naval') })
  const resupply = b.mission('M-1', 1_380, 60, { type: makeId('mission-type', 'R') })
  b.assign(b.mission('M-2', 0, 2 * DAY, { enablers: [{ kind: 'resupply', mission: resupply }] }), unit)
  const { timetable } = begin(b.build(), { missions: [resupply], notBefore: 0 })
  expect(timetable.findFirst(0, 0, LONG, FREE)?.start).toBe(1_380)
  const early = { start: 600, team: [{ unit: 0, part: 'supported' as const, brings: [] }], legalBasis: null }
  expect(timetable.obstacleOf(0, early)?.requirement).toEqual({ kind: 'supply' })
})
