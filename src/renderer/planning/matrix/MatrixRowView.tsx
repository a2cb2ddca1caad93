/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that come and go at fixed places, which a <table> cannot lay out */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { ComponentMark } from '../../fields/ComponentMark.tsx'
import { MilitarySymbol } from '../../fields/MilitarySymbol.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { BarView } from './BarView.tsx'
import { barsWithin } from './barLanes.ts'
import { type PlanMeta, unitName } from './barWords.ts'
import { type ComponentRow, laneTop, type MatrixRow, type UnitRow } from './matrixRows.ts'
import { useMatrixView } from './matrixView.ts'
import { type TimeScale, toX } from './timeScale.ts'

interface MatrixRowViewProps {
  readonly row: MatrixRow
  /** Counted from 1, the header not among them. */
  readonly number: number
  /** Pixels. */
  readonly top: number
  readonly height: number
  readonly rowHeight: number
  readonly scale: TimeScale
  /** The time whose bars are on the page, minutes from H-hour. */
  readonly from: number
  readonly to: number
  readonly meta: PlanMeta
}

export const rowElementId = (row: string): string => `matrix-row-${row}`

export const MatrixRowView = memo(function MatrixRowView(props: MatrixRowViewProps) {
  const { row, number, top, height } = props
  const isActive = useMatrixView((v) => v.active?.row === row.id && v.active.bar === null)
  return (
    <div
      role="row"
      aria-rowindex={number}
      aria-level={row.kind === 'unit' ? row.depth + 1 : 1}
      aria-expanded={row.kind === 'component' || row.hasBelow ? !row.isCollapsed : undefined}
      className="matrix-row"
      data-row={row.id}
      data-row-kind={row.kind}
      data-active={isActive || undefined}
      style={{ top, height }}
    >
      {row.kind === 'component' ? <ComponentHead row={row} /> : <UnitHead row={row} />}
      {row.kind === 'unit' ? <Bars {...props} row={row} /> : null}
    </div>
  )
})

function Bars({ row, rowHeight, scale, from, to, meta }: MatrixRowViewProps & { readonly row: UnitRow }) {
  const kind = row.component?.kind ?? 'ground'
  return (
    <div className="matrix-bars" role="presentation">
      {barsWithin(row.lanes, { from, to }, row.shownLanes).map((bar) => {
        const left = toX(scale, bar.start)
        const end = toX(scale, bar.end)
        return (
          <BarView
            key={bar.assignment.id}
            bar={bar}
            unit={row.unit}
            kind={kind}
            meta={meta}
            left={left}
            width={end - left}
            top={laneTop(bar.lane, rowHeight)}
            room={Number.isFinite(bar.roomTo) ? toX(scale, bar.roomTo) - end : 1_000}
          />
        )
      })}
    </div>
  )
}

function ComponentHead({ row }: { readonly row: ComponentRow }) {
  const { t, name } = useTexts()
  return (
    <div role="rowheader" id={rowElementId(row.id)} className="matrix-head" data-component="">
      <span className="matrix-twisty" data-toggle="" aria-hidden>
        <Icon glyph={row.isCollapsed ? ChevronRight : ChevronDown} size={14} />
      </span>
      <ComponentMark kind={row.component.kind} label={name(row.component.name)} isDecoration />
      <span className="matrix-head-name">{name(row.component.name)}</span>
      <span className="matrix-head-count" title={t('matrix.unit-count', { count: row.units })}>
        {row.units}
      </span>
    </div>
  )
}

function UnitHead({ row }: { readonly row: UnitRow }) {
  const { t } = useTexts()
  const { unit } = row
  return (
    <div
      role="rowheader"
      id={rowElementId(row.id)}
      className="matrix-head"
      title={unit.name}
      style={{ paddingInlineStart: 4 + (row.depth - 1) * 12 }}
    >
      <span className="matrix-twisty" aria-hidden {...(row.hasBelow ? { 'data-toggle': '' } : {})}>
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
}
