import { useState } from 'react'
import type { GridColumn } from './GridColumn.ts'

const LEAST = 40

interface ColumnWidths {
  /** For `grid-template-columns`. */
  template: string
  /** Pixels that all columns need at least. */
  total: number
  widthOf: (columnId: string) => number
  /** Sets a width, bounded below by the column's least; returns what was set, in pixels. */
  resize: (columnId: string, width: number) => number
}

/** Widths as the person set them over those the columns came with. */
export function useColumnWidths<R>(columns: readonly GridColumn<R>[]): ColumnWidths {
  const [set, setSet] = useState<Readonly<Record<string, number>>>({})
  const widthOf = (column: GridColumn<R>) => set[column.id] ?? column.width
  const byId = (id: string) => {
    const column = columns.find((one) => one.id === id)
    if (column === undefined) throw new RangeError(`no column ${id}`)
    return column
  }
  return {
    template: columns
      .map((column) =>
        column.isFlexible === true && set[column.id] === undefined
          ? `minmax(${column.width}px, 1fr)`
          : `${widthOf(column)}px`,
      )
      .join(' '),
    total: columns.reduce((sum, column) => sum + widthOf(column), 0),
    widthOf: (id) => widthOf(byId(id)),
    resize: (id, width) => {
      const next = Math.max(byId(id).minWidth ?? LEAST, Math.round(width))
      setSet((before) => ({ ...before, [id]: next }))
      return next
    },
  }
}
