import { useMemo } from 'react'
import { isIdOf } from '../../../domain/records/ids.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { ComponentMark } from '../../fields/ComponentMark.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { treeRows } from '../../ui/grid/treeRows.ts'
import { type GridMenuTarget, VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import type { Forces, ForcesRow, UnitRow } from './Forces.ts'
import { filterTree } from './filterTree.ts'
import { attach, selectUnits } from './forcesCommands.tsx'
import { forcesView, setExpanded, shownExpanded } from './forcesView.ts'
import { nameOfUnit } from './nameOfTarget.ts'
import { type UnitColumnId, unitColumns } from './unitColumns.tsx'
import { targetOf } from './unitMoves.ts'
import { useDense, useForcesTree, useForcesView } from './useForces.ts'

interface ForcesTreeGridProps {
  forces: Forces
  /** The units that pass the filter; what leads to them is shown too. */
  shownUnits: readonly UnitRow[]
  onContextMenu: (target: GridMenuTarget) => void
}

const COLUMNS: readonly UnitColumnId[] = [
  'name',
  'designation',
  'findings',
  'echelon',
  'readiness',
  'allocation',
  'location',
  'missions',
  'owner',
  'capabilities',
]

/** Components with their units by superior at the chosen time; rows are dragged to where they are to stand. */
export function ForcesTreeGrid({ forces, shownUnits, onContextMenu }: ForcesTreeGridProps) {
  const texts = useTexts()
  const { t } = texts
  const session = useSession()
  const context = useActionContext()
  const meta = usePlanMeta()
  const canEdit = useSessionState((s) => s.canEdit)
  const selection = useSessionState((s) => s.selection)
  const view = useForcesView((v) => v)
  const { isOpen, toggled, filter, focusedRow, cut } = view
  const whole = useForcesTree(forces)
  const tree = useMemo(() => {
    if (shownUnits === forces.units) return whole
    const shown = new Set(shownUnits)
    return filterTree(whole, forces.units, (row) => shown.has(row))
  }, [whole, forces, shownUnits])
  const rows = useMemo(
    () =>
      treeRows<ForcesRow>({
        roots: tree.roots,
        childrenOf: tree.childrenOf,
        idOf: (row) => row.id,
        isExpanded: shownExpanded(forcesView.getState()),
      }),
    // The rows depend on what is open and whether a filter opens all, not on the rest of the view.
    // oxlint-disable-next-line react/exhaustive-deps
    [tree, isOpen, toggled, filter],
  )
  const columns = useMemo(() => {
    const units = unitColumns(texts, session, meta, canEdit)
    return COLUMNS.map((id) => forcesColumn(units[id], forces))
  }, [texts, session, meta, canEdit, forces])

  const rowOf = (id: string): ForcesRow | undefined =>
    forces.get(id) ?? forces.components.find((component) => component.id === id)
  const dense = useDense()
  return (
    <VirtualGrid
      label={t('forces.tree-label')}
      rows={rows}
      columns={columns}
      isTree
      isCompact={dense}
      isFirstColumnSticky
      selectedIds={selection}
      mutedIds={cut}
      focusedId={focusedRow}
      onFocus={(id) => forcesView.setState({ focusedRow: id })}
      onSelect={(ids) => selectUnits(context, ids, forcesView.getState().focusedRow)}
      onToggle={setExpanded}
      onContextMenu={onContextMenu}
      canMove={(ids, target) =>
        canEdit && target !== null && !ids.includes(target) && ids.every((id) => isIdOf('unit', id))
      }
      onMove={(ids, target) => {
        const row = target === null ? undefined : rowOf(target)
        if (row !== undefined) attach(context, ids, targetOf(row))
      }}
      dragLabel={(ids) => t('forces.drag', { count: ids.length, name: nameOfUnit(forces.get(ids[0] ?? '')?.unit) })}
    />
  )
}

/** The column of units for a tree that also has components. */
function forcesColumn(column: GridColumn<UnitRow>, forces: Forces): GridColumn<ForcesRow> {
  const { edit, text, cell, canEdit: _canEdit, ...rest } = column
  return {
    ...rest,
    cell: (row) => (row.kind === 'unit' ? cell(row) : column.id === 'name' ? componentName(row, forces) : null),
    ...(text === undefined
      ? {}
      : { text: (row: ForcesRow) => (row.kind === 'unit' ? text(row) : row.component.name.es) }),
    ...(edit === undefined
      ? {}
      : {
          edit: (row, session) => (row.kind === 'unit' ? edit(row, session) : null),
          canEdit: (row) => row.kind === 'unit',
        }),
  }
}

const componentName = (row: Extract<ForcesRow, { kind: 'component' }>, forces: Forces) => (
  <ComponentName row={row} count={forces.countIn(row.component.id)} />
)

function ComponentName({ row, count }: { row: Extract<ForcesRow, { kind: 'component' }>; count: number }) {
  const { t, name } = useTexts()
  return (
    <span className="forces-name" data-component>
      <ComponentMark kind={row.component.kind} isDecoration />
      <span className="forces-name-text">{name(row.component.name)}</span>
      <span className="forces-name-count">{t('forces.component-units', { count })}</span>
    </span>
  )
}
