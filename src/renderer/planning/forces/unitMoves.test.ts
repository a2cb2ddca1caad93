import { expect, test } from 'vitest'
import { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import { makeId } from '../../../domain/records/ids.ts'
import { readTemplate } from '../../../domain/templates/readTemplate.ts'
import { readTemplateFile } from '../../../domain/templates/templateFile.testing.ts'
import { forcesOf, type UnitRow } from './Forces.ts'
import { canBeDated, circleWith, subordinatesOf, targetOf, topUnits } from './unitMoves.ts'

const template = readTemplate(readTemplateFile('campaign-2023'))
if (!template.ok) throw new Error(template.error.code)
const plan = new PlanDocument(template.value, 0)
const forces = forcesOf(plan)
const unit = (key: string) => makeId('unit', key)
const row = (key: string): UnitRow => {
  const found = forces.get(unit(key))
  if (found === undefined) throw new Error(key)
  return found
}
const component = (key: string) => {
  const found = forces.components.find((c) => c.id === `component:${key}`)
  if (found === undefined) throw new Error(key)
  return found
}

test('units that come along with their superior are not moved themselves', () => {
  const rows = [row('bda-33'), row('bda-33-rec'), row('bda-33-cia-c'), row('bda-2-rec')]
  expect(topUnits(rows, forces.treeAt(0)).map((r) => r.id)).toEqual(['unit:bda-33', 'unit:bda-2-rec'])
  // From June company C stands under the 31st.
  const later = topUnits(rows, forces.treeAt(1_686_805_200_000)).map((r) => r.id)
  expect(later).toEqual(['unit:bda-33', 'unit:bda-33-cia-c', 'unit:bda-2-rec'])
})

test('no unit goes under itself or what stands under it at any time', () => {
  const company = targetOf(row('bda-33-cia-c'))
  expect(circleWith(plan, [unit('bda-2'), unit('bda-33')], company)?.id).toBe('unit:bda-33')
  expect(circleWith(plan, [unit('bda-31')], company)?.id).toBe('unit:bda-31')
  expect(circleWith(plan, [unit('bda-2')], targetOf(row('bda-2')))?.id).toBe('unit:bda-2')
  expect(circleWith(plan, [unit('bda-2')], company)).toBeNull()
  expect(circleWith(plan, [unit('bda-33')], targetOf(component('air')))).toBeNull()
})

test('another component is for all time', () => {
  expect(canBeDated(plan, [unit('bda-2-rec')], targetOf(component('ground')))).toBe(true)
  expect(canBeDated(plan, [unit('bda-2-rec')], targetOf(component('air')))).toBe(false)
  expect(canBeDated(plan, [unit('bda-2-rec')], targetOf(row('ala-rot')))).toBe(true)
})

test('all that ever stands below', () => {
  expect(subordinatesOf(plan, [unit('bda-31')]).toSorted()).toEqual([
    'unit:bda-31-cia-a',
    'unit:bda-31-cia-b',
    'unit:bda-31-cia-c',
    'unit:bda-31-rec',
    'unit:bda-33-cia-c',
  ])
})
