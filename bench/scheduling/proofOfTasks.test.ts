import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeId } from '../../src/domain/records/ids.ts'
import { flatOfTasking, type TasksOfUnits } from '../../src/domain/scheduling/proof/flatOfTasking.ts'
import { startRefuting } from '../../src/domain/scheduling/proof/startRefuting.ts'
import { openChuffed } from '../../src/headless/openChuffed.ts'
import { askChuffed } from './askChuffed.testing.ts'

const PATIENCE = 120_000
const LAST = 9
const TIE = makeId('dependency', 'x')

type Drawn = Readonly<{
  recovery: number
  /** Quantity of the one capability, and whether the unit splits. */
  units: readonly (readonly [number, boolean])[]
  /** Duration, and quantity asked for. */
  tasks: readonly (readonly [number, number])[]
  /** The second starts so long after the start of the first, or more. */
  waits: readonly (readonly [number, number, number])[]
}>

const drawn: fc.Arbitrary<Drawn> = fc.record({
  recovery: fc.nat(1),
  units: fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.boolean()), { minLength: 1, maxLength: 2 }),
  tasks: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
    minLength: 3,
    maxLength: 3,
  }),
  waits: fc
    .array(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: -1, max: 2 })), { maxLength: 2 })
    .map((list) => list.filter(([a, b]) => a !== b)),
})

function modelOf({ recovery, units, tasks, waits }: Drawn): TasksOfUnits {
  const all = units.map((_, unit) => unit)
  const Infinite = Number.POSITIVE_INFINITY
  return {
    units: units.map(([quantity, splittable]) => ({ capabilities: [{ capability: 'boat', quantity }], splittable })),
    context: { recoveryMinutes: recovery },
    tasks: tasks.map(([minutes, quantity], index) => ({
      index,
      minutes,
      needs: [{ capability: 'boat', quantity }],
      needsLeader: true,
      leaders: all,
      supporters: all,
      fixedStart: null,
      first: 0,
      last: LAST,
      relations: waits.flatMap(([a, b, lag]) => {
        const tie = { by: TIE, kind: 'dependency' } as const
        if (b === index) return [{ ...tie, other: a, spans: [{ least: lag, most: Infinite }] }]
        if (a === index) return [{ ...tie, other: b, spans: [{ least: -Infinite, most: -lag }] }]
        return []
      }),
    })),
  }
}

/** The earliest end of all by trying every start and every share of every unit; infinite where nothing fits. */
function soonest({ recovery, units, tasks, waits }: Drawn): number {
  let best = Number.POSITIVE_INFINITY
  const booked: { from: number; to: number; unit: number; amount: number }[] = []
  const starts: number[] = []
  const freeOf = (unit: number, from: number, to: number): number => {
    const [has, splits] = units[unit] ?? [0, false]
    const met = booked.filter((one) => one.unit === unit && one.from < to && one.to > from)
    if (!splits) return met.length > 0 ? 0 : has
    let most = 0
    for (let at = from; at < to; at += 1) {
      const taken = met.filter((one) => one.from <= at && at < one.to).reduce((sum, { amount }) => sum + amount, 0)
      most = Math.max(most, taken)
    }
    return has - most
  }
  const put = (task: number, end: number): void => {
    if (task === tasks.length) {
      const isKept = waits.every(([a, b, lag]) => (starts[b] ?? 0) - (starts[a] ?? 0) >= lag)
      if (isKept) best = Math.min(best, end)
      return
    }
    const [minutes, asked] = tasks[task] ?? [0, 0]
    for (let start = 0; start <= LAST; start += 1) {
      const to = start + minutes + recovery
      const share = (unit: number, open: number): void => {
        if (open === 0) {
          starts[task] = start
          put(task + 1, Math.max(end, start + minutes))
        } else if (unit < units.length) {
          for (let amount = 0; amount <= Math.min(open, freeOf(unit, start, to)); amount += 1) {
            if (amount > 0) booked.push({ from: start, to, unit, amount })
            share(unit + 1, open - amount)
            if (amount > 0) booked.pop()
          }
        }
      }
      share(0, asked)
    }
  }
  put(0, 0)
  return best
}

test(
  'what is refuted cannot be, and mostly what cannot be is refuted',
  async () => {
    const wrong: Drawn[] = []
    let isTight = 0
    const plans = fc.sample(drawn, { numRuns: 8, seed: 3 })
    for (const plan of plans) {
      const model = modelOf(plan)
      const among = new Set([0, 1, 2])
      const end = soonest(plan)
      if (Number.isFinite(end)) {
        if ((await askChuffed(flatOfTasking(model, among, end + 1))).isRefuted) wrong.push(plan)
        if ((await askChuffed(flatOfTasking(model, among, end))).isRefuted) isTight += 1
      } else if ((await askChuffed(flatOfTasking(model, among, null))).isRefuted) isTight += 1
    }
    expect(wrong).toEqual([])
    expect(isTight / plans.length).toBeGreaterThan(0.7)
  },
  PATIENCE,
)

test(
  'two that need the one unit at the same hour cannot both be; one alone can',
  async () => {
    const plan: Drawn = {
      recovery: 1,
      units: [[1, false]],
      tasks: [
        [2, 1],
        [2, 1],
        [1, 1],
      ],
      waits: [],
    }
    const model = modelOf(plan)
    const tasks = model.tasks.map((task) => ({ ...task, first: 0, last: 2 }))
    const isRefuted = (among: readonly number[]): Promise<boolean> => {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      startRefuting(flatOfTasking({ ...model, tasks }, new Set(among), null), openChuffed, resolve)
      return promise
    }
    expect(await isRefuted([0, 1])).toBe(true)
    expect(await isRefuted([0, 2])).toBe(false)
    expect(await isRefuted([0])).toBe(false)
  },
  PATIENCE,
)

test(
  'of two spans of a tie, one is enough',
  async () => {
    const model = modelOf({
      recovery: 0,
      units: [[2, true]],
      tasks: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      waits: [],
    })
    const tied = (spans: readonly { least: number; most: number }[]): TasksOfUnits => ({
      ...model,
      tasks: model.tasks.map((task) => ({
        ...task,
        relations: task.index === 0 ? [{ other: 1, spans, by: TIE, kind: 'dependency' as const }] : [],
      })),
    })
    const far = { least: 20, most: 30 }
    expect(
      (await askChuffed(flatOfTasking(tied([far, { least: -3, most: -2 }]), new Set([0, 1]), null))).isRefuted,
    ).toBe(false)
    expect(
      (await askChuffed(flatOfTasking(tied([far, { least: -30, most: -20 }]), new Set([0, 1]), null))).isRefuted,
    ).toBe(true)
  },
  PATIENCE,
)
