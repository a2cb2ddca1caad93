import { expect, test } from 'vitest'
import { Checker } from '../src/domain/check/Checker.ts'
import { PlanDocument } from '../src/domain/plan/PlanDocument.ts'
import { parseRecord } from '../src/domain/records/catalog.ts'
import { referencesOf } from '../src/domain/records/references.ts'
import { generatePlan } from './generatePlan.ts'

const records = generatePlan({ units: 500, missions: 5_000, seed: 1 })
const plan = new PlanDocument(records, 0)

test('a generated plan has the size asked for, and all its records are valid', () => {
  expect(plan.count('unit')).toBe(500)
  expect(plan.count('mission')).toBe(5_000)
  expect(plan.count('place')).toBe(550)
  expect(plan.count('mission-type')).toBe(18)
  const faults = records.flatMap((r) => {
    const parsed = parseRecord(r)
    return parsed.ok ? [] : [parsed.error]
  })
  expect(faults).toEqual([])
  expect(records.filter((r) => referencesOf(r).some((id) => !plan.has(id)))).toEqual([])
  expect(new Set(records.map((r) => r.id)).size).toBe(records.length)
})

test('its shape is that of a real plan', () => {
  expect(plan.count('assignment') / plan.count('mission')).toBeGreaterThan(1.1)
  expect(plan.count('assignment') / plan.count('mission')).toBeLessThan(1.3)
  expect(plan.count('dependency') / plan.count('mission')).toBeGreaterThan(0.33)
  expect(plan.count('dependency') / plan.count('mission')).toBeLessThan(0.45)
  const tied = [...plan.all('mission')].filter((m) => m.enablers.length > 0)
  expect(tied.length).toBeGreaterThan(300)
  const states = [...plan.all('unit')].map(
    ({ states: s }) => s.location.length + s.readiness.length + s.superior.length,
  )
  expect(new Set(states)).toEqual(new Set([8]))
  expect([...plan.all('unit')].filter((u) => u.parent === null).length).toBeLessThan(12)
})

test('all its missions lie within its horizon', () => {
  const { horizon } = plan.meta
  expect([...plan.all('mission')].filter((m) => (m.start ?? 0) < horizon.from || (m.start ?? 0) > horizon.to)).toEqual(
    [],
  )
})

test('the same seed gives the same plan, another seed another', () => {
  const size = { units: 40, missions: 60 }
  expect(generatePlan({ ...size, seed: 7 })).toEqual(generatePlan({ ...size, seed: 7 }))
  const starts = (seed: number) => generatePlan({ ...size, seed }).flatMap((r) => ('start' in r ? [r.start] : []))
  expect(starts(7)).not.toEqual(starts(8))
})

test('missions suit light and rivers, and stay in their areas, but for a few', () => {
  const checker = new Checker(plan)
  checker.full()
  const counts = Object.groupBy(checker.findings(), (f) => f.rule)
  for (const rule of ['outside-area', 'light-unsuited', 'season-unsuited'] as const) {
    expect((counts[rule] ?? []).length, rule).toBeLessThan(0.01 * plan.count('mission'))
  }
  expect(checker.size).toBeLessThan(0.05 * plan.count('mission'))
  expect(plan.count('overlay')).toBeGreaterThan(2)
})
