/** Where the grid stands when a key comes. Row −1 is the header, column −1 the row as a whole. */
export interface GridPlace {
  row: number
  column: number
}

export interface GridView extends GridPlace {
  rowCount: number
  columnCount: number
  /** Rows that fit into sight. */
  pageRows: number
  isMultiple: boolean
  /** Counts from 1. */
  levelAt: (row: number) => number
  /** `undefined` where there is nothing to expand. */
  isExpandedAt: (row: number) => boolean | undefined
  /** Whether typing starts to edit the cell in focus. */
  isEditable: boolean
}

export interface KeyStroke {
  key: string
  /** Ctrl, or Cmd on a Mac. */
  hasCommand: boolean
  hasShift: boolean
  hasAlt: boolean
}

export type GridStep =
  /** `only` selects that row alone, `extend` all from the anchor to it, `keep` leaves the selection. */
  | { kind: 'move'; to: GridPlace; select: 'only' | 'extend' | 'keep' }
  | { kind: 'toggleSelected' }
  | { kind: 'selectAll' }
  | { kind: 'expand'; row: number; isExpanded: boolean }
  | { kind: 'edit'; seed: string | null }
  | { kind: 'activate' }
  | { kind: 'sort' }
  | { kind: 'resize'; byPixels: number }
  | { kind: 'menu' }
  | { kind: 'type'; character: string }

const RESIZE_STEP = 8

function headerStep(stroke: KeyStroke, view: GridView): GridStep | null {
  const { column, columnCount, rowCount } = view
  const move = (row: number, to: number): GridStep => ({ kind: 'move', to: { row, column: to }, select: 'keep' })
  switch (stroke.key) {
    case 'ArrowLeft':
      return stroke.hasShift ? { kind: 'resize', byPixels: -RESIZE_STEP } : move(-1, Math.max(0, column - 1))
    case 'ArrowRight':
      return stroke.hasShift
        ? { kind: 'resize', byPixels: RESIZE_STEP }
        : move(-1, Math.min(columnCount - 1, column + 1))
    case 'Home':
      return move(-1, 0)
    case 'End':
      return move(-1, columnCount - 1)
    case 'ArrowDown':
    case 'PageDown':
      return rowCount === 0 ? null : move(0, column)
    case 'Enter':
    case ' ':
      return { kind: 'sort' }
    default:
      return null
  }
}

function parentOf(view: GridView): number {
  const level = view.levelAt(view.row)
  for (let row = view.row - 1; row >= 0; row -= 1) if (view.levelAt(row) < level) return row
  return -1
}

function rightStep(view: GridView): GridStep | null {
  const { row, column, columnCount, rowCount } = view
  const cell = (to: number): GridStep => ({ kind: 'move', to: { row, column: to }, select: 'keep' })
  if (column >= 0) return column < columnCount - 1 ? cell(column + 1) : null
  if (view.isExpandedAt(row) === false) return { kind: 'expand', row, isExpanded: true }
  if (columnCount > 1) return cell(0)
  // A single column is a plain tree: to the right of an open node lies its first child.
  const hasChild = view.isExpandedAt(row) === true && row + 1 < rowCount && view.levelAt(row + 1) > view.levelAt(row)
  return hasChild ? { kind: 'move', to: { row: row + 1, column }, select: 'only' } : null
}

function leftStep(view: GridView): GridStep | null {
  const { row, column } = view
  if (column >= 0) return { kind: 'move', to: { row, column: column - 1 }, select: 'keep' }
  if (view.isExpandedAt(row) === true) return { kind: 'expand', row, isExpanded: false }
  const parent = parentOf(view)
  return parent < 0 ? null : { kind: 'move', to: { row: parent, column }, select: 'only' }
}

/**
 * What a key means, after the treegrid pattern of the ARIA Authoring Practices with the selection habits of file lists;
 * `null` for keys that are not the grid's and go on to the program's shortcuts.
 */
export function gridKey(stroke: KeyStroke, view: GridView): GridStep | null {
  const { key, hasCommand, hasShift, hasAlt } = stroke
  const { row, column, rowCount, columnCount, pageRows, isMultiple } = view
  if (key === 'ContextMenu' || (key === 'F10' && hasShift)) return { kind: 'menu' }
  if (hasAlt) return null
  if (row < 0) return headerStep(stroke, view)
  if (rowCount === 0) return null

  const select = hasShift && isMultiple ? 'extend' : hasCommand ? 'keep' : 'only'
  const go = (to: number): GridStep => {
    const bounded = Math.min(rowCount - 1, Math.max(0, to))
    return {
      kind: 'move',
      to: { row: bounded, column },
      select: bounded === row && select === 'only' ? 'keep' : select,
    }
  }
  switch (key) {
    case 'ArrowDown':
      return go(row + 1)
    case 'ArrowUp':
      if (row > 0 || hasShift) return go(row - 1)
      return { kind: 'move', to: { row: -1, column: Math.max(0, column) }, select: 'keep' }
    case 'PageDown':
      return go(row + pageRows)
    case 'PageUp':
      return go(row - pageRows)
    case 'Home':
      return column < 0 || hasCommand ? go(0) : { kind: 'move', to: { row, column: 0 }, select: 'keep' }
    case 'End':
      return column < 0 || hasCommand
        ? go(rowCount - 1)
        : { kind: 'move', to: { row, column: columnCount - 1 }, select: 'keep' }
    case 'ArrowRight':
      return hasCommand || hasShift ? null : rightStep(view)
    case 'ArrowLeft':
      return hasCommand || hasShift ? null : leftStep(view)
    case ' ':
      return hasShift && isMultiple
        ? { kind: 'move', to: { row, column }, select: 'extend' }
        : { kind: 'toggleSelected' }
    case 'Enter':
      if (hasCommand || hasShift) return null
      return column < 0 ? { kind: 'activate' } : { kind: 'edit', seed: null }
    case 'F2':
      return { kind: 'edit', seed: null }
    case 'a':
    case 'A':
      if (hasCommand && !hasShift) return isMultiple ? { kind: 'selectAll' } : null
      break
    default:
  }
  if (hasCommand || key.length !== 1) return null
  return view.isEditable ? { kind: 'edit', seed: key } : { kind: 'type', character: key }
}
