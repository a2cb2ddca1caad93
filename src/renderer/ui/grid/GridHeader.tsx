/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that come and go at fixed places, which a <table> cannot lay out */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import { Icon } from '../Icon.tsx'
import type { GridColumn } from './GridColumn.ts'

interface GridHeaderProps<R> {
  gridId: string
  columns: readonly GridColumn<R>[]
  /** Column in focus, while the focus is in the header. */
  focusColumn: number | null
  /** `isDone` on release. */
  onResize: (columnId: string, width: number, isDone: boolean) => void
}

const SORT_GLYPHS = { ascending: ArrowUp, descending: ArrowDown }

/** The row of column names: a press sorts, the edge between two resizes. */
export function GridHeader<R>({ gridId, columns, focusColumn, onResize }: GridHeaderProps<R>) {
  const drag = useRef<{ columnId: string; from: number; width: number } | null>(null)
  const widthNow = (event: PointerEvent) => {
    if (drag.current === null) return null
    return drag.current.width + event.clientX - drag.current.from
  }
  const onHandleDown = (event: PointerEvent<HTMLElement>, columnId: string) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    const cell = event.currentTarget.parentElement
    drag.current = { columnId, from: event.clientX, width: cell?.getBoundingClientRect().width ?? 0 }
  }
  const onHandleMove = (event: PointerEvent, isDone: boolean) => {
    const width = widthNow(event)
    if (width !== null && drag.current !== null) onResize(drag.current.columnId, width, isDone)
    if (isDone) drag.current = null
  }
  return (
    <div role="rowgroup" className="ui-grid-head">
      <div role="row" aria-rowindex={1} className="ui-grid-row" id={`${gridId}-head`}>
        {columns.map((column, index) => (
          <div
            key={column.id}
            id={`${gridId}-head-${index}`}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={column.sort}
            className="ui-grid-cell ui-grid-header"
            data-align={column.align}
            data-focused={focusColumn === index || undefined}
            data-sortable={column.sort === undefined ? undefined : true}
            data-header={index}
          >
            <span className="ui-grid-text" title={column.header}>
              {column.header}
            </span>
            {column.sort === undefined || column.sort === 'none' ? null : (
              <Icon glyph={SORT_GLYPHS[column.sort]} size={12} />
            )}
            <span
              role="presentation"
              className="ui-grid-handle"
              onPointerDown={(event) => onHandleDown(event, column.id)}
              onPointerMove={(event) => onHandleMove(event, false)}
              onPointerUp={(event) => onHandleMove(event, true)}
              onPointerCancel={() => {
                drag.current = null
              }}
            />
          </div>
        ))}
      </div>
    </div>
  )
}
