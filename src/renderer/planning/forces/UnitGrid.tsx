import { useMemo } from 'react'
import { toInstant } from '../../../domain/time/planTime.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { ComponentMark } from '../../fields/ComponentMark.tsx'
import { MilitarySymbol } from '../../fields/MilitarySymbol.tsx'
import { SymbolPicker } from '../../fields/symbol/SymbolPicker.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../ui/grid/GridRows.ts'
import { type GridMenuTarget, VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import type { Forces, UnitRow } from './Forces.ts'
import { selectUnits } from './forcesCommands.tsx'
import { forcesView } from './forcesView.ts'
import { nameOfUnit } from './nameOfTarget.ts'
import { SORT_COLUMNS, type SortColumn, sortUnits, type UnitSort } from './sortUnits.ts'
import { type UnitColumnId, unitColumns } from './unitColumns.tsx'
import { useDense, useForcesView } from './useForces.ts'

interface UnitGridProps {
  forces: Forces
  /** The units that pass the filter. */
  units: readonly UnitRow[]
  onContextMenu: (target: GridMenuTarget) => void
}

const AFTER_NAME: readonly UnitColumnId[] = [
  'designation',
  'echelon',
  'owner',
  'strength',
  'readiness',
  'allocation',
  'location',
  'missions',
  'findings',
  'capabilities',
]

/** All units in one table: sorted, edited in their cells, many at once. */
export function UnitGrid({ forces, units, onContextMenu }: UnitGridProps) {
  const { t } = useTexts()
  const context = useActionContext()
  const selection = useSessionState((s) => s.selection)
  const sort = useForcesView((v) => v.sort)
  const focusedRow = useForcesView((v) => v.focusedRow)
  const cut = useForcesView((v) => v.cut)
  const sorted = useSorted(forces, units, sort)
  const rows = useMemo(() => gridRowsOf(sorted, (row) => row.id), [sorted])
  const columns = useGridColumns(forces, sort)
  return (
    <VirtualGrid
      label={t('forces.grid-label')}
      rows={rows}
      columns={columns}
      isCompact={useDense()}
      isFirstColumnSticky
      selectedIds={selection}
      mutedIds={cut}
      focusedId={focusedRow}
      onFocus={(id) => forcesView.setState({ focusedRow: id })}
      onSelect={(ids) => selectUnits(context, ids, forcesView.getState().focusedRow)}
      onSort={(id) => sortBy(id)}
      onContextMenu={onContextMenu}
    />
  )
}

/** A press sorts upwards, a second downwards, a third gives the order of the forces back. */
function sortBy(id: string): void {
  const column = SORT_COLUMNS.find((one) => one === id)
  if (column === undefined) return
  const { sort } = forcesView.getState()
  const next =
    sort?.column !== column
      ? { column, isDescending: false }
      : sort.isDescending
        ? null
        : { column, isDescending: true }
  forcesView.setState({ sort: next })
}

function useSorted(forces: Forces, units: readonly UnitRow[], sort: UnitSort | null): readonly UnitRow[] {
  const plan = usePlan()
  const isTimed = sort?.column === 'readiness'
  const time = useSessionState((s) => (isTimed ? s.time : 0))
  const revision = sort?.column === 'missions' ? plan.revision : 0
  return useMemo(() => {
    const order = new Map(forces.components.map((row, at) => [row.id, at]))
    return sortUnits(units, sort, {
      instant: toInstant(time, plan.meta.hHour),
      componentOrder: (id) => order.get(id) ?? 0,
      missionCount: (id) => plan.indexes.assignmentsOfUnit.get(id).length,
    })
    // `revision` stands for the assignments, which are counted only when they sort.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [forces, units, sort, time, revision, plan])
}

function useGridColumns(forces: Forces, sort: UnitSort | null): readonly GridColumn<UnitRow>[] {
  const texts = useTexts()
  const session = useSession()
  const meta = usePlanMeta()
  const canEdit = useSessionState((s) => s.canEdit)
  return useMemo(() => {
    const { t } = texts
    const columns = unitColumns(texts, session, meta, canEdit)
    const component: GridColumn<UnitRow> = {
      id: 'component',
      header: t('forces.column.component'),
      width: 108,
      cell: ({ unit }) => <ComponentCell forces={forces} id={unit.component} />,
    }
    const symbol: GridColumn<UnitRow> = {
      id: 'symbol',
      header: t('forces.column.symbol'),
      width: 72,
      cell: (row) => <SymbolCell row={row} canEdit={canEdit} />,
    }
    const name = { ...columns.name, cell: ({ unit }: UnitRow) => unit.name }
    return [name, symbol, component, ...AFTER_NAME.map((id) => columns[id])].map((column) =>
      isSortable(column.id) ? { ...column, sort: directionOf(column.id, sort) } : column,
    )
  }, [texts, session, meta, canEdit, forces, sort])
}

const isSortable = (id: string): id is SortColumn => SORT_COLUMNS.some((column) => column === id)

const directionOf = (id: string, sort: UnitSort | null): 'ascending' | 'descending' | 'none' =>
  sort?.column !== id ? 'none' : sort.isDescending ? 'descending' : 'ascending'

function ComponentCell({ forces, id }: { forces: Forces; id: string }) {
  const { t, name } = useTexts()
  const component = forces.components.find((row) => row.id === id)?.component
  if (component === undefined) return null
  return (
    <span className="forces-name" title={name(component.name)}>
      <ComponentMark kind={component.kind} isDecoration />
      {t(`component.${component.kind}`)}
    </span>
  )
}

/** The symbol as a button that opens the picker. */
function SymbolCell({ row: { unit }, canEdit }: { row: UnitRow; canEdit: boolean }) {
  const { t } = useTexts()
  const session = useSession()
  const { showDialog } = useActionContext()
  if (!canEdit) return <MilitarySymbol code={unit.symbol} size={20} />
  const open = (): void =>
    showDialog((close) => (
      <SymbolPicker
        code={unit.symbol}
        onClose={close}
        onChoose={(symbol, echelon) =>
          session.dispatch({
            type: 'editRecords',
            ids: [unit.id],
            fields: { symbol, ...(echelon === null ? {} : { echelon }) },
          })
        }
      />
    ))
  return (
    <button
      type="button"
      className="forces-symbol"
      tabIndex={-1}
      onClick={open}
      aria-label={t('forces.change-symbol', { unit: nameOfUnit(unit) })}
    >
      <MilitarySymbol code={unit.symbol} size={20} />
    </button>
  )
}
