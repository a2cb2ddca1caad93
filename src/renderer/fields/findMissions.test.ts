import { expect, test } from 'vitest'
import { campaignPlan } from './campaignPlan.testing.ts'
import { findMissions } from './findMissions.ts'

const plan = campaignPlan()
const all = (): boolean => true

test('shows at most fifty, those nearest in time first where a time is given', () => {
  expect(findMissions(plan, '', all, null)).toHaveLength(50)
  const near = findMissions(plan, '', all, 28_800)
  const away = near.map((mission) => Math.abs((mission.start ?? Number.POSITIVE_INFINITY) - 28_800))
  expect(away).toEqual(away.toSorted((a, b) => a - b))
  const nearest = Math.min(...[...plan.all('mission')].map((m) => Math.abs((m.start ?? 1e9) - 28_800)))
  expect(away[0]).toBe(nearest)
})

test('takes what is accepted only, and finds words without accents', () => {
  const found = findMissions(plan, 'insercion', (mission) => mission.code !== 'M-006', null)
  expect(found.length).toBeGreaterThan(1)
  expect(found.some((mission) => mission.code === 'M-006')).toBe(false)
  for (const mission of found) expect(mission.title).toContain('Inserción')
})
