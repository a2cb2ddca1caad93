import { expect, test } from 'vitest'
import type { Finding } from '../../../domain/check/Finding.ts'
import { makeId } from '../../../domain/records/ids.ts'
import { campaignPlan } from '../../fields/campaignPlan.testing.ts'
import { groupMissions } from './groupMissions.ts'
import { textsIn } from '../../texts/TextContext.tsx'
import {
  filterMissions,
  isFiltering,
  NO_FILTER,
  NO_PHASE,
  openFindingsOf,
  toggleFlag,
  toggleValue,
} from './missionFilter.ts'
import { MissionRow } from './missionRow.ts'

const plan = campaignPlan()
const rows = [...plan.all('mission')].map((mission) => new MissionRow(plan, mission))
const none = (): readonly Finding[] => []

test('finds by any words, without accents and case, in title, code, type and units', () => {
  const found = filterMissions(rows, { ...NO_FILTER, query: '  RECONOCIMIENTO  ' }, none)
  expect(found.length).toBeGreaterThan(0)
  for (const row of found) expect(row.searched).toContain('reconocimiento')
  const [one] = rows
  expect(filterMissions(rows, { ...NO_FILTER, query: one?.mission.code.toLowerCase() ?? '' }, none)).toContain(one)
  expect(filterMissions(rows, { ...NO_FILTER, query: 'reconocimiento zzz' }, none)).toEqual([])
})

test('facets: any value within one, all facets together', () => {
  const air = toggleValue(NO_FILTER, 'component', 'air')
  const both = toggleValue(air, 'component', 'naval')
  const count = (filter: typeof air): number => filterMissions(rows, filter, none).length
  expect(count(both)).toBe(count(air) + count(toggleValue(NO_FILTER, 'component', 'naval')))
  expect(toggleValue(both, 'component', 'naval')).toEqual(air)
  const [row] = filterMissions(rows, air, none)
  const narrow = toggleValue(air, 'status', row?.mission.status ?? '')
  expect(filterMissions(rows, narrow, none).every((r) => r.mission.status === row?.mission.status)).toBe(true)
  const noPhase = filterMissions(rows, toggleValue(NO_FILTER, 'phase', NO_PHASE), none)
  expect(noPhase.every((r) => r.mission.phase === null)).toBe(true)
})

test('flags: without units, with findings that nobody accepted', () => {
  const unassigned = filterMissions(rows, toggleFlag(NO_FILTER, 'unassigned'), none)
  expect(unassigned).toEqual(rows.filter((row) => row.assignments.length === 0))
  const id = rows[3]?.mission.id ?? makeId('mission', 'none')
  const finding: Finding = { key: 'x|1', rule: 'readiness-low', severity: 'warning', records: [id], params: {} }
  const of = openFindingsOf(plan, (record) => (record === id ? [finding] : []))
  expect(filterMissions(rows, toggleFlag(NO_FILTER, 'findings'), of)).toEqual([rows[3]])
})

test('no filter gives the same list', () => {
  expect(filterMissions(rows, NO_FILTER, none)).toBe(rows)
  expect(isFiltering({ ...NO_FILTER, query: ' ' })).toBe(false)
})

test('groups hold every mission once, under heads in the order of the plan', () => {
  const texts = textsIn('es')
  const grouped = groupMissions(rows, 'phase', new Set(), plan, texts)
  const all = Array.from({ length: grouped.count }, (_, i) => grouped.rowAt(i))
  expect(all.filter((row) => row.kind === 'mission')).toHaveLength(rows.length)
  const heads = all.filter((row) => row.kind === 'group')
  expect(heads.reduce((sum, head) => sum + head.count, 0)).toBe(rows.length)
  const names = heads.map((head) => head.label)
  const phases = plan.meta.phases.map((phase) => phase.name.es)
  expect(names.filter((name) => phases.includes(name))).toEqual(phases.filter((name) => names.includes(name)))
  const closed = groupMissions(rows, 'phase', new Set(heads.map((head) => head.id)), plan, texts)
  expect(closed.count).toBe(heads.length)
  expect(new Set(all.map((row) => row.id)).size).toBe(all.length)
})
