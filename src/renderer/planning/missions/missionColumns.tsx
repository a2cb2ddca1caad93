import { GridSelectEditor } from '../../ui/grid/GridSelectEditor.tsx'
import type { ReactNode } from 'react'
import type { PlanSession } from '../../session/PlanSession.ts'
import type { ActionContext } from '../../actions/Action.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { MISSION_STATUSES } from '../../../domain/records/mission.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { readSpan, writeSpan } from '../../fields/readSpan.ts'
import { readPlanTime } from '../../fields/readTime.ts'
import { GridTextEditor } from '../../ui/grid/GridTextEditor.tsx'
import type { EditSession, GridColumn } from '../../ui/grid/GridColumn.ts'
import type { ListRow } from './groupMissions.ts'
import { CodeCell, ComponentCell, FindingsCell, TimeCell } from './MissionCells.tsx'
import type { MissionRow } from './missionRow.ts'
import { scaledDuration } from './scaledDuration.ts'
import { type MissionSort, SORT_COLUMNS, type SortColumn } from './sortMissions.ts'

type Column = Omit<GridColumn<ListRow>, 'id' | 'header' | 'cell' | 'text' | 'edit'> & {
  readonly cell: (row: MissionRow) => ReactNode
  readonly text?: (row: MissionRow) => string
  readonly edit?: (row: MissionRow, session: EditSession) => ReactNode
}

export const PRIORITIES = [1, 2, 3, 4, 5] as const

/** The columns of the list; with `canEdit` five of them are edited where they stand. */
export function missionColumns(context: ActionContext, sort: MissionSort, canEdit: boolean): GridColumn<ListRow>[] {
  const columns = columnsOf(context)
  return SORT_COLUMNS.map((id) => {
    const { cell, text, edit, ...column } = columns[id]
    const ofMission = <T,>(read: (row: MissionRow) => T, otherwise: T) => {
      return (row: ListRow): T => (row.kind === 'mission' ? read(row) : otherwise)
    }
    return {
      ...column,
      id,
      header: context.texts.t(`missions.column.${id}`),
      sort: sort.column !== id ? 'none' : sort.isDescending ? 'descending' : 'ascending',
      cell: ofMission(cell, null),
      ...(text === undefined ? {} : { text: ofMission(text, '') }),
      ...(edit === undefined || !canEdit
        ? {}
        : { edit: (row, session) => (row.kind === 'mission' ? edit(row, session) : null) }),
    }
  })
}

function columnsOf(context: ActionContext): Record<SortColumn, Column> {
  const { session, texts } = context
  const { t, name, number } = texts
  const planOf = () => session.store.getState().plan
  const phaseName = (key: string | null): string => {
    const phase = planOf()?.meta.phases.find((p) => p.key === key)
    return phase === undefined ? (key ?? '') : name(phase.name)
  }
  return {
    code: { width: 96, cell: (row) => <CodeCell row={row} />, text: ({ mission }) => mission.code },
    findings: { width: 48, cell: ({ mission }) => <FindingsCell id={mission.id} /> },
    title: {
      width: 210,
      isFlexible: true,
      cell: ({ mission }) => mission.title,
      edit: ({ mission }, edit) => (
        <GridTextEditor
          label={t('missions.column.title')}
          value={mission.title}
          session={edit}
          onCommit={(text) => {
            const title = text.trim()
            if (title === '') refuse(context, t('missions.title-empty'))
            else editMission(session, mission.id, { title })
          }}
        />
      ),
    },
    type: { width: 150, cell: ({ type }) => (type === undefined ? '' : `${type.code} ${name(type.name)}`) },
    component: { width: 52, align: 'center', cell: (row) => <ComponentCell row={row} /> },
    phase: { width: 110, cell: ({ mission }) => phaseName(mission.phase) },
    start: {
      width: 186,
      cell: ({ mission }) => <TimeCell minutes={mission.start} />,
      edit: (row, edit) => startEditor(context, row, edit),
    },
    end: { width: 186, cell: ({ end }) => <TimeCell minutes={end} /> },
    duration: {
      width: 96,
      align: 'end',
      cell: ({ mission }) => writeSpan(mission.duration.likely),
      edit: (row, edit) => durationEditor(context, row, edit),
    },
    units: {
      width: 170,
      cell: ({ units }) => units || <span className="missions-none">{t('missions.unassigned')}</span>,
    },
    objectives: {
      width: 110,
      cell: ({ mission }) => mission.objectives.map((id) => planOf()?.get(id)?.code ?? id).join(', '),
    },
    priority: {
      width: 72,
      align: 'end',
      cell: ({ mission }) => number(mission.priority),
      edit: ({ mission }, edit) => (
        <GridSelectEditor
          label={t('missions.column.priority')}
          value={String(mission.priority)}
          options={PRIORITIES.map((priority) => ({ id: String(priority), label: number(priority) }))}
          session={edit}
          onCommit={(priority) => editMission(session, mission.id, { priority: Number(priority) })}
        />
      ),
    },
    status: {
      width: 104,
      cell: ({ mission }) => t(`status.${mission.status}`),
      edit: ({ mission }, edit) => (
        <GridSelectEditor
          label={t('missions.column.status')}
          value={mission.status}
          options={MISSION_STATUSES.map((status) => ({ id: status, label: t(`status.${status}`) }))}
          session={edit}
          onCommit={(status) => editMission(session, mission.id, { status })}
        />
      ),
    },
  }
}

function startEditor(context: ActionContext, { mission }: MissionRow, edit: EditSession) {
  const { session, texts } = context
  const plan = session.store.getState().plan
  if (plan === null) return null
  const { hHour, timeZone } = plan.meta
  return (
    <GridTextEditor
      label={texts.t('missions.column.start')}
      value={mission.start === null ? '' : formatDtg(toInstant(mission.start, hHour), timeZone, texts.language)}
      session={edit}
      onCommit={(text) => {
        const start = readPlanTime(text, { hHour, timeZone })
        if (!start.ok) refuse(context, texts.t(`time.${start.error}`))
        else if (start.value !== mission.start) {
          session.dispatch({ type: 'moveMissions', moves: [{ mission: mission.id, start: start.value }] })
        }
      }}
    />
  )
}

function durationEditor(context: ActionContext, { mission }: MissionRow, edit: EditSession) {
  const { t } = context.texts
  return (
    <GridTextEditor
      label={t('missions.column.duration')}
      value={writeSpan(mission.duration.likely)}
      session={edit}
      isFigure
      onCommit={(text) => {
        const likely = readSpan(text)
        if (!likely.ok) refuse(context, t(`time.${likely.error}`))
        else if (likely.value < 1) refuse(context, t('time.not-positive'))
        else editMission(context.session, mission.id, { duration: scaledDuration(mission.duration, likely.value) })
      }}
    />
  )
}

function editMission(session: PlanSession, id: Id<'mission'>, fields: Record<string, unknown>): void {
  session.dispatch({ type: 'editRecords', ids: [id], fields })
}

/** A cell has no room for the reason a text was not taken. */
function refuse({ notify, texts }: ActionContext, why: string): void {
  notify({ tone: 'warning', text: texts.t('missions.not-taken', { why }) })
}
