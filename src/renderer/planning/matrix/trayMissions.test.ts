import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import { readTemplate } from '../../../domain/templates/readTemplate.ts'
import { trayMissions } from './trayMissions.ts'

const template = readTemplate(JSON.parse(readFileSync('resources/templates/campaign-2023.json', 'utf8')))
if (!template.ok) throw new Error(template.error.code)
const plan = new PlanDocument(template.value, 0)

test('holds the missions of the campaign that nobody has placed, by priority and code', () => {
  const found = trayMissions(plan, null)
  expect(found.map((m) => m.mission.code).toSorted()).toEqual(['M-115', 'M-116', 'M-117', 'M-118', 'M-119', 'M-120'])
  const order = found.map(({ mission }) => mission.priority)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(found.every((m) => m.needsUnit && m.needsStart)).toBe(true)
})

test('keeps what the filter asks for', () => {
  expect(trayMissions(plan, (text) => text.startsWith('M-118')).map((m) => m.mission.code)).toEqual(['M-118'])
})
