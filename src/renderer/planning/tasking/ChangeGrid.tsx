import { type KeyboardEvent, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Id } from '../../../domain/records/ids.ts'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'
import { recordMenu, useActions } from '../../actions/ActionsContext.tsx'
import { useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { StartCell, TakeCell, TitleCell, UnitsCell } from './ChangeCells.tsx'
import { chooseChange } from './changeChoice.ts'
import { CHANGE_ORDERS, type ChangeOrder, sortChanges } from './sortChanges.ts'
import { taskingView } from './taskingView.ts'

type MissionId = Id<'mission'>

interface ChangeGridProps {
  readonly changes: readonly ProposedChange[]
  readonly chosen: ReadonlySet<MissionId>
}

/** One row a change; Space takes it or leaves it, and the one in focus is selected everywhere. */
export function ChangeGrid({ changes, chosen }: ChangeGridProps) {
  const { t } = useTexts()
  const session = useSession()
  const actions = useActions()
  const focused = useStore(taskingView, (s) => s.change)
  const [order, setOrder] = useState<ChangeOrder>({ by: 'start', isDescending: false })
  const menu = useContextMenu(t('missions.menu'))
  const rows = useMemo(() => {
    const { plan } = session.store.getState()
    return gridRowsOf<ProposedChange>(
      plan === null ? [] : sortChanges(changes, order, plan),
      (change) => change.mission,
    )
  }, [changes, order, session])
  const selectedIds = useMemo(() => new Set(focused === null ? [] : [focused]), [focused])
  const columns = useColumns(chosen, order, (mission) => toggle(changes, chosen, mission))

  const goTo = (id: string): void => {
    taskingView.setState({ change: id as MissionId })
    session.select([id as MissionId])
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isGrid = event.target instanceof Element && event.target.getAttribute('role') === 'grid'
    if (event.key !== ' ' || !isGrid || focused === null || !changes.some((c) => c.mission === focused)) return
    event.preventDefault()
    event.stopPropagation()
    toggle(changes, chosen, focused)
  }
  return (
    // The grid's own Space would select the row, which the focus has done already.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="tasking-list" onKeyDownCapture={onKeyDown}>
      <VirtualGrid<ProposedChange>
        label={t('tasking.changes')}
        rows={rows}
        columns={columns}
        isCompact
        isFirstColumnSticky
        selectionMode="single"
        selectedIds={selectedIds}
        focusedId={focused}
        onFocus={goTo}
        onSelect={(ids) => {
          const [id] = ids
          if (id !== undefined && id !== focused) goTo(id)
        }}
        onActivate={focusDetail}
        onSort={(columnId) => {
          const by = CHANGE_ORDERS.find((one) => one === columnId)
          if (by !== undefined) setOrder({ by, isDescending: order.by === by && !order.isDescending })
        }}
        onContextMenu={({ ids, at }) => {
          if (ids.length > 0) menu.openAt(at, recordMenu(actions, 'mission'))
        }}
      />
      {menu.element}
    </div>
  )
}

function toggle(changes: readonly ProposedChange[], chosen: ReadonlySet<MissionId>, mission: MissionId): void {
  const isTaken = !chosen.has(mission)
  const { left, along } = chooseChange(changes, taskingView.getState().left, mission, isTaken)
  const kind = isTaken ? 'taken-along' : 'left-along'
  taskingView.setState({ left, notice: along.length === 0 ? null : { kind, mission, others: along } })
}

/** Enter on a change goes to what is said about it. */
function focusDetail(): void {
  document.querySelector<HTMLElement>('.tasking-detail button')?.focus()
}

function useColumns(
  chosen: ReadonlySet<MissionId>,
  order: ChangeOrder,
  onToggle: (mission: MissionId) => void,
): GridColumn<ProposedChange>[] {
  const { t } = useTexts()
  return useMemo(() => {
    const sortOf = (by: ChangeOrder['by']): 'none' | 'ascending' | 'descending' =>
      order.by !== by ? 'none' : order.isDescending ? 'descending' : 'ascending'
    return [
      {
        id: 'code',
        header: t('tasking.mission'),
        width: 98,
        sort: sortOf('code'),
        cell: ({ mission }) => (
          <TakeCell mission={mission} isTaken={chosen.has(mission)} onToggle={() => onToggle(mission)} />
        ),
      },
      {
        id: 'title',
        header: t('missions.column.title'),
        width: 80,
        isFlexible: true,
        cell: ({ mission }) => <TitleCell mission={mission} />,
      },
      {
        id: 'start',
        header: t('tasking.column-start'),
        width: 250,
        sort: sortOf('start'),
        cell: ({ start }) => <StartCell start={start} />,
      },
      {
        id: 'units',
        header: t('tasking.column-units'),
        width: 166,
        isFlexible: true,
        cell: ({ units }) => <UnitsCell units={units} />,
      },
    ]
    // The function takes what is chosen from the same render as `chosen`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [t, chosen, order])
}
