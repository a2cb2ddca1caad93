import { useMemo } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import { recordMenu, useActions } from '../../actions/ActionsContext.tsx'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { LacksCell, StartText } from './MissionCells.tsx'
import type { TaskingScopes } from './taskingScopes.ts'
import { chooseScope, taskingView } from './taskingView.ts'
import { useStore } from 'zustand'

interface AskedMissionsProps {
  readonly scopes: TaskingScopes
  readonly missions: readonly Id<'mission'>[]
}

/** The missions the question is about, with what they lack, before there is an answer. */
export function AskedMissions({ scopes, missions }: AskedMissionsProps) {
  const { t } = useTexts()
  const session = useSession()
  const actions = useActions()
  const plan = usePlan()
  const revision = useSessionState((s) => s.revision)
  const selection = useSessionState((s) => s.selection)
  const focused = useSessionState((s) => s.focused)
  const columns = useColumns()
  const menu = useContextMenu(t('missions.menu'))
  const rows = useMemo(
    () => gridRowsOf<Mission>(missions.flatMap((id) => plan.get(id) ?? []).sort(byUrgency), (mission) => mission.id),
    // The plan is one living document: its revision says when to look again.
    // oxlint-disable-next-line react/exhaustive-deps
    [missions, plan, revision],
  )
  if (rows.count === 0) return <NothingAsked scopes={scopes} />
  return (
    <div className="tasking-list">
      <p className="tasking-line">{t('tasking.asked-line', { count: rows.count })}</p>
      <VirtualGrid<Mission>
        label={t('tasking.asked')}
        rows={rows}
        columns={columns}
        isCompact
        isFirstColumnSticky
        selectedIds={selection}
        focusedId={focused}
        onFocus={(id) => session.select(session.store.getState().selection, id as Id)}
        onSelect={(ids) => {
          const records = ids as ReadonlySet<Id>
          const at = session.store.getState().focused
          session.select(records, at !== null && records.has(at) ? at : undefined)
        }}
        onContextMenu={({ ids, at }) => {
          if (ids.length > 0) menu.openAt(at, recordMenu(actions, 'mission'))
        }}
      />
      {menu.element}
    </div>
  )
}

const byUrgency = (a: Mission, b: Mission): number =>
  a.priority - b.priority || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

function useColumns(): GridColumn<Mission>[] {
  const { t, number } = useTexts()
  return useMemo(
    () => [
      { id: 'code', header: t('tasking.mission'), width: 84, cell: ({ code }) => code, text: ({ code }) => code },
      { id: 'title', header: t('missions.column.title'), width: 150, isFlexible: true, cell: ({ title }) => title },
      {
        id: 'start',
        header: t('missions.column.start'),
        width: 124,
        cell: ({ start }) => <StartText minutes={start} />,
      },
      { id: 'lacks', header: t('tasking.lacks'), width: 150, cell: ({ id }) => <LacksCell id={id} /> },
      {
        id: 'priority',
        header: t('missions.column.priority'),
        width: 72,
        align: 'end',
        cell: ({ priority }) => number(priority),
      },
    ],
    [t, number],
  )
}

/** Nothing of the chosen kind: what else may be asked about. */
function NothingAsked({ scopes }: { scopes: TaskingScopes }) {
  const { t } = useTexts()
  const scope = useStore(taskingView, (s) => s.scope)
  const errors = {
    label: t('tasking.ask-errors', { count: scopes.errors.length }),
    onPress: () => chooseScope('errors', []),
  }
  const all = { label: t('tasking.ask-all', { count: scopes.all.length }), onPress: () => chooseScope('all', []) }
  const others = [...(scopes.errors.length > 0 && scope !== 'errors' ? [errors] : []), all]
  return (
    <EmptyState
      text={t(scope === 'lacking' ? 'tasking.nothing-lacks' : 'tasking.none-of-these')}
      primary={others[0]}
      alternative={others[1]}
    />
  )
}
