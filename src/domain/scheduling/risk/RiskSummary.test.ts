import { expect, test } from 'vitest'
import { PlanBuilder } from '../../testing/planBuilder.testing.ts'
import { buildRiskModel } from './buildRiskModel.ts'
import { summarizeRisk } from './RiskSummary.ts'
import { simulateRisk } from './simulateRisk.ts'

function summaryOf(b: PlanBuilder) {
  const model = buildRiskModel(b.build())
  const options = { runs: 2_000, seed: 1, shape: 'pert' } as const
  const steps = simulateRisk(model, options)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return summarizeRisk(model, options, step.value)
}

test('counts every run once, and names what the end waits for, most often first', () => {
  const b = new PlanBuilder()
  b.mission('SHORT', 0, 60)
  b.mission('LONG', 0, 900, { duration: { optimistic: 100, likely: 900, pessimistic: 2_000 } })
  b.mission('OTHER', 0, 900, { duration: { optimistic: 100, likely: 700, pessimistic: 2_000 } })
  const { histogram, missionsCritical, runs } = summaryOf(b)
  expect(histogram.counts.reduce((a, n) => a + n, 0)).toBe(runs)
  expect(missionsCritical.map((m) => m.id)).toEqual(['mission:LONG', 'mission:OTHER'])
})

test('a plan that cannot vary has one bar, and an empty one none', () => {
  const b = new PlanBuilder({
    parameters: [{ key: 'risk-rains-stretch-percent', value: 0, unit: '%', source: 'prueba' }],
  })
  b.mission('A', 0, 60)
  expect(summaryOf(b).histogram).toEqual({ from: 60, width: 0, counts: [2_000] })
  expect(summaryOf(new PlanBuilder())).toMatchObject({ missions: 0, missionsCritical: [], groups: [] })
})
