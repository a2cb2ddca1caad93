import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { findByTyping } from './findByTyping.ts'
import type { EditEnd, EditSession } from './GridColumn.ts'
import { type GridPlace, type GridStep, gridKey } from './gridKey.ts'
import { selectAll, selectOnly, selectRange, shownSelection, toggleSelected } from './gridSelection.ts'
import type { useColumnWidths } from './useColumnWidths.ts'
import { useRowDrag } from './useRowDrag.ts'
import type { VirtualGridProps } from './VirtualGrid.tsx'

interface GridControlOptions<R> {
  props: VirtualGridProps<R>
  gridId: string
  scroller: RefObject<HTMLDivElement | null>
  widths: ReturnType<typeof useColumnWidths>
  rowHeight: number
  scrollToRow: (row: number) => void
}

interface Editing {
  rowId: string
  column: number
  session: EditSession
}

/** Milliseconds after which typing begins a new word. */
const TYPING_PAUSE = 700
const OWN_CONTROLS = 'button, a, input, select, textarea, [contenteditable]'

/** Focus, selection, editing and dragging of a grid: turns keys and pointer into the callbacks of its props. */
export function useGridControl<R>(options: GridControlOptions<R>) {
  const { props, gridId, scroller, widths, rowHeight, scrollToRow } = options
  const { rows, columns, selectedIds, selectionMode = 'multiple' } = props
  const [focus, setFocus] = useState<{ id: string | null; row: number; column: number }>({
    id: null,
    row: 0,
    column: -1,
  })
  const [editing, setEditing] = useState<Editing | null>(null)
  const anchorId = useRef<string | null>(null)
  const typed = useRef({ text: '', at: 0 })
  const wasSelected = useRef<number | null>(null)

  // The row is kept by its id; one that is gone hands over to what stands in its place now.
  const focusId = props.focusedId === undefined ? focus.id : props.focusedId
  const found = focusId === null ? -1 : rows.indexOf(focusId)
  const fallback = focus.row < 0 ? -1 : Math.min(focus.row, rows.count - 1)
  const place: GridPlace = {
    row: focus.row < 0 && focus.id === focusId ? -1 : found >= 0 ? found : fallback,
    column: Math.min(focus.column, columns.length - 1),
  }
  const isGroup = (row: number) => rows.shapeAt?.(row).kind === 'group'
  const select = (ids: ReadonlySet<string>) => {
    if (selectionMode !== 'none') props.onSelect?.(ids)
  }

  const moveTo = (to: GridPlace, how: 'only' | 'extend' | 'keep') => {
    const id = to.row < 0 ? focusId : rows.idAt(to.row)
    setFocus({ id, row: to.row, column: to.row >= 0 && isGroup(to.row) ? -1 : to.column })
    if (to.row < 0 || id === null) return
    scrollToRow(to.row)
    if (id !== focusId) props.onFocus?.(id)
    // Walking over the head of a group leaves the selection, so that what shows it does not flicker.
    if (how === 'only' && !isGroup(to.row)) select(selectOnly(rows, to.row))
    if (how === 'extend') {
      const anchor = anchorId.current === null ? -1 : rows.indexOf(anchorId.current)
      select(selectRange(rows, anchor < 0 ? Math.max(place.row, 0) : anchor, to.row))
    }
    if (how !== 'extend') anchorId.current = id
  }

  const canEdit = (row: number, column: number) => {
    const of = columns[column]
    return (
      of?.edit !== undefined && row >= 0 && row < rows.count && !isGroup(row) && of.canEdit?.(rows.rowAt(row)) !== false
    )
  }

  const endEdit = (row: number, column: number, then: EditEnd) => {
    setEditing(null)
    if (then === 'leave') return
    scroller.current?.focus({ preventScroll: true })
    const aside = then === 'right' ? 1 : then === 'left' ? -1 : 0
    const ahead = columns.keys().filter((index) => (index - column) * aside > 0 && canEdit(row, index))
    const next = [...ahead].sort((a, b) => (a - b) * aside)[0] ?? column
    const to = { row: then === 'down' ? Math.min(row + 1, rows.count - 1) : row, column: next }
    // One chosen row goes along, so that what is chosen is what is looked at; a selection of many stays.
    moveTo(to, then === 'down' && props.selectedIds.size <= 1 ? 'only' : 'keep')
  }
  // A session outlives the render it began in; what it ends must be the state of then.
  const latestEnd = useRef(endEdit)
  useEffect(() => {
    latestEnd.current = endEdit
  })

  const startEdit = (row: number, column: number, seed: string | null): boolean => {
    if (!canEdit(row, column)) return false
    moveTo({ row, column }, 'keep')
    const session: EditSession = { seed, end: (then) => latestEnd.current(row, column, then) }
    setEditing({ rowId: rows.idAt(row), column, session })
    return true
  }

  const activate = (row: number) => {
    if (row < 0 || row >= rows.count) return
    const isExpanded = rows.shapeAt?.(row).isExpanded
    if (isGroup(row) && isExpanded !== undefined) props.onToggle?.(rows.idAt(row), !isExpanded)
    else props.onActivate?.(rows.idAt(row))
  }

  const menuAt = (row: number, column: number, at: { x: number; y: number }) => {
    if (props.onContextMenu === undefined) return
    let ids: readonly string[] = []
    if (row >= 0 && row < rows.count) {
      const id = rows.idAt(row)
      if (!selectedIds.has(id)) moveTo({ row, column: place.column }, 'only')
      ids = selectedIds.has(id) ? shownSelection(rows, selectedIds) : isGroup(row) ? [] : [id]
    }
    props.onContextMenu({ ids, columnId: columns[column]?.id ?? null, at })
  }

  const activeElementId = (): string | undefined => {
    if (place.row < 0) return `${gridId}-head-${Math.max(place.column, 0)}`
    if (place.row >= rows.count) return undefined
    return place.column < 0 ? `${gridId}-${place.row}` : `${gridId}-${place.row}-${place.column}`
  }

  const menuByKey = () => {
    const id = activeElementId()
    const box = (id === undefined ? null : document.getElementById(id))?.getBoundingClientRect()
    const grid = scroller.current?.getBoundingClientRect()
    menuAt(place.row, place.column, { x: (box ?? grid)?.left ?? 0, y: (box ?? grid)?.bottom ?? 0 })
  }

  const type = (character: string, now: number) => {
    const text = columns.find((column) => column.text !== undefined)?.text
    if (text === undefined) return
    typed.current = {
      text: now - typed.current.at > TYPING_PAUSE ? character : typed.current.text + character,
      at: now,
    }
    const row = findByTyping(typed.current.text, place.row, rows.count, (index) =>
      isGroup(index) ? '' : text(rows.rowAt(index)),
    )
    if (row >= 0) moveTo({ row, column: place.column }, 'only')
  }

  /** Enter or F2: the cell's editor, else the control that stands in the cell, else the row is opened. */
  const openCell = (seed: string | null) => {
    const column = place.column >= 0 ? place.column : columns.findIndex((_, index) => canEdit(place.row, index))
    if (startEdit(place.row, column, seed)) return
    const cell = document.getElementById(activeElementId() ?? '')
    const inner = cell?.querySelector<HTMLElement>(OWN_CONTROLS)
    if (inner !== null && inner !== undefined) inner.focus()
    else if (seed === null) activate(place.row)
  }

  const resize = (columnId: string, width: number, isDone: boolean) => {
    const next = widths.resize(columnId, width)
    if (isDone) props.onColumnResize?.(columnId, next)
  }

  const take = (step: GridStep, now: number) => {
    switch (step.kind) {
      case 'move':
        return moveTo(step.to, step.select)
      case 'toggleSelected':
        anchorId.current = rows.idAt(place.row)
        return select(toggleSelected(rows, place.row, selectedIds, selectionMode === 'multiple'))
      case 'selectAll':
        return select(selectAll(rows))
      case 'expand':
        return props.onToggle?.(rows.idAt(step.row), step.isExpanded)
      case 'edit':
        return openCell(step.seed)
      case 'activate':
        return activate(place.row)
      case 'sort': {
        const column = columns[place.column]
        return column?.sort === undefined ? undefined : props.onSort?.(column.id)
      }
      case 'resize': {
        const column = columns[place.column]
        return column === undefined ? undefined : resize(column.id, widths.widthOf(column.id) + step.byPixels, true)
      }
      case 'menu':
        return menuByKey()
      case 'type':
        return type(step.character, now)
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) {
      // Keys inside a cell are its own; Escape brings the focus back.
      if (event.key === 'Escape' && editing === null) scroller.current?.focus({ preventScroll: true })
      return
    }
    const step = gridKey(
      {
        key: event.key,
        hasCommand: event.ctrlKey || event.metaKey,
        hasShift: event.shiftKey,
        hasAlt: event.altKey,
      },
      {
        ...place,
        rowCount: rows.count,
        columnCount: columns.length,
        pageRows: Math.max(1, Math.floor((scroller.current.clientHeight - rowHeight) / rowHeight) - 1),
        isMultiple: selectionMode === 'multiple',
        levelAt: (row) => rows.shapeAt?.(row).level ?? 1,
        isExpandedAt: (row) => rows.shapeAt?.(row).isExpanded,
        isEditable: canEdit(place.row, place.column),
      },
    )
    if (step === null) return
    event.preventDefault()
    event.stopPropagation()
    take(step, event.timeStamp)
  }

  const cellUnder = (
    event: MouseEvent,
  ): { row: number; column: number; isExpander: boolean; isOwn: boolean } | null => {
    if (!(event.target instanceof Element)) return null
    const row = event.target.closest<HTMLElement>('[data-row]')
    if (row === null) return null
    const cell = event.target.closest<HTMLElement>('[data-column]')
    return {
      row: Number(row.dataset['row']),
      column: Number(cell?.dataset['column'] ?? -1),
      isExpander: event.target.closest('[data-expander]') !== null,
      isOwn: event.target.closest(OWN_CONTROLS) !== null,
    }
  }

  const rowDrag = useRowDrag({
    scroller,
    canMove: props.canMove ?? null,
    onMove: (ids, target) => props.onMove?.(ids, target),
    idAt: (index) => rows.idAt(index),
  })

  const onPointerDown = (event: PointerEvent) => {
    const under = cellUnder(event)
    if (under === null || under.isOwn || event.button !== 0) return
    const { row } = under
    const id = rows.idAt(row)
    const isExpanded = rows.shapeAt?.(row).isExpanded
    if (isExpanded !== undefined && (under.isExpander || isGroup(row))) {
      props.onToggle?.(id, !isExpanded)
      return moveTo({ row, column: -1 }, 'keep')
    }
    const to = { row, column: canEdit(row, under.column) ? under.column : -1 }
    wasSelected.current = null
    if (event.shiftKey && selectionMode === 'multiple') return moveTo(to, 'extend')
    if (event.ctrlKey || event.metaKey) {
      moveTo(to, 'keep')
      return select(toggleSelected(rows, row, selectedIds, selectionMode === 'multiple'))
    }
    // A press on one of many selected rows may begin to drag them all; only its release selects that one alone.
    if (selectedIds.has(id) && selectedIds.size > 1) {
      wasSelected.current = row
      moveTo(to, 'keep')
      return rowDrag.press(event, shownSelection(rows, selectedIds))
    }
    moveTo(to, 'only')
    if (!isGroup(row)) rowDrag.press(event, [id])
  }

  const onPointerUp = () => {
    const row = wasSelected.current
    wasSelected.current = null
    if (!rowDrag.release() && row !== null && row < rows.count) select(selectOnly(rows, row))
  }

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('.ui-grid-handle') !== null) return
    const header = event.target.closest<HTMLElement>('[data-header]')
    const column = header === null ? undefined : columns[Number(header.dataset['header'])]
    if (column?.sort !== undefined) props.onSort?.(column.id)
  }

  const onDoubleClick = (event: MouseEvent) => {
    const under = cellUnder(event)
    if (under === null || under.isOwn || under.isExpander || isGroup(under.row)) return
    if (!startEdit(under.row, under.column, null)) activate(under.row)
  }

  const onContextMenu = (event: MouseEvent) => {
    if (props.onContextMenu === undefined) return
    event.preventDefault()
    const under = cellUnder(event)
    if (event.button !== 2 && under === null) return menuByKey()
    menuAt(under?.row ?? -1, under?.column ?? -1, { x: event.clientX, y: event.clientY })
  }

  const editRow = editing === null ? -1 : rows.indexOf(editing.rowId)
  return {
    place,
    activeElementId: activeElementId(),
    editing:
      editing === null || editRow < 0 ? null : { row: editRow, column: editing.column, session: editing.session },
    drag: rowDrag.drag,
    attachHeld: rowDrag.attachLabel,
    resize,
    editById: (id: string, columnId: string) => {
      startEdit(
        rows.indexOf(id),
        columns.findIndex((column) => column.id === columnId),
        null,
      )
    },
    handlers: {
      onKeyDown,
      onPointerDown,
      onPointerMove: rowDrag.move,
      onPointerUp,
      onPointerCancel: rowDrag.end,
      onClick,
      onDoubleClick,
      onContextMenu,
    },
  }
}
