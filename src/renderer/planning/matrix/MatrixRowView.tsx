/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that come and go at fixed places, which a <table> cannot lay out */
import { memo } from 'react'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { BarView } from './BarView.tsx'
import { barsWithin } from './barLanes.ts'
import { ghostsWithin } from './ghostLanes.ts'
import { GhostView } from './GhostView.tsx'
import { countsOf } from './barMarks.ts'
import { type PlanMeta, unitName } from './barWords.ts'
import { useInHand } from './dragStore.ts'
import type { MatrixRow, UnitRow } from './matrixRows.ts'
import { laneTop } from './rowPlaces.ts'
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
  const { name } = useTexts()
  const isUnit = row.kind === 'unit'
  return (
    <div
      role="row"
      aria-rowindex={number}
      aria-level={isUnit ? row.depth + 1 : 1}
      aria-expanded={!isUnit || row.hasBelow ? !row.isCollapsed : undefined}
      className="matrix-row"
      data-row={row.id}
      data-row-kind={row.kind}
      style={{ top, height }}
    >
      <span role="rowheader" id={rowElementId(row.id)} className="visually-hidden">
        {isUnit ? unitName(row.unit) : name(row.component.name)}
      </span>
      {isUnit && row.lanes.bars.length + row.ghosts.bars.length > 0 ? <Bars {...props} row={row} /> : null}
    </div>
  )
})

function Bars({ row, rowHeight, scale, from, to, meta }: MatrixRowViewProps & { readonly row: UnitRow }) {
  const plan = useSessionState((s) => s.plan)
  const selection = useSessionState((s) => s.selection)
  const findings = useSessionState((s) => s.findings)
  useSessionState((s) => s.findingsVersion)
  // An acceptance changes no finding, but what a bar shows of it.
  useSessionState((s) => s.plan?.count('acceptance'))
  const activeBar = useMatrixView((v) => (v.active?.row === row.id ? v.active.bar : null))
  const activeGhost = useMatrixView((v) => (v.active?.row === row.id ? (v.active.ghost ?? null) : null))
  const inHand = useInHand()
  const texts = useTexts()
  if (plan === null) return null
  return (
    <div className="matrix-bars" role="presentation" data-kind={row.component?.kind}>
      {barsWithin(row.lanes, { from, to }, row.shownLanes).map((bar) => {
        const left = toX(scale, bar.start)
        const end = toX(scale, bar.end)
        const roomTo = row.ghosts.roomTo.get(bar.assignment.id) ?? bar.roomTo
        return (
          <BarView
            key={bar.assignment.id}
            bar={bar}
            unit={row.unit}
            meta={meta}
            texts={texts}
            left={left}
            width={end - left}
            top={laneTop(bar.lane, rowHeight)}
            room={Number.isFinite(roomTo) ? toX(scale, roomTo) - end : 1_000}
            {...countsOf(bar, findings, plan)}
            isSelected={selection.has(bar.mission.id)}
            isActive={activeBar === bar.assignment.id}
            isInHand={inHand.has(bar.mission.id)}
            isLeaving={row.ghosts.leaving.has(bar.mission.id)}
          />
        )
      })}
      {ghostsWithin(row.ghosts, { from, to }, row.shownLanes).map((bar) => {
        const left = toX(scale, bar.ghost.start)
        const end = toX(scale, bar.ghost.end)
        return (
          <GhostView
            key={bar.ghost.id}
            bar={bar}
            plan={plan}
            texts={texts}
            left={left}
            width={end - left}
            top={laneTop(bar.lane, rowHeight)}
            room={Number.isFinite(bar.roomTo) ? toX(scale, bar.roomTo) - end : 1_000}
            isSelected={selection.has(bar.ghost.mission.id)}
            isActive={activeGhost === bar.ghost.id}
          />
        )
      })}
    </div>
  )
}
