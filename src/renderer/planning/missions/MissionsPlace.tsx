import { Plus, SquarePen } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { kindOf, type Id } from '../../../domain/records/ids.ts'
import { recordMenu, useAction, useActions } from '../../actions/ActionsContext.tsx'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ToolbarRow } from '../../ui/Toolbar.tsx'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import { groupMissions, type ListRow } from './groupMissions.ts'
import { MissionFilterChips, MissionFilterControls } from './MissionFilterBar.tsx'
import { missionColumns } from './missionColumns.tsx'
import { filterMissions, isFiltering, NO_FILTER, openFindingsOf } from './missionFilter.ts'
import { missionsView, lookAtPlan } from './missionsView.ts'
import type { MissionRow } from './missionRow.ts'
import { MissionTable } from './MissionTable.ts'
import { SORT_COLUMNS } from './sortMissions.ts'
import './MissionsPlace.css'

/** The list of missions: find, sort, group, edit one or many. */
export function MissionsPlace() {
  const { t } = useTexts()
  const session = useSession()
  const planId = usePlan().meta.id
  useEffect(() => lookAtPlan(planId), [planId])
  const hasMissions = useSessionState((s) => s.revision >= 0 && (s.plan?.count('mission') ?? 0) > 0)
  const add = useAction('missions.add')
  const editMany = useAction('missions.edit-many')
  const selected = useSessionState((s) => s.selection.size)
  const shown = useMissionRows()
  if (!hasMissions) {
    return (
      <EmptyState
        text={t('missions.empty')}
        primary={{ label: add.label, icon: Plus, onPress: add.perform }}
        alternative={{ label: t('app.open-library'), onPress: () => session.goTo('library') }}
      />
    )
  }
  return (
    <div className="missions">
      <ToolbarRow>
        <MissionFilterControls />
        <output className="missions-count">{t('missions.count', { shown: shown.count, all: shown.all })}</output>
        <span className="missions-space" />
        {selected > 1 ? (
          <Button icon={SquarePen} onPress={editMany.perform} isDisabled={!editMany.isEnabled}>
            {t('missions.edit-n', { count: selected })}
          </Button>
        ) : null}
        <Button variant="primary" icon={Plus} onPress={add.perform} isDisabled={!add.isEnabled}>
          {t('missions.add-short')}
        </Button>
        <MissionFilterChips />
      </ToolbarRow>
      <MissionGrid rows={shown.rows} />
    </div>
  )
}

function useMissionRows() {
  const texts = useTexts()
  const plan = usePlan()
  const [table] = useState(() => new MissionTable())
  const { filter, sort, grouping, collapsed } = useStore(missionsView)
  const findings = useSessionState((s) => s.findings)
  const revision = useSessionState((s) => s.revision)
  const findingsVersion = useSessionState((s) => s.findingsVersion)
  const openFindings = useMemo(() => openFindingsOf(plan, (id) => findings.of(id)), [plan, findings])
  const sorted = table.sorted(sort, { plan, language: texts.language, openFindings }, findingsVersion)
  usePrepareSearch(sorted)
  // The findings count only where one filters by them; else a report of the check must not make new rows.
  const followed = filter.flags.includes('findings') ? `${findingsVersion} ${revision}` : ''
  const passing = useMemo(
    () => filterMissions(sorted, filter, openFindings),
    // oxlint-disable-next-line react/exhaustive-deps
    [sorted, filter, openFindings, followed],
  )
  const meta = plan.meta
  const rows = useMemo(
    () => groupMissions(passing, grouping, collapsed, plan, texts),
    // Phases are named in the plan's own record; the other names of groups change too seldom to follow.
    // oxlint-disable-next-line react/exhaustive-deps
    [passing, grouping, collapsed, plan, texts, meta],
  )
  return { rows, count: passing.length, all: sorted.length }
}

/** Milliseconds of work in one go, between which keys and pointer are heard. */
const SLICE = 8

/** Makes the text that rows are searched by while nothing else is to be done, so that the first letter need not wait for it. */
function usePrepareSearch(rows: readonly MissionRow[]): void {
  useEffect(() => {
    let next = 0
    let handle = 0
    const work = (): void => {
      const end = performance.now() + SLICE
      for (; next < rows.length && performance.now() < end; next += 1) rows[next]?.prepareSearch()
      if (next < rows.length) handle = requestIdleCallback(work)
    }
    handle = requestIdleCallback(work)
    return () => cancelIdleCallback(handle)
  }, [rows])
}

function MissionGrid({ rows }: { rows: ReturnType<typeof useMissionRows>['rows'] }) {
  const { t } = useTexts()
  const session = useSession()
  const actions = useActions()
  const canEdit = useSessionState((s) => s.canEdit)
  const meta = useSessionState((s) => (s.revision < 0 ? null : (s.plan?.meta ?? null)))
  const selection = useSessionState((s) => s.selection)
  const focused = useSessionState((s) => s.focused)
  const { sort, collapsed, filter, grouping } = useStore(missionsView)
  const menu = useContextMenu(t('missions.menu'))
  // The head of a group can hold the grid's focus, but it is no record of the plan.
  const [group, setGroup] = useState<{ id: string; over: Id | null } | null>(null)
  const focusedId = group !== null && group.over === focused ? group.id : focused
  const columns = useMemo(
    () => missionColumns(actions.context, sort, canEdit),
    // Cells show times and phases from the plan's own record.
    // oxlint-disable-next-line react/exhaustive-deps
    [actions.context, sort, canEdit, meta],
  )
  const onFocus = useCallback(
    (id: string) => {
      const state = session.store.getState()
      if (isGroup(id)) return setGroup({ id, over: state.focused })
      setGroup(null)
      session.select(state.selection, id as Id)
    },
    [session],
  )
  const onSelect = useCallback(
    (ids: ReadonlySet<string>) => {
      const { focused: at } = session.store.getState()
      const records = ids as ReadonlySet<Id>
      if (at !== null && records.has(at)) session.select(records, at)
      else session.select(records)
    },
    [session],
  )
  return (
    <>
      <VirtualGrid<ListRow>
        label={t('missions.list')}
        rows={rows}
        columns={columns}
        isTree={grouping !== 'none'}
        isCompact
        isFirstColumnSticky
        selectedIds={selection}
        onSelect={onSelect}
        focusedId={focusedId}
        onFocus={onFocus}
        onSort={sortBy}
        onToggle={(id, isExpanded) => {
          const next = new Set(collapsed)
          if (isExpanded) next.delete(id)
          else next.add(id)
          missionsView.setState({ collapsed: next })
        }}
        onContextMenu={({ ids, at }) => {
          if (ids.some((id) => !isGroup(id) && kindOf(id as Id) === 'mission')) {
            menu.openAt(at, recordMenu(actions, 'mission'))
          }
        }}
        renderGroup={(row) =>
          row.kind === 'group' ? (
            <>
              {row.label} <span className="missions-group-count">{row.count}</span>
            </>
          ) : null
        }
        empty={
          isFiltering(filter) ? (
            <EmptyState
              text={t('missions.none-pass')}
              primary={{
                label: t('missions.clear-filter'),
                onPress: () => missionsView.setState({ filter: NO_FILTER }),
              }}
            />
          ) : null
        }
      />
      {menu.element}
    </>
  )
}

const isGroup = (id: string): boolean => id.startsWith('group ')

function sortBy(columnId: string): void {
  const column = SORT_COLUMNS.find((id) => id === columnId)
  if (column === undefined) return
  const { sort } = missionsView.getState()
  missionsView.setState({ sort: { column, isDescending: sort.column === column && !sort.isDescending } })
}
