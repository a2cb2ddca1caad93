import type { GridRows } from './GridRows.ts'

/** What may be selected: every row but the heads of groups. */
function isSelectable<R>(rows: GridRows<R>, index: number): boolean {
  return rows.shapeAt?.(index).kind !== 'group'
}

export function selectOnly<R>(rows: GridRows<R>, index: number): ReadonlySet<string> {
  return new Set(isSelectable(rows, index) ? [rows.idAt(index)] : [])
}

export function toggleSelected<R>(
  rows: GridRows<R>,
  index: number,
  selected: ReadonlySet<string>,
  isMultiple: boolean,
): ReadonlySet<string> {
  if (!isSelectable(rows, index)) return selected
  const id = rows.idAt(index)
  const next = new Set(isMultiple ? selected : [])
  if (selected.has(id)) next.delete(id)
  else next.add(id)
  return next
}

/** All from one row to another, in either order, and nothing else. */
export function selectRange<R>(rows: GridRows<R>, from: number, to: number): ReadonlySet<string> {
  const ids = new Set<string>()
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    if (isSelectable(rows, index)) ids.add(rows.idAt(index))
  }
  return ids
}

export function selectAll<R>(rows: GridRows<R>): ReadonlySet<string> {
  return selectRange(rows, 0, rows.count - 1)
}

/** The selected rows that are shown, in their order. */
export function shownSelection<R>(rows: GridRows<R>, selected: ReadonlySet<string>): string[] {
  return [...selected]
    .map((id) => ({ id, index: rows.indexOf(id) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
    .map(({ id }) => id)
}
