import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { makeId, type RecordKind } from '../records/ids.ts'
import { readTemplate } from '../templates/readTemplate.ts'
import { type Command, prepare } from './catalog.ts'

const template = readTemplate(JSON.parse(readFileSync('resources/templates/campaign-2023.json', 'utf8')))
if (!template.ok) throw new Error(template.error.code)
const records = template.value
const context = { now: 0, author: 'test', newId: <K extends RecordKind>(kind: K) => makeId(kind, 'new') }

const done = (command: Command) => {
  const plan = new PlanDocument(records, 0)
  const change = prepare(command, plan, context)
  if (!change.ok) return { plan, error: change.error }
  plan.apply(change.value.diff)
  return { plan, error: null }
}

const m116 = makeId('mission', 'm-116')
const grec3 = makeId('unit', 'grec-3')

test('gives a mission its start and its unit, which brings what the type asks for, in one difference', () => {
  const { plan } = done({ type: 'placeMission', mission: m116, unit: grec3, part: 'supported', start: 40_000 })
  expect(plan.get(m116)?.start).toBe(40_000)
  const [assignment, ...others] = plan.indexes.assignmentsOfMission.get(m116)
  expect(others).toEqual([])
  expect(assignment).toMatchObject({ unit: grec3, part: 'supported' })
  expect(assignment?.brings.length).toBeGreaterThan(0)
})

test('moves a mission that the unit is on already, and adds no second assignment', () => {
  const m7 = makeId('mission', 'm-007')
  const grec1 = makeId('unit', 'grec-1')
  const { plan } = done({ type: 'placeMission', mission: m7, unit: grec1, part: 'supported', start: 30_000 })
  expect(plan.get(m7)?.start).toBe(30_000)
  expect(plan.indexes.assignmentsOfMission.get(m7).filter((a) => a.unit === grec1).length).toBe(1)
})

test('drafts a mission under the next code, in the phase of its start, on its unit', () => {
  const mission = makeId('mission', 'drafted')
  const missionType = [...new PlanDocument(records, 0).all('mission-type')][0]?.id
  if (missionType === undefined) throw new Error('no types')
  const command = { type: 'draftMission', mission, missionType, title: 'Ensayo' } as const
  const { plan } = done({ ...command, unit: grec3, start: 30_000 })
  expect(plan.get(mission)).toMatchObject({
    code: 'M-121',
    title: 'Ensayo',
    status: 'draft',
    phase: 'F2',
    start: 30_000,
  })
  expect(plan.indexes.assignmentsOfMission.get(mission).map((a) => a.unit)).toEqual([grec3])
  const inTray = done({ ...command, unit: null, start: null }).plan
  expect(inTray.get(mission)?.phase).toBeNull()
  expect(inTray.indexes.assignmentsOfMission.get(mission)).toEqual([])
})

test('refuses units and missions that are not there', () => {
  const { error } = done({
    type: 'placeMission',
    mission: m116,
    unit: makeId('unit', 'none'),
    part: 'reserve',
    start: 0,
  })
  expect(error?.code).toBe('missing')
})
