import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Id, makeId } from '../../../records/ids.ts'
import { amounts, PlanBuilder } from '../../../testing/planBuilder.testing.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import { finishBound } from './finishBound.ts'
import type { TaskingRequest } from '../TaskingRequest.ts'

const HOUR = 60

const requestOf = (missions: Id<'mission'>[]): TaskingRequest => ({
  missions,
  mayMove: true,
  units: 'change',
  fixedTimes: [],
  fixedUnits: [],
  notBefore: 0,
  goals: ['finish'],
  seed: 1,
})

interface Tiny {
  readonly recovery: number
  /** Infantry that each unit has. */
  readonly units: readonly number[]
  /** Hours, and infantry asked. */
  readonly missions: readonly (readonly [hours: number, asked: number])[]
  /** Later missions wait for earlier ones, by so many hours. */
  readonly waits: readonly (readonly [before: number, after: number, lag: number])[]
}

function build({ recovery, units, missions, waits }: Tiny) {
  const parameters = [{ key: 'recovery-minutes', value: recovery * HOUR, unit: 'min', source: '' }]
  const b = new PlanBuilder({ parameters, horizon: { from: 0, to: 100 * HOUR } })
  for (const [i, quantity] of units.entries()) b.unit(`U-${i}`, { capabilities: amounts({ infantry: quantity }) })
  for (const asked of [1, 2, 3]) b.type(`A${asked}`, { capabilities: amounts({ infantry: asked }) })
  const ids = missions.map(([hours, asked], i) =>
    b.mission(`M-${i}`, null, hours * HOUR, { type: makeId('mission-type', `A${asked}`) }),
  )
  for (const [before, after, lag] of waits) {
    if (before < after) b.dependency(ids[before]!, ids[after]!, { lagMinutes: lag * HOUR })
  }
  return buildTaskingModel(b.build(), requestOf(ids))
}

/** The soonest that all is over, in hours, by trying everything; infinite where it takes more than `most`. */
function soonest({ recovery, units, missions, waits }: Tiny, most: number): number {
  const free = units.map((): (readonly [number, number])[] => [])
  const starts: number[] = []
  let best = Number.POSITIVE_INFINITY
  const teams = Array.from({ length: 2 ** units.length - 1 }, (_, i) =>
    units.flatMap((_, u) => (((i + 1) >> u) & 1 ? [u] : [])),
  )
  const put = (mission: number, finish: number): void => {
    const own = missions[mission]
    if (own === undefined) best = Math.min(best, finish)
    if (own === undefined || finish >= best) return
    const [hours, asked] = own
    const first = waits
      .filter(([before, after]) => after === mission && before < after)
      .reduce((latest, [before, , lag]) => Math.max(latest, starts[before]! + missions[before]![0] + lag), 0)
    for (let start = first; start + hours <= most; start += 1) {
      for (const team of teams) {
        if (team.reduce((sum, u) => sum + units[u]!, 0) < asked) continue
        if (team.some((u) => free[u]!.some(([from, to]) => start < to && start + hours + recovery > from))) continue
        for (const u of team) free[u]!.push([start, start + hours + recovery])
        starts[mission] = start
        put(mission + 1, Math.max(finish, start + hours))
        for (const u of team) free[u]!.pop()
      }
    }
  }
  put(0, 0)
  return best
}

const tiny = fc.record({
  recovery: fc.nat(1),
  units: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 2 }),
  missions: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
    minLength: 1,
    maxLength: 4,
  }),
  waits: fc
    .array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: -1, max: 2 })), { maxLength: 2 })
    .map((list) => list.filter(([, after]) => after < 4)),
})

test('no placement ends before the bound', () => {
  let met = 0
  let runs = 0
  fc.assert(
    fc.property(tiny, (drawn) => {
      const plan = {
        ...drawn,
        waits: drawn.waits.filter(([before, after]) => Math.max(before, after) < drawn.missions.length),
      }
      const least = soonest(plan, 16)
      if (!Number.isFinite(least)) return
      const found = finishBound(build(plan), () => true)
      expect(found?.bound).toBeLessThanOrEqual(least * HOUR)
      runs += 1
      if (found?.bound === least * HOUR) met += 1
    }),
    { numRuns: 150, seed: 7 },
  )
  // Low bounds are sound too, and worth nothing.
  expect(met / runs).toBeGreaterThan(0.5)
})

test('names what waits for each other', () => {
  const model = build({
    recovery: 0,
    units: [2, 2],
    missions: [
      [2, 1],
      [1, 1],
      [3, 1],
    ],
    waits: [[0, 2, 1]],
  })
  expect(finishBound(model, () => true)).toEqual({
    bound: 6 * HOUR,
    reason: { kind: 'order', missions: ['mission:M-0', 'mission:M-2'] },
  })
})

test('names the units whose work it is', () => {
  const model = build({
    recovery: 1,
    units: [1],
    missions: [
      [2, 1],
      [1, 1],
      [3, 1],
    ],
    waits: [],
  })
  expect(finishBound(model, () => true)).toEqual({
    bound: 8 * HOUR,
    reason: {
      kind: 'work',
      units: ['unit:U-0'],
      missions: ['mission:M-0', 'mission:M-1', 'mission:M-2'],
      minutes: 9 * HOUR,
    },
  })
})

test('counts only what has a place', () => {
  const model = build({
    recovery: 0,
    units: [1],
    missions: [
      [2, 1],
      [1, 1],
      [3, 1],
    ],
    waits: [[0, 2, 1]],
  })
  expect(finishBound(model, (task) => task === 1)?.bound).toBe(HOUR)
  expect(finishBound(model, () => false)).toBeNull()
})
