import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { ComponentMark } from '../../fields/ComponentMark.tsx'
import { MilitarySymbol } from '../../fields/MilitarySymbol.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { unitName } from './barWords.ts'
import type { ComponentRow, RowModel, UnitRow } from './matrixRows.ts'
import { heightOf } from './rowPlaces.ts'
import { useMatrixView } from './matrixView.ts'

interface MatrixHeadsProps {
  readonly model: RowModel
  readonly tops: Float64Array
  readonly rowHeight: number
  readonly firstRow: number
  readonly lastRow: number
}

/**
 * The names at the left, in one box that stays there: a box for each row would be a layer for each. For screen readers
 * every row carries its name itself.
 */
export function MatrixHeads({ model, tops, rowHeight, firstRow, lastRow }: MatrixHeadsProps) {
  return (
    <div className="matrix-heads" aria-hidden>
      {model.rows.slice(firstRow, lastRow + 1).map((row, i) => {
        const place = { top: tops[firstRow + i] ?? 0, height: heightOf(row, rowHeight) }
        return row.kind === 'component' ? (
          <ComponentHead key={row.id} row={row} {...place} />
        ) : (
          <UnitHead key={row.id} row={row} {...place} />
        )
      })}
    </div>
  )
}

const useIsActive = (row: string): true | undefined =>
  useMatrixView((v) => (v.active?.row === row && v.active.bar === null && v.active.ghost === undefined) || undefined)

interface Place {
  /** Pixels. */
  readonly top: number
  readonly height: number
}

const ComponentHead = memo(function ComponentHead({ row, top, height }: Place & { readonly row: ComponentRow }) {
  const { t, name } = useTexts()
  const words = name(row.component.name)
  return (
    <div
      className="matrix-head"
      data-row={row.id}
      data-component=""
      data-active={useIsActive(row.id)}
      style={{ top, height }}
    >
      <span className="matrix-twisty">
        <Icon glyph={row.isCollapsed ? ChevronRight : ChevronDown} size={14} />
      </span>
      <ComponentMark kind={row.component.kind} label={words} isDecoration />
      <span className="matrix-head-name">{words}</span>
      <span className="matrix-head-count" title={t('matrix.unit-count', { count: row.units })}>
        {row.units}
      </span>
    </div>
  )
})

const UnitHead = memo(function UnitHead({ row, top, height }: Place & { readonly row: UnitRow }) {
  const { t } = useTexts()
  const { unit } = row
  const style = { top, height, paddingInlineStart: 4 + (row.depth - 1) * 12 }
  return (
    <div className="matrix-head" data-row={row.id} data-active={useIsActive(row.id)} title={unit.name} style={style}>
      <span className="matrix-twisty" {...(row.hasBelow ? { 'data-toggle': '' } : {})}>
        {row.hasBelow ? <Icon glyph={row.isCollapsed ? ChevronRight : ChevronDown} size={14} /> : null}
      </span>
      <MilitarySymbol code={unit.symbol} size={16} />
      <span className="matrix-head-name">{unitName(unit)}</span>
      {unit.notional === true ? (
        <abbr className="matrix-bar-notional" title={t('notional')}>
          {t('matrix.notional-letter')}
        </abbr>
      ) : null}
      {row.hiddenBars > 0 ? (
        <span className="matrix-more" data-unfold="" title={t('matrix.unfold', { count: row.hiddenBars })}>
          +{row.hiddenBars}
        </span>
      ) : null}
    </div>
  )
})
