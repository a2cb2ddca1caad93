import { expect, test } from 'vitest'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { RECORD_KINDS } from '../records/ids.ts'
import { makeId } from '../records/ids.ts'
import { blankPlan } from './blankPlan.ts'
import { instantiateTemplate } from './instantiateTemplate.ts'
import { readTemplate } from './readTemplate.ts'
import { readTemplateFile } from './templateFile.testing.ts'

const planId = makeId('plan', 'p-1')

function recordsOf(name: 'campaign-2023' | 'catalogue') {
  const template = readTemplate(readTemplateFile(name))
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  return template.value
}

test('a blank plan has the catalogue and nothing to plan with', () => {
  const hHour = Date.UTC(2027, 0, 4, 11)
  const plan = new PlanDocument(blankPlan(recordsOf('catalogue'), { planId, title: 'Ensayo', hHour }), 0)
  expect(plan.meta).toMatchObject({ id: planId, title: 'Ensayo', hHour, phases: [], facts: [], exercise: false })
  expect(plan.meta.parameters.length).toBeGreaterThan(0)
  const counts = RECORD_KINDS.map((kind) => [kind, plan.count(kind)] as const).filter(([, n]) => n > 0)
  expect(counts).toEqual([
    ['plan', 1],
    ['component', 5],
    ['mission-type', 18],
  ])
})

test('a plan from a template has its own id, title and H-hour, and leaves the template as it was', () => {
  const template = recordsOf('campaign-2023')
  const before = structuredClone(template)
  const hHour = Date.UTC(2024, 0, 3, 11)
  const plan = new PlanDocument(instantiateTemplate(template, { planId, title: 'Copia', hHour }), 0)
  expect(plan.meta).toMatchObject({ id: planId, title: 'Copia', hHour })
  expect(plan.count('mission')).toBe(120)
  expect(template).toEqual(before)
  expect(Object.isFrozen(template[0])).toBe(false)
})

test('a plan from a template keeps the title and the H-hour of the template where none is given', () => {
  const plan = new PlanDocument(instantiateTemplate(recordsOf('campaign-2023'), { planId }), 0)
  expect(plan.meta.title).toBe('Plan de Campaña Militar «VRAEM-2023»')
  expect(plan.meta.hHour).toBe(Date.UTC(2023, 0, 3, 11))
})
