import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { MISSION_STATUSES } from '../../../domain/records/mission.ts'
import type { Language } from '../../../domain/time/dtg.ts'
import { nameIn } from '../../texts/translate.ts'
import { folded } from '../../ui/folded.ts'
import { type FindingsOf, NO_PHASE } from './missionFilter.ts'
import type { MissionRow } from './missionRow.ts'

export const SORT_COLUMNS = [
  'code',
  'findings',
  'title',
  'type',
  'component',
  'phase',
  'start',
  'end',
  'duration',
  'units',
  'objectives',
  'priority',
  'status',
] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

export interface MissionSort {
  readonly column: SortColumn
  readonly isDescending: boolean
}

export interface SortContext {
  readonly plan: PlanReader
  readonly language: Language
  readonly openFindings: FindingsOf
}

type Key = string | number

const COMPONENT_ORDER = ['ground', 'naval', 'air', 'sof', 'partners']
const GRAVITY = { error: 10_000, warning: 100, note: 1 }
const LAST = Number.POSITIVE_INFINITY

/** Folded, with figures padded, so that M-9 stands before M-10; plain comparison of it is some thirty times faster than Intl's. */
const naturalKey = (text: string): string => folded(text).replaceAll(/\d+/g, (figures) => figures.padStart(9, '0'))

const naturalKeys = new Map<string, string>()
const MOST_KEYS = 300_000

function natural(text: string): string {
  const known = naturalKeys.get(text)
  if (known !== undefined) return known
  if (naturalKeys.size > MOST_KEYS) naturalKeys.clear()
  const key = naturalKey(text)
  naturalKeys.set(text, key)
  return key
}

/** What rows are compared by under a column: all texts or all numbers. */
function keyOf(column: SortColumn, { plan, language, openFindings }: SortContext): (row: MissionRow) => Key {
  switch (column) {
    case 'code':
      return ({ mission }) => natural(mission.code)
    case 'title':
      return ({ mission }) => natural(mission.title)
    case 'type':
      return ({ type }) => (type === undefined ? '' : natural(nameIn(language, type.name)))
    case 'component':
      return ({ components }) => COMPONENT_ORDER.indexOf(components[0] ?? '')
    case 'phase': {
      const order = new Map<string, number>(plan.meta.phases.map(({ key }, index) => [key, index]))
      return ({ mission }) => order.get(mission.phase ?? NO_PHASE) ?? LAST
    }
    case 'start':
      return ({ mission }) => mission.start ?? LAST
    case 'end':
      return ({ end }) => end ?? LAST
    case 'duration':
      return ({ mission }) => mission.duration.likely
    case 'units':
      return ({ units }) => natural(units)
    case 'objectives':
      return ({ mission }) => mission.objectives.join(' ')
    case 'priority':
      return ({ mission }) => mission.priority
    case 'status':
      return ({ mission }) => MISSION_STATUSES.indexOf(mission.status)
    case 'findings':
      return ({ mission }) => -openFindings(mission.id).reduce((sum, { severity }) => sum + GRAVITY[severity], 0)
  }
}

const isNowhere = (value: Key): boolean => value === LAST || value === ''

/** Which of two stands first; missions without a value stand last whichever way, equal ones by code. */
function compareKeys(isDescending: boolean, a: Keyed, b: Keyed): number {
  if (a.key !== b.key) {
    if (isNowhere(a.key)) return 1
    if (isNowhere(b.key)) return -1
    return a.key < b.key === isDescending ? 1 : -1
  }
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}

interface Keyed {
  readonly row: MissionRow
  readonly key: Key
  readonly code: string
}

/** All rows in order. */
export function sortMissions(
  rows: readonly MissionRow[],
  { column, isDescending }: MissionSort,
  context: SortContext,
): MissionRow[] {
  const key = keyOf(column, context)
  return rows
    .map((row): Keyed => ({ row, key: key(row), code: natural(row.mission.code) }))
    .sort((a, b) => compareKeys(isDescending, a, b))
    .map(({ row }) => row)
}

/** Puts a few rows into rows that stand in order: each finds its place by halving. */
export function insertSorted(
  sorted: readonly MissionRow[],
  added: readonly MissionRow[],
  { column, isDescending }: MissionSort,
  context: SortContext,
): MissionRow[] {
  const key = keyOf(column, context)
  const keyed = (row: MissionRow): Keyed => ({ row, key: key(row), code: natural(row.mission.code) })
  const rows = [...sorted]
  for (const one of added.map(keyed)) {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = rows[middle]
      if (other !== undefined && compareKeys(isDescending, keyed(other), one) <= 0) low = middle + 1
      else high = middle
    }
    rows.splice(low, 0, one.row)
  }
  return rows
}
