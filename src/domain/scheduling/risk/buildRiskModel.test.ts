import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeId } from '../../records/ids.ts'
import { PlanBuilder, standing } from '../../testing/planBuilder.testing.ts'
import { randomPlan } from '../../testing/randomPlan.testing.ts'
import { buildRiskModel } from './buildRiskModel.ts'
import type { RiskModel } from './RiskModel.ts'
import { simulateRisk } from './simulateRisk.ts'

const arcsOf = ({ arcs, tasks }: RiskModel) =>
  arcs.map((a) => `${tasks[a.from]?.id.slice(8)} ${a.kind} ${a.lag} ${tasks[a.to]?.id.slice(8)} (${a.because})`)

const RECOVERING = { parameters: [{ key: 'recovery-minutes', value: 120, unit: 'min', source: 'prueba' }] }

describe('what waits for what', () => {
  test('dependencies with their kind and lag; what has no time, or is cancelled, makes nobody wait', () => {
    const b = new PlanBuilder()
    const [first, second] = [b.mission('A', 0, 60), b.mission('B', 120, 60)]
    b.dependency(first, second, { kind: 'start-start', lagMinutes: 30 })
    b.dependency(second, b.mission('C', null, 60))
    b.dependency(second, b.mission('D', 400, 60, { status: 'cancelled' }))
    const model = buildRiskModel(b.build())
    expect(model.tasks.map((t) => t.id)).toEqual([first, second])
    expect(arcsOf(model)).toEqual(['A start-start 30 B (dependency)'])
  })

  test('enablers, each in its own way, where they are planned in order', () => {
    const b = new PlanBuilder()
    const insertion = b.mission('IN', 0, 60)
    const extraction = b.mission('EX', 400, 60)
    const cover = b.mission('COVER', 50, 400)
    const late = b.mission('LATE', 90, 60)
    const enablers = [
      { kind: 'insertion', mission: insertion },
      { kind: 'extraction', mission: extraction },
      { kind: 'air-cover', mission: cover },
      { kind: 'insertion', mission: late },
    ] as const
    b.mission('M', 100, 200, { enablers: [...enablers] })
    expect(arcsOf(buildRiskModel(b.build())).sort()).toEqual([
      'COVER start-start 0 M (enabler)',
      'IN finish-start 0 M (enabler)',
      'M finish-start 0 EX (enabler)',
    ])
  })

  test('a unit that is one goes from mission to mission with recovery and travel, never more than the plan leaves', () => {
    const b = new PlanBuilder(RECOVERING)
    const unit = b.unit('U', { mobility: [{ mode: 'road', speedKmh: 40 }] })
    const missions = [
      b.mission('A', 0, 60, { places: standing(-74, -12) }),
      b.mission('B', 100, 60, { places: standing(-74, -12) }),
      b.mission('C', 5_000, 60, { places: standing(-74, -13) }),
    ]
    for (const mission of missions) b.assign(mission, unit)
    const [first, second] = arcsOf(buildRiskModel(b.build()))
    // 120 min of recovery were wanted, 40 are there.
    expect(first).toBe('A finish-start 40 B (unit)')
    // 111.2 km by road of factor 1.6 at 40 km/h, and 120 min of recovery.
    expect(second).toMatch(/^B finish-start 386\.8\d* C \(unit\)$/)
  })

  test('a unit that splits is waited for only where both ask more than it has', () => {
    const b = new PlanBuilder(RECOVERING)
    const capabilities = [{ capability: 'lift', quantity: 4 }]
    const unit = b.unit('U', { splittable: true, capabilities })
    b.assign(b.mission('A', 0, 60), unit, { lift: 2 })
    b.assign(b.mission('B', 60, 60), unit, { lift: 2 })
    b.assign(b.mission('C', 200, 60), unit, { lift: 3 })
    expect(arcsOf(buildRiskModel(b.build())).sort()).toEqual([
      'A finish-start 120 C (unit)',
      'B finish-start 80 C (unit)',
    ])
  })

  test('what starts together and ends together in turn is no circle', () => {
    const b = new PlanBuilder()
    const medevac = b.mission('MED', 0, 300)
    const mission = b.mission('M', 60, 120, { enablers: [{ kind: 'medevac', mission: medevac }] })
    b.dependency(mission, medevac, { kind: 'finish-finish', lagMinutes: 60 })
    const model = buildRiskModel(b.build())
    expect(model.ignored).toEqual([])
    expect(arcsOf(model).sort()).toEqual(['M finish-finish 60 MED (dependency)', 'MED start-start 0 M (enabler)'])
  })

  test('in a circle what is planned first goes first, and what closes it is said', () => {
    const b = new PlanBuilder()
    const [a, c] = [b.mission('A', 0, 60), b.mission('C', 100, 60)]
    b.dependency(a, c)
    const closing = b.dependency(c, a)
    const model = buildRiskModel(b.build())
    expect(arcsOf(model)).toEqual(['A finish-start 0 C (dependency)'])
    expect(model.ignored).toEqual([closing])
  })
})

test('units fail as their readiness at that time says, those in reserve and those of unknown readiness never', () => {
  const b = new PlanBuilder()
  const readiness = [{ from: 0, percent: 75 }]
  const known = b.unit('KNOWN', { states: { location: [], readiness, superior: [] } })
  const mission = b.mission('A', 0, 60)
  b.assign(mission, known)
  b.assign(mission, b.unit('UNKNOWN'))
  const reserve = b.unit('RESERVE', { states: { location: [], readiness, superior: [] } })
  const held = b.records.get(b.assign(mission, reserve))
  if (held !== undefined) b.put({ ...held, part: 'reserve' })
  const model = buildRiskModel(b.build())
  expect(model.tasks[0]?.units.map((u) => [model.units[u.unit], u.failure])).toEqual([
    [known, 0.05],
    [makeId('unit', 'UNKNOWN'), 0],
  ])
})

test('months begin where they do in the plan zone', () => {
  const b = new PlanBuilder()
  b.mission('A', 0, 60)
  const plan = b.build()
  const { months } = buildRiskModel(plan)
  for (const { from, month } of months.slice(0, 14)) {
    const local = new Date(plan.meta.hHour + from * 60_000 - 5 * 3_600_000)
    expect([local.getUTCDate(), local.getUTCHours(), local.getUTCMonth() + 1]).toEqual([1, 0, month])
  }
})

test('any plan can be simulated, and no number of the answer is none', () => {
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const model = buildRiskModel(plan)
      const place = new Map(model.events.map((event, i) => [event, i]))
      expect(place.size).toBe(2 * model.tasks.length)
      for (const { from, to, kind } of model.arcs) {
        const [leaves, reaches] = kind.split('-')
        const before = place.get(2 * from + (leaves === 'finish' ? 1 : 0)) ?? Number.NaN
        expect(before).toBeLessThan(place.get(2 * to + (reaches === 'finish' ? 1 : 0)) ?? Number.NaN)
      }
      const steps = simulateRisk(model, { runs: 50, seed: 1, shape: 'pert' })
      let step = steps.next()
      while (step.done !== true) step = steps.next()
      const { tasks, groups, tornado } = step.value
      expect(JSON.stringify({ tasks, groups: groups.map(({ p80 }) => p80), tornado })).not.toContain('null')
    }),
    { numRuns: 200 },
  )
})
