import { expect, test } from 'vitest'
import { Checker } from '../check/Checker.ts'
import type { Finding } from '../check/Finding.ts'
import type { CommandContext } from '../commands/command.ts'
import { prepare } from '../commands/catalog.ts'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { type Id, makeId, type RecordKind } from '../records/ids.ts'
import { DAY } from '../time/planTime.ts'
import { readTemplate } from './readTemplate.ts'
import { readTemplateFile } from './templateFile.testing.ts'

const PLANTED = 'Ejemplo para la verificación: '

function open() {
  const template = readTemplate(readTemplateFile('campaign-2023'))
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  const plan = new PlanDocument(template.value, 0)
  const checker = new Checker(plan)
  checker.full()
  return { plan, checker }
}

let ids = 0
const context: CommandContext = {
  newId: <K extends RecordKind>(kind: K): Id<K> => makeId(kind, `new-${(ids += 1)}`),
  now: 0,
  author: 'prueba',
}

/** Moves a mission as a drag on the matrix does; the findings that came. */
function move({ plan, checker }: ReturnType<typeof open>, code: string, days: number): readonly Finding[] {
  const mission = plan.get(makeId('mission', code.toLowerCase()))
  if (mission === undefined || mission.start === null) throw new Error(`${code} is not on the plan`)
  const moves = [{ mission: mission.id, start: mission.start + days * DAY }]
  const change = prepare({ type: 'moveMissions', moves }, plan, context)
  if (!change.ok) throw new Error(change.error.code)
  plan.apply(change.value.diff)
  return checker.update(change.value.diff).added
}

test('every rule has one to three findings in the sample year', () => {
  const { checker } = open()
  const counts = Object.entries(Object.groupBy(checker.findings(), (f) => f.rule)).map(([rule, list]) => [
    rule,
    list.length,
  ])
  expect(Object.fromEntries(counts)).toEqual({
    'double-booking': 2,
    'outside-role': 1,
    'capability-short': 1,
    'readiness-low': 1,
    'outside-allocation': 1,
    'enabler-missing': 2,
    'travel-infeasible': 1,
    'order-broken': 2,
    'legal-basis': 1,
    'objective-uncovered': 2,
    'outside-area': 1,
    'light-unsuited': 2,
    'season-unsuited': 1,
    'sorties-exceeded': 1,
    altitude: 2,
    'planning-time': 1,
    'no-reserve': 1,
    'no-medevac': 2,
    'command-conflict': 1,
    'supply-short': 2,
    'airspace-overlap': 1,
  })
})

test('each finding is about a mission whose notes say that it is planted, and each planted mission has one', () => {
  const { plan, checker } = open()
  const planted = [...plan.all('mission')].filter((m) => m.notes.startsWith(PLANTED)).map((m): Id => m.id)
  const unsaid = checker.findings().filter((f) => !f.records.some((id) => planted.includes(id)))
  expect(unsaid).toEqual([])
  expect(planted.filter((id) => checker.findingsOf(id).length === 0)).toEqual([])
})

test('the special-forces mission of day 20 stands without findings, its insertion and extraction too', () => {
  const { plan, checker } = open()
  const story = ['m-006', 'm-007', 'm-008'].map((local) => makeId('mission', local))
  expect(story.map((id) => plan.get(id)?.type)).toEqual([
    'mission-type:AIR-2',
    'mission-type:SOF-2',
    'mission-type:AIR-3',
  ])
  expect(plan.get(makeId('mission', 'm-007'))?.start).toBe(20 * DAY)
  expect(story.flatMap((id) => checker.findingsOf(id))).toEqual([])
})

test('two days earlier, its insertion and its extraction no longer fit; moving them too mends all', () => {
  const session = open()
  const before = session.checker.size
  const broken = move(session, 'M-007', -2)
  expect(broken.map((f) => f.rule)).toEqual(['enabler-missing', 'enabler-missing'])
  expect(session.checker.size).toBe(before + 2)
  expect(move(session, 'M-006', -2)).toEqual([])
  expect(session.checker.size).toBe(before + 1)
  expect(move(session, 'M-008', -2)).toEqual([])
  expect(session.checker.size).toBe(before)
})
