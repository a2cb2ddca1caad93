import { expect, test } from 'vitest'
import { campaignPlan } from '../../fields/campaignPlan.testing.ts'
import { sortChanges } from './sortChanges.ts'

const plan = campaignPlan()
const missions = [...plan.all('mission')].filter((m) => ['M-002', 'M-010', 'M-115'].includes(m.code))
const starts: Record<string, number> = { 'M-002': 500, 'M-010': 500, 'M-115': -20 }
const changes = missions
  .map((m) => ({
    mission: m.id,
    start: { from: null, to: starts[m.code] ?? 0 },
    units: { from: [], to: [] },
    needs: [],
    whyThen: [],
    whyThese: [],
  }))
  .toReversed()
const order = (by: 'code' | 'start', isDescending: boolean) =>
  sortChanges(changes, { by, isDescending }, plan).map((c) => plan.get(c.mission)?.code)

test('by start then code, or by code, either way', () => {
  expect(order('start', false)).toEqual(['M-115', 'M-002', 'M-010'])
  expect(order('start', true)).toEqual(['M-010', 'M-002', 'M-115'])
  expect(order('code', false)).toEqual(['M-002', 'M-010', 'M-115'])
  expect(order('code', true)).toEqual(['M-115', 'M-010', 'M-002'])
})
