import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plantTasking } from '../../../../bench/plantTasking.ts'
import type { PlanReader } from '../../plan/PlanDocument.ts'
import { type Id, makeId } from '../../records/ids.ts'
import { amounts, PlanBuilder } from '../../testing/planBuilder.testing.ts'
import { randomPlan } from '../../testing/randomPlan.testing.ts'
import { buildTaskingModel } from './buildTaskingModel.ts'
import { compareCosts } from './compareCosts.ts'
import { finishBound } from './finishBound.ts'
import type { TaskingModel } from './TaskingModel.ts'
import { TASKING_GOALS, type TaskingRequest, UNIT_FREEDOMS } from './TaskingRequest.ts'
import { type TaskingBest, TaskingSearch } from './TaskingSearch.ts'
import { Timetable } from './Timetable.ts'
import { newErrors, writtenPlan } from './writtenPlan.testing.ts'

const requestOf = (missions: readonly Id<'mission'>[], fields: Partial<TaskingRequest> = {}): TaskingRequest => ({
  missions: [...missions],
  mayMove: true,
  units: 'change',
  fixedTimes: [],
  fixedUnits: [],
  notBefore: null,
  goals: ['finish', 'lateness'],
  seed: 1,
  ...fields,
})

const allOf = (plan: PlanReader): Id<'mission'>[] => [...plan.all('mission')].map((m) => m.id)

const planted = plantTasking({ seed: 1, units: 20, missions: 60 })
const model = (fields: Partial<TaskingRequest> = {}): TaskingModel =>
  buildTaskingModel(planted.hidden, requestOf(planted.chosen, { notBefore: 0, ...fields }))

const copyOf = ({ placements, costs }: TaskingBest) => ({ placements: [...placements], costs: Array.from(costs) })

/** What stands in the way when the placements are booked one after the other, earliest first. */
function obstaclesOf(of: TaskingModel, { placements }: Pick<TaskingBest, 'placements'>): unknown[] {
  const timetable = new Timetable(of)
  const placed = of.tasks.filter((task) => placements[task.index] !== null)
  placed.sort((a, b) => placements[a.index]!.start - placements[b.index]!.start)
  return placed.flatMap(({ index }) => {
    const placement = placements[index]!
    const obstacle = timetable.obstacleOf(index, placement)
    if (obstacle === null) timetable.place(index, placement)
    return obstacle === null ? [] : [{ index, obstacle }]
  })
}

/** Errors that the check finds about placed missions, and did not before. */
function errorsBy(of: TaskingModel, { placements }: Pick<TaskingBest, 'placements'>): string[] {
  const placed = new Set<Id>(of.tasks.filter((task) => placements[task.index] !== null).map((task) => task.mission.id))
  const found = newErrors(
    of,
    writtenPlan(of, (task) => placements[task] ?? null),
  )
  return found.filter((f) => f.records.some((id) => placed.has(id))).map((f) => f.key)
}

test('places everything of a plan that has room for it, at once', () => {
  const search = new TaskingSearch(model())
  search.step(0)
  expect(search.isReady).toBe(true)
  expect(search.rounds).toBe(0)
  expect(search.best.costs[0]).toBe(0)
})

test('is the same for the same seed, however it is stepped', () => {
  const [one, other] = [new TaskingSearch(model()), new TaskingSearch(model())]
  one.step(0)
  one.step(300)
  while (other.rounds < 300) other.step(7 > 300 - other.rounds ? 300 - other.rounds : 7)
  expect(copyOf(other.best)).toEqual(copyOf(one.best))
  const third = new TaskingSearch(model({ seed: 2 }))
  third.step(0)
  third.step(300)
  expect(copyOf(third.best)).not.toEqual(copyOf(one.best))
})

test.each(TASKING_GOALS)('gets better by %s and never worse, and keeps every rule', (goal) => {
  const of = model({ goals: [goal] })
  const search = new TaskingSearch(of)
  search.step(0)
  const first = copyOf(search.best)
  let last = first
  for (let i = 0; i < 20; i += 1) {
    search.step(20)
    const next = copyOf(search.best)
    expect(compareCosts(next.costs, last.costs)).toBeLessThanOrEqual(0)
    expect(obstaclesOf(of, next)).toEqual([])
    last = next
  }
  expect(compareCosts(last.costs, first.costs)).toBeLessThan(0)
  expect(errorsBy(of, last)).toEqual([])
  const { bound } = finishBound(of, (task) => last.placements[task] !== null) ?? { bound: 0 }
  const ends = of.tasks.map((task) => (last.placements[task.index]?.start ?? 0) + task.minutes)
  expect(Math.max(...ends)).toBeGreaterThanOrEqual(bound)
})

test('costs are those of the placements', () => {
  const of = model({ goals: ['finish', 'lateness', 'change', 'travel', 'balance'] })
  const search = new TaskingSearch(of)
  search.step(0)
  search.step(200)
  const { placements, costs } = copyOf(search.best)
  const timetable = new Timetable(of)
  for (const task of of.tasks) {
    const placement = placements[task.index]
    if (placement !== null && placement !== undefined) timetable.place(task.index, placement)
  }
  const placed = of.tasks.filter((task) => timetable.placementOf(task.index) !== null)
  const startOf = (task: number): number => placements[task]?.start ?? 0
  const work = of.units.map((_, unit) => timetable.workOf(unit))
  expect(costs[0]).toBe(of.tasks.filter((task) => !placed.includes(task)).reduce((sum, task) => sum + task.weight, 0))
  expect(costs[1]).toBe(Math.max(...placed.map((task) => startOf(task.index) + task.minutes)))
  expect(costs[2]).toBe(placed.reduce((sum, task) => sum + task.weight * (startOf(task.index) - task.first), 0))
  expect(costs[4]).toBe(placed.reduce((sum, task) => sum + Math.round(timetable.travelOf(task.index)), 0))
  expect(Math.floor(costs[5] ?? 0)).toBe(Math.max(...work))
})

test('leaves a plan without errors as it is where nothing is to change', () => {
  const of = buildTaskingModel(planted.planted, requestOf(planted.chosen, { goals: ['change'] }))
  const search = new TaskingSearch(of)
  search.step(0)
  search.step(50)
  expect(search.best.costs[0]).toBe(0)
  expect(search.best.costs[1]).toBe(0)
})

test('ends no worse than the plan as it stands', () => {
  const of = buildTaskingModel(planted.planted, requestOf(planted.chosen, { goals: ['finish'], notBefore: 0 }))
  const search = new TaskingSearch(of)
  search.step(0)
  expect(search.best.costs[0]).toBe(0)
  expect(search.best.costs[1]).toBeLessThanOrEqual(planted.finish)
})

test('any plan has an answer that keeps every rule', () => {
  const asked = fc.record({
    mayMove: fc.boolean(),
    units: fc.constantFrom(...UNIT_FREEDOMS),
    notBefore: fc.constantFrom(null, 0, 500),
    goals: fc.shuffledSubarray([...TASKING_GOALS]),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(randomPlan, asked, (plan, fields) => {
      const of = buildTaskingModel(plan, requestOf(allOf(plan), fields))
      const search = new TaskingSearch(of)
      search.step(0)
      const first = copyOf(search.best)
      search.step(30)
      const last = copyOf(search.best)
      expect(last.costs.every(Number.isFinite)).toBe(true)
      expect(compareCosts(last.costs, first.costs)).toBeLessThanOrEqual(0)
      expect(obstaclesOf(of, last)).toEqual([])
      expect(errorsBy(of, last)).toEqual([])
      const bound = finishBound(of, (task) => last.placements[task] !== null)
      for (const { index, minutes } of of.tasks) {
        const placement = last.placements[index]
        if (placement === null || placement === undefined) continue
        expect(bound?.bound).toBeLessThanOrEqual(
          Math.max(...of.tasks.map((t) => (last.placements[t.index]?.start ?? -1e9) + t.minutes)),
        )
        expect(Number.isInteger(placement.start + minutes)).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

/** Everything that makes no sense at once: rings, no room, no end, no units, and one mission that all count on. */
function hostilePlan(): PlanReader {
  const b = new PlanBuilder({ horizon: { from: 0, to: 10_000 } })
  b.type('AIR', { components: ['air'], provides: ['insertion', 'air-cover'], enablers: ['air-cover'] })
  b.type('SOF', { capabilities: amounts({ infantry: 3 }), enablers: ['insertion'] })
  b.type('NONE', { capabilities: amounts({ helicopter: 9 }) })
  for (let i = 0; i < 4; i += 1) b.unit(`U-${i}`, { capabilities: amounts({ infantry: 2 }), splittable: i % 2 === 0 })
  b.unit('A-1', { component: makeId('component', 'air') })
  const type = (local: string) => ({ type: makeId('mission-type', local) })
  const id = (n: number): Id<'mission'> => makeId('mission', `M-${n}`)
  for (let n = 0; n < 200; n += 1) {
    const more = [
      { ...type('AIR'), enablers: [{ kind: 'air-cover' as const, mission: id((n + 5) % 200) }] },
      { ...type('SOF'), enablers: [{ kind: 'insertion' as const, mission: id(0) }] },
      { earliest: 900, latest: 100 },
      type('NONE'),
      {},
    ][n % 5]
    const start = n % 7 === 0 ? 5_000 : null
    b.mission(`M-${n}`, start, n % 11 === 0 ? 5_256_000 : 30 + n, more)
    if (n % 7 === 0) b.assign(id(n), makeId('unit', 'U-1'), { infantry: 5 })
  }
  for (let n = 4; n < 195; n += 5) b.dependency(id(n), id(n + 5), { kind: 'finish-finish', lagMinutes: 30 })
  b.dependency(id(194), id(4), { lagMinutes: 5_000_000 })
  b.dependency(id(9), id(9))
  return b.build()
}

test.each(UNIT_FREEDOMS)('a plan that makes no sense has an answer: %s', (units) => {
  const plan = hostilePlan()
  for (const mayMove of [true, false]) {
    const of = buildTaskingModel(plan, requestOf(allOf(plan), { units, mayMove, goals: [...TASKING_GOALS] }))
    const search = new TaskingSearch(of)
    search.step(0)
    search.step(50)
    expect(search.isReady).toBe(true)
    expect(Array.from(search.best.costs).every(Number.isFinite)).toBe(true)
    expect(search.best.placements.some((p) => p !== null)).toBe(true)
    expect(obstaclesOf(of, search.best)).toEqual([])
    expect(finishBound(of, (task) => search.best.placements[task] !== null)?.bound).toSatisfy(Number.isFinite)
  }
})

test('nothing chosen is an answer too', () => {
  const search = new TaskingSearch(buildTaskingModel(planted.hidden, requestOf([])))
  search.step(10)
  expect(search.isDone).toBe(true)
  expect(search.best.placements).toEqual([])
})

test('stops when told, with what there is', () => {
  const search = new TaskingSearch(model())
  let looks = 0
  search.step(1_000_000, () => {
    looks += 1
    return looks > 2
  })
  expect(search.isReady).toBe(false)
  expect(looks).toBe(3)
})
