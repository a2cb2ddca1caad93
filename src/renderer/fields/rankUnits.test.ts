import { expect, test } from 'vitest'
import { type Id, makeId } from '../../domain/records/ids.ts'
import { campaignPlan } from './campaignPlan.testing.ts'
import { rankUnits, unitOutlook } from './rankUnits.ts'

const plan = campaignPlan()
const missionOf = (code: string) => {
  const mission = [...plan.all('mission')].find((m) => m.code === code)
  if (mission === undefined) throw new Error(`no mission ${code}`)
  return mission
}
const kindOfUnit = (id: Id<'unit'>) => {
  const unit = plan.get(id)
  return unit === undefined ? undefined : plan.get(unit.component)?.kind
}

test('units of a component that may lead the mission stand first, those on it are left out', () => {
  const mission = missionOf('M-007')
  const units = rankUnits(plan, '', mission)
  const sof = units.map((unit) => kindOfUnit(unit.id) === 'sof')
  expect(sof[0]).toBe(true)
  expect(sof.lastIndexOf(true)).toBe(sof.filter(Boolean).length - 1)
  const taken = plan.indexes.assignmentsOfMission.get(mission.id).map((a) => a.unit)
  expect(taken.length).toBeGreaterThan(0)
  for (const unit of units) expect(taken).not.toContain(unit.id)
})

test('finds by any words of designation and name, and leaves out whom it is told to', () => {
  const [first] = rankUnits(plan, 'brigada 31', null)
  expect(first?.designation).toBe('31.ª Bda Inf')
  expect(rankUnits(plan, 'brigada 31', null, first?.id)).not.toContain(first)
  expect(rankUnits(plan, 'zzz', null)).toEqual([])
})

test('says who is busy at that time, and with what', () => {
  const mission = missionOf('M-023')
  const busy = [...plan.all('unit')].filter((unit) => unitOutlook(plan, unit, mission).busyWith !== null)
  const unit = busy.find((one) => one.designation === 'Cía C/33')
  if (unit === undefined) throw new Error('the planted double booking is gone')
  expect(unitOutlook(plan, unit, mission).busyWith?.code).toBe('M-018')
  expect(unitOutlook(plan, unit, { ...mission, start: null })).toMatchObject({ busyWith: null, isTimed: false })
})

test('a unit outside its allocation is no free one', () => {
  const mission = missionOf('M-100')
  const unit = [...plan.all('unit')].find((one) => one.designation === 'Pel IM 3')
  if (unit === undefined) throw new Error('the planted unit is gone')
  expect(unitOutlook(plan, unit, mission).isAllocated).toBe(false)
  expect(unitOutlook(plan, { ...unit, id: makeId('unit', 'other') }, { ...mission, start: 0 }).isAllocated).toBe(true)
})
