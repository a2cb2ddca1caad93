import { expect, test } from 'vitest'
import { Checker } from '../../../domain/check/Checker.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { campaignPlan } from '../../fields/campaignPlan.testing.ts'
import { lacksOf, missionsOf, taskingScopes } from './taskingScopes.ts'

const plan = campaignPlan()
const checker = new Checker(plan)
for (const _ of checker.fullSteps()) void _
const findings = checker.findings()
const scopes = taskingScopes(plan, findings)
const codes = (ids: readonly Id<'mission'>[]) => ids.map((id) => plan.get(id)?.code ?? '').sort()
const named = (code: string) => {
  const mission = [...plan.all('mission')].find((m) => m.code === code)
  if (mission === undefined) throw new Error(`no mission ${code}`)
  return mission
}

test('the sample campaign has six missions off the schedule, and one whose units do not suffice', () => {
  expect(codes(scopes.lacking)).toEqual(['M-050', 'M-115', 'M-116', 'M-117', 'M-118', 'M-119', 'M-120'])
  expect(lacksOf(plan, named('M-115'), findings)).toEqual({ time: true, units: true, capabilities: false })
  expect(lacksOf(plan, named('M-050'), findings)).toEqual({ time: false, units: false, capabilities: true })
})

test('scopes by errors, phase, selection and all', () => {
  const withErrors = findings.filter((f) => f.severity === 'error').flatMap((f) => f.records)
  expect(scopes.errors.length).toBeGreaterThan(5)
  expect(scopes.errors.every((id) => withErrors.includes(id))).toBe(true)
  expect(missionsOf(scopes, 'phase:F7', []).every((id) => plan.get(id)?.phase === 'F7')).toBe(true)
  expect(missionsOf(scopes, 'phase:F7', []).length).toBeGreaterThan(0)
  expect(missionsOf(scopes, 'phase:none', [])).toEqual([])
  const picked = [named('M-118').id]
  expect(missionsOf(scopes, 'selection', picked)).toBe(picked)
  expect(scopes.all).toHaveLength(plan.count('mission'))
})
