/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows and bars at fixed places, which a <table> cannot lay out */
import type { ReactNode, Ref } from 'react'
import { useTexts } from '../../texts/TextContext.tsx'
import { barElementId } from './BarView.tsx'
import { ghostElementId } from './GhostView.tsx'
import type { PlanMeta } from './barWords.ts'
import { HeadResizer } from './HeadResizer.tsx'
import { MatrixHeads } from './MatrixHeads.tsx'
import { MatrixRowView, rowElementId } from './MatrixRowView.tsx'
import { ghostOf, type MatrixRow, type RowModel } from './matrixRows.ts'
import { heightOf } from './rowPlaces.ts'
import { type ActiveBar, useMatrixView } from './matrixView.ts'
import { TimeHeader, TimeLines } from './TimeHeader.tsx'
import { widthOf } from './timeScale.ts'
import type { GridHandlers } from './useMatrixKeys.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

interface MatrixGridProps {
  readonly ref: Ref<HTMLDivElement>
  readonly model: RowModel
  readonly viewport: MatrixViewport
  readonly meta: PlanMeta
  readonly handlers: GridHandlers
  /** Stands over the rows and moves with them: links, marks, what is in hand. */
  readonly children: ReactNode
  /** Floats over the rows, outside the grid's own roles. */
  readonly floating: ReactNode
  /** Stands in the header, over the time. */
  readonly header: ReactNode
}

/** Header, row heads and rows in one scrolling box; only what is seen is on the page. */
export function MatrixGrid({ ref, model, viewport, meta, handlers, children, floating, header }: MatrixGridProps) {
  const { t } = useTexts()
  const headWidth = useMatrixView((v) => v.headWidth)
  const active = useMatrixView((v) => v.active)
  const { scale, tops, rowHeight, from, to, firstRow, lastRow } = viewport
  const { rows, indexOf } = model
  const width = widthOf(scale)
  const activeIndex = active === null ? undefined : indexOf.get(active.row)
  const shown: number[] = []
  for (let i = firstRow; i <= lastRow && i < rows.length; i += 1) shown.push(i)
  // The active row stays on the page, so that the grid can always name it.
  if (activeIndex !== undefined && (activeIndex < firstRow || activeIndex > lastRow)) shown.push(activeIndex)
  const style: React.CSSProperties & Record<'--matrix-head', string> = { '--matrix-head': `${headWidth}px` }
  return (
    <div className="matrix-scroll" ref={ref} style={style}>
      <div className="matrix-content" style={{ width: headWidth + width }}>
        <div className="matrix-header">
          <div className="matrix-corner">
            <span>{t('matrix.unit')}</span>
            <HeadResizer />
          </div>
          <TimeHeader scale={scale} meta={meta} from={from} to={to} />
          {header}
        </div>
        <div
          role="treegrid"
          aria-label={t('matrix.grid')}
          aria-rowcount={rows.length}
          aria-multiselectable
          aria-activedescendant={
            active === null || activeIndex === undefined ? undefined : elementIdOf(active, rows[activeIndex])
          }
          tabIndex={0}
          className="matrix-body"
          style={{ height: tops[rows.length] ?? 0 }}
          {...handlers}
        >
          <TimeLines scale={scale} meta={meta} from={from} to={to} />
          <MatrixHeads model={model} tops={tops} rowHeight={rowHeight} firstRow={firstRow} lastRow={lastRow} />
          {shown.map((i) => {
            const row = rows[i]
            if (row === undefined) return null
            return (
              <MatrixRowView
                key={row.id}
                row={row}
                number={i + 1}
                top={tops[i] ?? 0}
                height={heightOf(row, rowHeight)}
                rowHeight={rowHeight}
                scale={scale}
                from={from}
                to={to}
                meta={meta}
              />
            )
          })}
          {children}
        </div>
        {floating}
      </div>
    </div>
  )
}

function elementIdOf({ bar, ghost, row }: ActiveBar, of: MatrixRow | undefined): string {
  // A ghost goes away with its proposal, while the keys stay where they were.
  if (ghost !== undefined && ghostOf(of, ghost) !== undefined) return ghostElementId(ghost)
  return bar === null ? rowElementId(row) : barElementId(bar)
}
