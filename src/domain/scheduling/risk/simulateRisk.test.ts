import { describe, expect, test } from 'vitest'
import type { Id } from '../../records/ids.ts'
import { type EstimateShape, meanOf, QuantileTable } from './Estimate.ts'
import type { ArcKind, RiskArc, RiskGroup, RiskModel, RiskTask } from './RiskModel.ts'
import { type RiskResult, simulateRisk } from './simulateRisk.ts'

const exactly = (minutes: number) => ({ optimistic: minutes, likely: minutes, pessimistic: minutes })
const between = (optimistic: number, likely: number, pessimistic: number) => ({ optimistic, likely, pessimistic })

function task(name: string, duration = exactly(0), more: Partial<RiskTask> = {}): RiskTask {
  return { id: `mission:${name}` as Id<'mission'>, notBefore: 0, duration, season: -1, units: [], ...more }
}

const arc = (from: number, to: number, kind: ArcKind = 'finish-start', lag = 0): RiskArc => ({
  from,
  to,
  kind,
  lag,
  because: 'dependency',
})

function modelOf(tasks: readonly RiskTask[], arcs: readonly RiskArc[] = [], more: Partial<RiskModel> = {}): RiskModel {
  const months = Array.from({ length: 12 }, (_, i) => ({ from: i * 43_200, month: i + 1 }))
  return {
    tasks,
    arcs,
    // By task, start before finish: all arcs of these tests lead from earlier tasks to later ones.
    events: tasks.flatMap((_, i) => [2 * i, 2 * i + 1]),
    units: [],
    groups: [],
    seasons: [],
    seasonCorrelation: 0,
    months,
    failureDelay: 0,
    ignored: [],
    ...more,
  }
}

function run(model: RiskModel, runs = 20_000, seed = 1, shape: EstimateShape = 'pert'): RiskResult {
  const steps = simulateRisk(model, { runs, seed, shape })
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Standard deviation of the plan's end over the runs. */
function deviationOf({ ends, end }: RiskResult): number {
  let sum = 0
  for (const value of ends) sum += (value - end.mean.value) ** 2
  return Math.sqrt(sum / (ends.length - 1))
}

const finishOf = (result: RiskResult, name: string) => {
  const found = result.tasks.find((t) => t.id === `mission:${name}`)
  if (found === undefined) throw new Error(name)
  return found
}

describe('one estimate', () => {
  const estimate = between(100, 200, 600)

  test('has the mean and the deviation of its shape', () => {
    const pert = run(modelOf([task('A', estimate)]), 200_000)
    // Beta of parameters a = 1.8 and b = 4.2 over 500: variance 500² a b / ((a + b)² (a + b + 1)).
    expect(pert.end.mean.value).toBeCloseTo(meanOf(estimate, 'pert'), 0)
    expect(deviationOf(pert)).toBeCloseTo(500 * Math.sqrt((1.8 * 4.2) / (36 * 7)), 0)
    const triangular = run(modelOf([task('A', estimate)]), 200_000, 1, 'triangular')
    expect(triangular.end.mean.value).toBeCloseTo(meanOf(estimate, 'triangular'), 0)
    // (o² + l² + p² - ol - op - lp) / 18
    expect(deviationOf(triangular)).toBeCloseTo(Math.sqrt(210_000 / 18), 0)
  })

  test('has the quantiles of the triangle, which have a formula', () => {
    const { end } = run(modelOf([task('A', estimate)]), 200_000, 3, 'triangular')
    const exact = (p: number): number => 600 - Math.sqrt((1 - p) * 500 * 400)
    for (const [quantile, p] of [
      [end.p50, 0.5],
      [end.p80, 0.8],
      [end.p95, 0.95],
    ] as const) {
      expect(quantile.low).toBeLessThan(exact(p))
      expect(quantile.high).toBeGreaterThan(exact(p))
      expect(quantile.value).toBeCloseTo(exact(p), -1)
    }
  })

  test('of the beta that is a straight line, or a square, the table is exact to a thousandth', () => {
    // Mode at the low end: parameters 1 and 5, whose distribution is 1 - (1 - x)^5.
    const table = new QuantileTable(0, 'pert')
    for (const p of [0.01, 0.1, 0.5, 0.9, 0.99]) expect(table.at(p)).toBeCloseTo(1 - (1 - p) ** 0.2, 3)
  })

  test('that is one number is that number in every run', () => {
    const { end, ends } = run(modelOf([task('A', exactly(90))]), 500)
    expect(new Set(ends)).toEqual(new Set([90]))
    expect(end.p80).toEqual({ value: 90, low: 90, high: 90 })
  })
})

describe('what hangs together', () => {
  const third = between(0, 300, 600)

  test('one after the other adds means and variances', () => {
    const tasks = ['A', 'B', 'C', 'D'].map((name) => task(name, third))
    const result = run(modelOf(tasks, [arc(0, 1), arc(1, 2, 'finish-start', 60), arc(2, 3)]), 100_000)
    expect(result.end.mean.value).toBeCloseTo(4 * 300 + 60, -1)
    expect(Math.abs(result.end.mean.value - 1_260)).toBeLessThan(4 * 2 * (deviationOf(result) / Math.sqrt(100_000)))
    // A symmetric PERT of width w has the variance w² / 28.
    expect(deviationOf(result)).toBeCloseTo(Math.sqrt((4 * 600 ** 2) / 28), 0)
  })

  test('side by side is the latest: its median is where each is passed with the root of a half', () => {
    const result = run(modelOf([task('A', third), task('B', third)]), 100_000, 5, 'triangular')
    const p = Math.sqrt(0.5)
    const exact = 600 - Math.sqrt((1 - p) * 600 * 300)
    expect(result.end.p50.low).toBeLessThan(exact)
    expect(result.end.p50.high).toBeGreaterThan(exact)
  })

  test('the two sides of an even race are critical half the time each, and what stands before both always', () => {
    const tasks = [task('first', third), task('left', third), task('right', third)]
    const result = run(modelOf(tasks, [arc(0, 1), arc(0, 2)]))
    expect(finishOf(result, 'first').criticality.value).toBe(1)
    for (const side of ['left', 'right']) {
      const { value, low, high } = finishOf(result, side).criticality
      expect(value).toBeCloseTo(0.5, 1)
      expect(low).toBeLessThan(value)
      expect(high).toBeGreaterThan(value)
    }
  })

  test.each([
    ['finish-start', 30, 180],
    ['start-start', 30, 100],
    ['finish-finish', 30, 130],
    ['start-finish', 150, 170],
  ] as const)('%s with a lag of %i', (kind, lag, finish) => {
    const first = task('A', exactly(80), { notBefore: 20 })
    const result = run(modelOf([first, task('B', exactly(50), { notBefore: 0 })], [arc(0, 1, kind, lag)]), 10)
    expect(finishOf(result, 'B').p50.value).toBe(finish)
    expect(finishOf(result, 'A').criticality.value).toBe(1)
  })

  test('cover that begins before a mission and lasts until after it waits for the mission, and the mission for it', () => {
    const tasks = [task('cover', exactly(50), { notBefore: 100 }), task('M', exactly(80))]
    const arcs = [arc(0, 1, 'start-start'), arc(1, 0, 'finish-finish', 10)]
    const result = run(modelOf(tasks, arcs, { events: [0, 2, 3, 1] }), 10)
    expect(finishOf(result, 'M').p50.value).toBe(180)
    expect(finishOf(result, 'cover').p50.value).toBe(190)
    expect(result.tasks.map((t) => t.criticality.value)).toEqual([1, 1])
  })

  test('nothing begins before its planned time, and what waits for its own time makes nothing before it critical', () => {
    const tasks = [task('A', exactly(10)), task('B', exactly(10), { notBefore: 500 })]
    const result = run(modelOf(tasks, [arc(0, 1)]), 10)
    expect(finishOf(result, 'B').p50.value).toBe(510)
    expect(finishOf(result, 'A').criticality.value).toBe(0)
  })
})

describe('what comes from without', () => {
  test('a unit that fails with a chance of a fifth is waited for a fifth of the mean delay', () => {
    const one = task('A', exactly(100), { units: [{ unit: 0, failure: 0.2 }] })
    const model = modelOf([one], [], { units: ['unit:U' as Id<'unit'>], failureDelay: 1_000 })
    const result = run(model, 200_000)
    expect(result.end.mean.value).toBeCloseTo(300, -1)
    expect(result.ends.filter((end) => end === 100).length / 200_000).toBeCloseTo(0.8, 2)
    expect(result.units[0]?.criticality.value).toBe(1)
    expect(result.tornado[0]?.driver).toEqual({ kind: 'unit', id: 'unit:U' })
    expect(result.tornado[0]?.correlation).toBeCloseTo(1, 6)
  })

  test('a season stretches what begins in it by half its worst on average, and nothing else', () => {
    const season = { months: [2], stretch: 0.4 }
    const inside = task('inside', exactly(1_000), { notBefore: 43_200, season: 0 })
    const outside = task('outside', exactly(1_000), { season: 0 })
    const result = run(modelOf([outside, inside], [], { seasons: [season] }), 100_000)
    expect(finishOf(result, 'inside').mean.value).toBeCloseTo(43_200 + 1_200, -1)
    expect(finishOf(result, 'outside').p95.value).toBe(1_000)
    // Severity is even from 0 to 1: the stretch of 400 has the deviation 400 / √12.
    expect(deviationOf(result)).toBeCloseTo(400 / Math.sqrt(12), 0)
  })

  test('months that go together make the end vary more than months on their own', () => {
    const seasons = [{ months: [1, 2, 3], stretch: 1 }]
    const chain = [0, 1, 2].map((i) => task(`T${i}`, exactly(40_000), { season: 0 }))
    const arcs = [arc(0, 1), arc(1, 2)]
    const alone = deviationOf(run(modelOf(chain, arcs, { seasons, seasonCorrelation: 0 })))
    const together = deviationOf(run(modelOf(chain, arcs, { seasons, seasonCorrelation: 0.95 })))
    expect(together).toBeGreaterThan(alone * 1.1)
  })
})

describe('the answer', () => {
  const groups: RiskGroup[] = [{ id: 'phase:F1', tasks: [0, 1], due: 300 }]
  const model = modelOf([task('A', between(0, 300, 600)), task('B', between(0, 100, 200))], [], { groups })

  test('is the same for the same seed, and another for another', () => {
    expect(run(model, 3_000, 7)).toEqual(run(model, 3_000, 7))
    expect(run(model, 3_000, 8).end.mean.value).not.toBe(run(model, 3_000, 7).end.mean.value)
  })

  test('changes no other draw when a task joins that has nothing to do with it', () => {
    const more = modelOf([task('Z', between(0, 1, 2)), ...model.tasks], [], {})
    expect(finishOf(run(more, 3_000), 'A')).toMatchObject({ p80: finishOf(run(model, 3_000), 'A').p80 })
  })

  test('says the chance of a date, and where its true value lies', () => {
    const [group] = run(model, 50_000, 2).groups
    // Symmetric about 300, and the other task is always done by then.
    expect(group?.inTime?.low).toBeLessThan(0.5)
    expect(group?.inTime?.high).toBeGreaterThan(0.5)
    expect((group?.inTime?.high ?? 0) - (group?.inTime?.low ?? 0)).toBeLessThan(0.01)
  })

  test('has intervals that hold the truth in about 95 of 100 simulations', () => {
    const one = modelOf([task('A', between(0, 300, 600))])
    let held = 0
    for (let seed = 1; seed <= 200; seed += 1) {
      const { p50 } = run(one, 400, seed).end
      if (p50.low <= 300 && p50.high >= 300) held += 1
    }
    expect(held).toBeGreaterThanOrEqual(180)
    expect(held).toBeLessThan(200)
  })

  test('names as the strongest driver what moves the end most', () => {
    const tasks = [
      task('small', between(90, 100, 110)),
      task('large', between(0, 500, 1_000)),
      task('aside', between(0, 5, 9)),
    ]
    const { tornado } = run(modelOf(tasks, [arc(0, 1)]))
    expect(tornado.map((bar) => (bar.driver.kind === 'mission' ? bar.driver.id : ''))[0]).toBe('mission:large')
    // P10 to P90 of a symmetric PERT of width 1000, taken as normal: 2 × 1.2816 × 1000 / √28.
    expect(tornado[0]?.swing).toBeCloseTo((2 * 1.2816 * 1_000) / Math.sqrt(28), -1)
    expect(tornado[0]?.correlation).toBeGreaterThan(0.99)
  })

  test('comes for no task at all, and for 50,000', () => {
    const nothing = run(modelOf([], [], { groups: [{ id: 'phase:F1', tasks: [], due: 10 }] }), 100)
    expect(nothing.tasks).toEqual([])
    expect(JSON.stringify(nothing)).not.toContain('null')
    const many = Array.from({ length: 50_000 }, (_, i) => task(`T${i}`, between(10, 20, 90)))
    const arcs = many.slice(1).map((_, i) => arc(i, i + 1))
    const result = run(modelOf(many, arcs), 10_000)
    expect(result.runs).toBe(800)
    expect(Number.isFinite(result.end.p80.value)).toBe(true)
    expect(result.end.mean.value).toBeCloseTo(50_000 * 30, -4)
  })
})
