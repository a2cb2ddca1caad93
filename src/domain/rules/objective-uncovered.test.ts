import { expect, test } from 'vitest'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'

test('a mission with a time serves an objective', () => {
  const b = new PlanBuilder()
  b.mission('M-1', 0, 60)
  expect(findingsBy('objective-uncovered', b.build())).toEqual([])
  b.mission('M-2', 0, 60, { objectives: [] })
  b.mission('M-3', null, 60, { objectives: [] })
  b.mission('M-4', 0, 60, { objectives: [], status: 'cancelled' })
  const plan = b.build()
  const finding = theFinding('objective-uncovered', plan)
  expect(finding.severity).toBe('warning')
  expect(inBoth(finding, plan)).toEqual([
    'M-2 empieza 141200R FEB 23 y no sirve a ningún objetivo',
    'M-2 starts 141200R FEB 23 and serves no objective',
  ])
  const tried = tryRepairs(finding, plan)
  expect(tried.map((t) => t.repair.text)).toEqual(['Vincular M-2 a O'])
  expect(tried[0]?.isMended).toBe(true)
})

test('an objective has a mission with a time; a waiting one is put on the schedule', () => {
  const b = new PlanBuilder()
  const open = b.objective('OBJ-2')
  b.mission('M-1', 0, 60)
  b.mission('M-2', null, 60, { objectives: [open], earliest: 30 })
  const plan = b.build()
  const finding = theFinding('objective-uncovered', plan)
  expect(inBoth(finding, plan)).toEqual([
    'OBJ-2 (Objetivo OBJ-2) tiene 1 misión sin hora y 0 con hora',
    'OBJ-2 (Objetivo OBJ-2) has 1 mission without a time and 0 with one',
  ])
  const tried = tryRepairs(finding, plan)
  expect(tried.map((t) => t.repair.text)).toEqual(['Mover M-2 a 141230R FEB 23'])
  expect(tried[0]?.isMended).toBe(true)
})

test('an objective nobody serves takes a mission that serves none', () => {
  const b = new PlanBuilder()
  b.objective('OBJ-2')
  b.mission('M-1', 0, 60, { objectives: [] })
  const plan = b.build()
  const findings = findingsBy('objective-uncovered', plan)
  expect(findings.map((f) => f.records[0])).toContain(makeId('objective', 'OBJ-2'))
  const finding = findings.find((f) => f.records[0] === makeId('objective', 'OBJ-2'))
  if (finding === undefined) throw new Error('no finding about the objective')
  expect(inBoth(finding, plan)).toEqual([
    'OBJ-2 (Objetivo OBJ-2) no tiene misiones',
    'OBJ-2 (Objetivo OBJ-2) has no missions',
  ])
  expect(tryRepairs(finding, plan)[0]).toMatchObject({ repair: { text: 'Vincular M-1 a OBJ-2' }, isMended: true })
})
