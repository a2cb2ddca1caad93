import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { componentKind } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { MISSION_STATUSES } from '../../../domain/records/mission.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import { groupedRows } from '../../ui/grid/groupedRows.ts'
import { type GridRows, gridRowsOf } from '../../ui/grid/GridRows.ts'
import type { MissionRow } from './missionRow.ts'

export const GROUPINGS = ['none', 'component', 'phase', 'type', 'status', 'priority', 'objective'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** The head of a group of missions. */
export interface GroupRow {
  readonly kind: 'group'
  readonly id: string
  readonly label: string
  readonly count: number
}

export type ListRow = MissionRow | GroupRow

/** Not the form of any record's id, so that a head is never taken for a record. */
const groupId = (key: string): string => `group ${key}`

/** Grid rows of missions, under heads where they are grouped. Missions keep their order within a group. */
export function groupMissions(
  rows: readonly MissionRow[],
  grouping: Grouping,
  collapsed: ReadonlySet<string>,
  plan: PlanReader,
  texts: Texts,
): GridRows<ListRow> {
  if (grouping === 'none') return gridRowsOf<ListRow>(rows, (row) => row.id)
  const groups = new Map<string, MissionRow[]>()
  for (const row of rows) {
    const key = keyOf(row, grouping)
    const list = groups.get(key)
    if (list === undefined) groups.set(key, [row])
    else list.push(row)
  }
  const heads = [...groups.keys()]
    .map((key) => ({ key, label: labelOf(key, grouping, plan, texts), order: orderOf(key, grouping, plan) }))
    .sort((a, b) => a.order - b.order || a.label.localeCompare(b.label, texts.language, { numeric: true }))
  return groupedRows<ListRow>(
    heads.map(({ key, label }) => {
      const members = groups.get(key) ?? []
      const id = groupId(key)
      const isExpanded = !collapsed.has(id)
      return { head: { kind: 'group', id, label, count: members.length }, members, isExpanded }
    }),
    (row) => row.id,
  )
}

/** Missions with several objectives form a group of their own, so that none is listed twice or under one of them only. */
function keyOf({ mission, components }: MissionRow, grouping: Exclude<Grouping, 'none'>): string {
  switch (grouping) {
    case 'component':
      return components.join(' ')
    case 'phase':
      return mission.phase ?? ''
    case 'type':
      return mission.type
    case 'status':
      return mission.status
    case 'priority':
      return String(mission.priority)
    case 'objective':
      return [...mission.objectives].sort().join(' ')
  }
}

function labelOf(key: string, grouping: Exclude<Grouping, 'none'>, plan: PlanReader, { t, name }: Texts): string {
  if (key === '') return t(`missions.without-${grouping}`)
  switch (grouping) {
    case 'component':
      return componentKind.options
        .filter((kind) => key.split(' ').includes(kind))
        .map((kind) => t(`component.${kind}`))
        .join(' / ')
    case 'phase': {
      const phase = plan.meta.phases.find((p) => p.key === key)
      return phase === undefined ? key : name(phase.name)
    }
    case 'type': {
      const type = plan.get(key as Id<'mission-type'>)
      return type === undefined ? key : `${type.code} ${name(type.name)}`
    }
    case 'status': {
      const status = MISSION_STATUSES.find((s) => s === key)
      return status === undefined ? key : t(`status.${status}`)
    }
    case 'priority':
      return t('missions.priority-n', { priority: key })
    case 'objective':
      return key
        .split(' ')
        .map((id) => plan.get(id as Id<'objective'>)?.code ?? id)
        .join(' + ')
  }
}

/** Missions without a value stand last. */
function orderOf(key: string, grouping: Exclude<Grouping, 'none'>, plan: PlanReader): number {
  if (key === '') return Number.MAX_SAFE_INTEGER
  if (grouping === 'phase') return plan.meta.phases.findIndex((p) => p.key === key)
  if (grouping === 'status') return MISSION_STATUSES.findIndex((s) => s === key)
  if (grouping === 'component') return componentKind.options.findIndex((kind) => key.startsWith(kind))
  return 0
}
