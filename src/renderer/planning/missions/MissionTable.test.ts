import { expect, test } from 'vitest'
import { prepare } from '../../../domain/commands/catalog.ts'
import type { Command } from '../../../domain/commands/catalog.ts'
import type { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import { makeId } from '../../../domain/records/ids.ts'
import { campaignPlan } from '../../fields/campaignPlan.testing.ts'
import { MissionTable } from './MissionTable.ts'
import { type MissionSort, SORT_COLUMNS, type SortContext, sortMissions } from './sortMissions.ts'
import { MissionRow } from './missionRow.ts'

const byStart: MissionSort = { column: 'start', isDescending: false }
const contextOf = (plan: PlanDocument): SortContext => ({ plan, language: 'es', openFindings: () => [] })

let ids = 0
const edit = (plan: PlanDocument, command: Command): void => {
  ids += 1
  const local = `new-${ids}`
  const change = prepare(command, plan, { now: 0, author: '', newId: (kind) => makeId(kind, local) })
  if (!change.ok) throw new Error(change.error.code)
  plan.apply(change.value.diff)
}
const codes = (rows: readonly MissionRow[]): string[] => rows.map((row) => row.mission.code)
const sortedAnew = (plan: PlanDocument, sort: MissionSort): string[] =>
  codes(
    sortMissions(
      [...plan.all('mission')].map((m) => new MissionRow(plan, m)),
      sort,
      contextOf(plan),
    ),
  )

test('gives the same list and rows until something changes', () => {
  const plan = campaignPlan()
  const table = new MissionTable()
  const first = table.sorted(byStart, contextOf(plan), 0)
  expect(first).toHaveLength(120)
  expect(table.sorted(byStart, contextOf(plan), 1)).toBe(first)
  edit(plan, { type: 'editRecords', ids: [plan.meta.id], fields: { purpose: 'otro' } })
  expect(table.sorted(byStart, contextOf(plan), 1)).toBe(first)
})

test('after each edit stands as if sorted anew, and rows that did not change stay the same', () => {
  const plan = campaignPlan()
  const table = new MissionTable()
  for (const column of SORT_COLUMNS) {
    const sort = { column, isDescending: column.length % 2 === 0 }
    const before = table.sorted(sort, contextOf(plan), 0)
    const [a, b, c] = [before[5], before[80], before[40]].map((row) => row?.mission)
    if (a === undefined || b === undefined || c === undefined) throw new Error('too few missions')
    edit(plan, {
      type: 'moveMissions',
      moves: [
        { mission: a.id, start: 77 },
        { mission: b.id, start: null },
      ],
    })
    edit(plan, { type: 'editRecords', ids: [a.id], fields: { title: 'Ávila', priority: 1, status: 'done' } })
    edit(plan, { type: 'duplicateMissions', missions: [b.id] })
    edit(plan, { type: 'removeRecords', ids: [c.id] })
    const after = table.sorted(sort, contextOf(plan), 0)
    expect(codes(after), column).toEqual(sortedAnew(plan, sort))
    const kept = new Set(before)
    expect(after.filter((row) => !kept.has(row)).length, column).toBeLessThan(10)
  }
})

test('shows a unit under its new name', () => {
  const plan = campaignPlan()
  const table = new MissionTable()
  const sort: MissionSort = { column: 'units', isDescending: false }
  const row = table.sorted(sort, contextOf(plan), 0).find((r) => r.assignments.length > 0)
  const unit = row?.assignments[0]?.unit
  if (row === undefined || unit === undefined) throw new Error('no mission has a unit')
  expect(row.units).not.toContain('Cóndor')
  edit(plan, { type: 'editRecords', ids: [unit], fields: { designation: 'Cóndor' } })
  const again = table.sorted(sort, contextOf(plan), 0).find((r) => r.id === row.id)
  expect(again?.units).toContain('Cóndor')
  expect(again?.searched).toContain('condor')
})

test('missions without a value stand last both ways', () => {
  const plan = campaignPlan()
  const [first] = plan.all('mission')
  if (first === undefined) throw new Error('no mission')
  edit(plan, { type: 'moveMissions', moves: [{ mission: first.id, start: null }] })
  for (const isDescending of [false, true]) {
    const rows = new MissionTable().sorted({ column: 'start', isDescending }, contextOf(plan), 0)
    expect(rows.at(-1)?.mission.start).toBeNull()
  }
})
