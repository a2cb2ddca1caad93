import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { formatSpan } from '../../../domain/time/planTime.ts'
import { exactTimeWords, unitName } from './barWords.ts'
import { placesOf } from './barPlaces.ts'
import { heldTimes, isReassigning } from './dragBar.ts'
import { useDrag } from './dragStore.ts'
import type { RowModel } from './matrixRows.ts'
import { heightOf, laneTop } from './rowPlaces.ts'
import { toX } from './timeScale.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

interface DragLayerProps {
  readonly plan: PlanReader
  readonly model: RowModel
  readonly viewport: MatrixViewport
}

/** More than these are moved without each being shown on its way. */
const MOST_SHOWN = 150

/** What is in hand, where it would be on release; what is moved stays as a ghost where it was. */
export function DragLayer({ plan, model, viewport }: DragLayerProps) {
  const { drag } = useDrag()
  if (drag.state !== 'dragging') return null
  const { scale, tops, rowHeight } = viewport
  const { grip, unit } = drag
  const { start, end } = heldTimes(drag)
  const target = unit === null ? undefined : model.indexOf.get(unit)
  const targetRow = target === undefined ? undefined : model.rows[target]
  const isOnTarget = grip.kind === 'place' || isReassigning(drag)
  const mission = plan.get(grip.mission)
  if (grip.kind === 'link') return <LinkInHand plan={plan} model={model} viewport={viewport} />
  const held =
    grip.kind === 'move' && !isOnTarget
      ? grip.moved.slice(0, MOST_SHOWN).flatMap(({ mission }) => placesOf(mission, plan, model, viewport))
      : []
  const shift = drag.offset * scale.pxPerMinute
  const stretched = grip.kind.startsWith('stretch') ? placesOf(grip.mission, plan, model, viewport) : []
  return (
    <div className="matrix-hand" aria-hidden>
      {targetRow !== undefined && isOnTarget ? (
        <div
          className="matrix-hand-row"
          style={{ top: tops[target ?? 0] ?? 0, height: heightOf(targetRow, rowHeight) }}
        />
      ) : null}
      {held.map(({ bar, left, right, top }) => (
        <div
          key={bar.assignment.id}
          className="matrix-hand-bar"
          style={{ left: left + shift, width: Math.max(4, right - left), top }}
        >
          {bar.mission.code}
        </div>
      ))}
      {stretched.map(({ bar, top }) => (
        <div
          key={bar.assignment.id}
          className="matrix-hand-bar"
          style={{ left: toX(scale, start), width: Math.max(4, toX(scale, end) - toX(scale, start)), top }}
        >
          {bar.mission.code}
        </div>
      ))}
      {isOnTarget && target !== undefined ? (
        <div
          className="matrix-hand-bar"
          style={{
            left: toX(scale, start),
            width: Math.max(4, toX(scale, end) - toX(scale, start)),
            top: (tops[target] ?? 0) + laneTop(0, rowHeight),
          }}
        >
          {mission?.code}
        </div>
      ) : null}
    </div>
  )
}

function LinkInHand({ plan, model, viewport }: DragLayerProps) {
  const { drag } = useDrag()
  if (drag.state !== 'dragging') return null
  const from = placesOf(drag.grip.mission, plan, model, viewport).find(
    (p) => p.bar.assignment.id === drag.grip.assignment,
  )
  const to = drag.over === null ? undefined : placesOf(drag.over, plan, model, viewport)[0]
  if (from === undefined) return null
  const x = to?.left ?? toX(viewport.scale, drag.minute)
  const unit = drag.unit === null ? undefined : model.indexOf.get(drag.unit)
  const y = to === undefined ? (viewport.tops[unit ?? 0] ?? 0) + viewport.rowHeight / 2 : (to.top + to.bottom) / 2
  return (
    <svg className="matrix-hand-link" aria-hidden>
      <line x1={from.right} y1={(from.top + from.bottom) / 2} x2={x} y2={y} />
      {to === undefined ? null : (
        <rect x={to.left - 2} y={to.top - 2} width={to.right - to.left + 4} height={to.bottom - to.top + 4} />
      )}
    </svg>
  )
}

/** At the pointer: when, on which unit, and how far it was moved. */
export function PointerLabel({ plan }: { plan: PlanReader }) {
  const texts = useTexts()
  const { drag, x, y } = useDrag()
  if (drag.state !== 'dragging') return null
  const { grip, offset } = drag
  const { start, end } = heldTimes(drag)
  const code = plan.get(grip.mission)?.code ?? ''
  const unit = drag.unit === null ? undefined : plan.get(drag.unit)
  const isOnUnit = grip.kind === 'place' || isReassigning(drag)
  const style = { left: Math.min(x + 14, window.innerWidth - 260), top: Math.min(y + 18, window.innerHeight - 70) }
  if (grip.kind === 'link') {
    const over = drag.over === null ? undefined : plan.get(drag.over)
    return (
      <div className="matrix-pointer" style={style} aria-hidden>
        <b>{over === undefined ? texts.t('matrix.link-to') : `${code} → ${over.code}`}</b>
      </div>
    )
  }
  return (
    <div className="matrix-pointer" style={style} aria-hidden>
      <b>
        {code}{' '}
        {grip.kind === 'stretch-end' ? exactTimeWords(end, plan.meta, texts) : exactTimeWords(start, plan.meta, texts)}
      </b>
      <span>
        {grip.kind === 'place' ? null : grip.kind === 'move' ? signed(offset) : formatSpan(end - start)}
        {isOnUnit && unit !== undefined ? ` ${unitName(unit)}` : ''}
        {grip.kind === 'place' && unit === undefined ? texts.t('matrix.drop-on-unit') : ''}
      </span>
    </div>
  )
}

const signed = (minutes: number): string =>
  minutes > 0 ? `+${formatSpan(minutes)}` : formatSpan(minutes).replace('-', '−')
