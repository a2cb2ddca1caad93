import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import { type Id, makeId } from '../../../records/ids.ts'
import { amounts, PlanBuilder } from '../../../testing/planBuilder.testing.ts'
import { randomPlan } from '../../../testing/randomPlan.testing.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import { compareCosts } from './compareCosts.ts'
import { finishBound } from './finishBound.ts'
import { requestFor } from '../request.testing.ts'
import { allMissions, copyOf, errorsBy, obstaclesOf } from '../searched.testing.ts'
import { taskingPlan } from '../taskingPlan.testing.ts'
import { TASKING_GOALS, UNIT_FREEDOMS } from '../TaskingRequest.ts'
import { TaskingSearch } from './TaskingSearch.ts'

test('any plan has an answer that keeps every rule', () => {
  const asked = fc.record({
    mayMove: fc.boolean(),
    units: fc.constantFrom(...UNIT_FREEDOMS),
    notBefore: fc.constantFrom(null, 0, 500),
    goals: fc.shuffledSubarray([...TASKING_GOALS]),
    seed: fc.nat(),
  })
  const plans = fc.oneof(
    randomPlan,
    fc.nat().map((seed) => taskingPlan(seed)),
  )
  fc.assert(
    fc.property(plans, asked, (plan, fields) => {
      const of = buildTaskingModel(plan, requestFor({ missions: allMissions(plan), ...fields }))
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
    const of = buildTaskingModel(
      plan,
      requestFor({ missions: allMissions(plan), units, mayMove, goals: [...TASKING_GOALS] }),
    )
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
  const search = new TaskingSearch(buildTaskingModel(hostilePlan(), requestFor({})))
  search.step(10)
  expect(search.isDone).toBe(true)
  expect(search.best.placements).toEqual([])
})
