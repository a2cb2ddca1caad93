/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that come and go at fixed places, which a <table> cannot lay out */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react'
import type { GridColumn } from './GridColumn.ts'
import { GridHeader } from './GridHeader.tsx'
import { GridRow } from './GridRow.tsx'
import type { GridRows } from './GridRows.ts'
import { useColumnWidths } from './useColumnWidths.ts'
import { useGridControl } from './useGridControl.ts'
import './VirtualGrid.css'

export interface GridMenuTarget {
  /** The selected rows, in their order; the row under the pointer is always among them. */
  ids: readonly string[]
  columnId: string | null
  /** Pixels in the window. */
  at: { x: number; y: number }
}

export interface GridHandle {
  focus: () => void
  /** Opens a cell for editing, as after adding a row. */
  edit: (id: string, columnId: string) => void
}

export interface VirtualGridProps<R> {
  label: string
  /** A new object when anything in it changed; rows that stayed the same object are not rendered again. */
  rows: GridRows<R>
  /** Best kept between renders, as are the functions in them. */
  columns: readonly GridColumn<R>[]
  /** Announced as a tree, with an arrow in the first column. */
  isTree?: boolean
  isCompact?: boolean
  isFirstColumnSticky?: boolean
  selectionMode?: 'none' | 'single' | 'multiple'
  selectedIds: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  /** When given and changed from outside, the row comes into sight. */
  focusedId?: string | null
  onFocus?: (id: string) => void
  /** Enter or double click on a row that is not edited there. */
  onActivate?: (id: string) => void
  onToggle?: (id: string, isExpanded: boolean) => void
  onSort?: (columnId: string) => void
  /** Pixels, once a column is released or at each key. */
  onColumnResize?: (columnId: string, width: number) => void
  onContextMenu?: (target: GridMenuTarget) => void
  /** Whether these rows may be dropped on that one, or on the empty space (`null`). Without it nothing is dragged. */
  canMove?: (ids: readonly string[], targetId: string | null) => boolean
  onMove?: (ids: readonly string[], targetId: string | null) => void
  /** What stands at the pointer while rows are dragged. */
  dragLabel?: (ids: readonly string[]) => string
  /** Shown struck out, as what was cut and not yet pasted. */
  mutedIds?: ReadonlySet<string>
  renderGroup?: (row: R) => ReactNode
  /** In place of rows, where there are none. */
  empty?: ReactNode
  ref?: Ref<GridHandle>
}

const ROW = 28
const COMPACT_ROW = 24
const NO_IDS: ReadonlySet<string> = new Set()

/**
 * A table or tree of any length: header and, if wished, first column stay; rows are selected, moved, opened and edited
 * by keyboard and pointer. The grid holds the focus and names the active row or cell (`aria-activedescendant`), so
 * that rows may leave the page while it stays.
 */
export function VirtualGrid<R>(props: VirtualGridProps<R>) {
  const { label, rows, columns, isTree = false, isCompact = false, isFirstColumnSticky = false, empty } = props
  const { selectedIds, mutedIds = NO_IDS, selectionMode = 'multiple' } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const widths = useColumnWidths(columns)
  const rowHeight = isCompact ? COMPACT_ROW : ROW

  const control = useGridControl({ props, gridId, scroller, widths, rowHeight, scrollToRow: (row) => scrollToRow(row) })
  const { place, editing, drag } = control

  // The same function for the same rows: with another one the virtualizer measures all of them again.
  const getItemKey = useCallback((index: number) => rows.idAt(index), [rows])
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 6,
    scrollMargin: rowHeight + 1,
    scrollPaddingStart: rowHeight + 1,
    rangeExtractor: (range) => {
      // The active row stays on the page, so that the grid can always name it.
      const indexes = defaultRangeExtractor(range)
      if (place.row < 0 || place.row >= rows.count || indexes.includes(place.row)) return indexes
      return place.row < (indexes[0] ?? 0) ? [place.row, ...indexes] : [...indexes, place.row]
    },
  })
  const scrollToRow = (row: number) => virtualizer.scrollToIndex(row, { align: 'auto' })
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  const { focusedId } = props
  useEffect(() => {
    const row = focusedId === undefined || focusedId === null ? -1 : rows.indexOf(focusedId)
    if (row >= 0) virtualizer.scrollToIndex(row, { align: 'auto' })
    // Only a change of the row in focus scrolls; a change of the rows must leave the view where it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [focusedId, virtualizer])

  const { activeElementId } = control
  useEffect(() => {
    if (place.column < 0 || activeElementId === undefined || scroller.current !== document.activeElement) return
    document.getElementById(activeElementId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [activeElementId, place.column])

  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus(), edit: control.editById }))

  const style = useMemo(
    (): CSSProperties & Record<`--grid-${'columns' | 'width' | 'row' | 'sticky'}`, string> => ({
      '--grid-columns': widths.template,
      '--grid-width': `${widths.total}px`,
      '--grid-row': `${rowHeight}px`,
      '--grid-sticky': isFirstColumnSticky ? `${columns[0] === undefined ? 0 : widths.widthOf(columns[0].id)}px` : '0',
    }),
    [widths, rowHeight, isFirstColumnSticky, columns],
  )

  return (
    <div className="ui-grid-frame" style={style}>
      <div
        ref={scroller}
        role={isTree ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={rows.count + 1}
        aria-colcount={columns.length}
        aria-multiselectable={selectionMode === 'multiple' || undefined}
        aria-activedescendant={activeElementId}
        tabIndex={0}
        className="ui-grid"
        data-sticky={isFirstColumnSticky || undefined}
        data-drop={drag?.target === null || undefined}
        {...control.handlers}
      >
        <GridHeader
          gridId={gridId}
          columns={columns}
          focusColumn={place.row < 0 ? place.column : null}
          onResize={control.resize}
        />
        <div role="rowgroup" className="ui-grid-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const id = rows.idAt(index)
            const shape = rows.shapeAt?.(index)
            const isEdited = editing?.row === index
            return (
              <GridRow
                key={key}
                gridId={gridId}
                row={rows.rowAt(index)}
                index={index}
                top={start - rowHeight - 1}
                columns={columns}
                isTree={isTree}
                isGroup={shape?.kind === 'group'}
                level={shape?.level ?? 1}
                setSize={shape?.setSize ?? rows.count}
                position={shape?.position ?? index + 1}
                isExpanded={shape?.isExpanded}
                isSelected={selectionMode === 'none' ? undefined : selectedIds.has(id)}
                focusColumn={place.row === index ? place.column : null}
                isDropTarget={drag?.target === id}
                isMuted={mutedIds.has(id)}
                editColumn={isEdited ? editing.column : null}
                editSession={isEdited ? editing.session : null}
                renderGroup={props.renderGroup}
              />
            )
          })}
        </div>
      </div>
      {rows.count > 0 || empty === undefined ? null : <div className="ui-grid-empty">{empty}</div>}
      {drag === null ? null : (
        <div ref={control.attachHeld} className="ui-grid-held" data-nowhere={drag.target === undefined || undefined}>
          {props.dragLabel?.(drag.ids) ?? drag.ids.length}
        </div>
      )}
    </div>
  )
}
