import { expect, test } from 'vitest'
import { buildTaskingModel } from '../src/domain/scheduling/tasking/model/buildTaskingModel.ts'
import { compareCosts } from '../src/domain/scheduling/tasking/search/compareCosts.ts'
import { finishBound } from '../src/domain/scheduling/tasking/search/finishBound.ts'
import { requestFor } from '../src/domain/scheduling/tasking/request.testing.ts'
import { copyOf, errorsBy, obstaclesOf } from '../src/domain/scheduling/tasking/searched.testing.ts'
import type { TaskingModel } from '../src/domain/scheduling/tasking/model/TaskingModel.ts'
import { TASKING_GOALS, type TaskingRequest } from '../src/domain/scheduling/tasking/TaskingRequest.ts'
import { TaskingSearch } from '../src/domain/scheduling/tasking/search/TaskingSearch.ts'
import { Timetable } from '../src/domain/scheduling/tasking/timetable/Timetable.ts'
import { plantTasking } from './plantTasking.ts'

const planted = plantTasking({ seed: 1, units: 20, missions: 60 })
const ASKED: Partial<TaskingRequest> = { missions: [...planted.chosen], goals: ['finish', 'lateness'] }
const model = (fields: Partial<TaskingRequest> = {}): TaskingModel =>
  buildTaskingModel(planted.hidden, requestFor({ ...ASKED, notBefore: 0, ...fields }))

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
  const of = buildTaskingModel(planted.planted, requestFor({ ...ASKED, goals: ['change'] }))
  const search = new TaskingSearch(of)
  search.step(0)
  search.step(50)
  expect(search.best.costs[0]).toBe(0)
  expect(search.best.costs[1]).toBe(0)
})

test('ends no worse than the plan as it stands', () => {
  const of = buildTaskingModel(planted.planted, requestFor({ ...ASKED, goals: ['finish'], notBefore: 0 }))
  const search = new TaskingSearch(of)
  search.step(0)
  expect(search.best.costs[0]).toBe(0)
  expect(search.best.costs[1]).toBeLessThanOrEqual(planted.finish)
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
