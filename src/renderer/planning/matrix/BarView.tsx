/* oxlint-disable jsx-a11y/prefer-tag-over-role -- bars stand anywhere on a row, which a <table> cannot lay out */
import { memo } from 'react'
import type { ComponentKind } from '../../../domain/records/common.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import type { Bar } from './barLanes.ts'
import { placeLabel } from './barLabel.ts'
import { type BarCounts, useBarCounts } from './barMarks.ts'
import { barWords, type PlanMeta } from './barWords.ts'
import { useIsInHand } from './dragStore.ts'
import { useMatrixView } from './matrixView.ts'

interface BarViewProps {
  readonly bar: Bar
  readonly unit: Unit
  readonly kind: ComponentKind
  readonly meta: PlanMeta
  /** Pixels: from the left of the row's time, from its top, and to the next bar of the lane after the end. */
  readonly left: number
  readonly width: number
  readonly top: number
  readonly room: number
}

/** Seen and hit even where the zoom leaves less than nothing of it. Pixels. */
export const LEAST_WIDTH = 4
const SIGN = 22

export const barElementId = (assignment: string): string => `matrix-bar-${assignment}`

/** One bar. All it hears comes through the grid around it, so that hundreds of them are cheap. */
export const BarView = memo(function BarView({ bar, unit, kind, meta, left, width, top, room }: BarViewProps) {
  const texts = useTexts()
  const { assignment, mission } = bar
  const isSelected = useSessionState((s) => s.selection.has(mission.id))
  const isActive = useMatrixView((v) => v.active?.bar === assignment.id)
  const isInHand = useIsInHand(mission.id)
  const counts = useBarCounts(bar)
  const hasSign = counts.errors + counts.warnings > 0
  const isSignInside = hasSign && room < SIGN && width >= SIGN + 4
  const besideRoom = hasSign && !isSignInside ? room - SIGN : room
  const label = placeLabel(mission.code, mission.title, width, besideRoom - 4)
  const words = (
    <>
      <b>{mission.code}</b> {mission.title}
    </>
  )
  return (
    <div
      id={barElementId(assignment.id)}
      role="gridcell"
      aria-label={barWords(bar, unit, meta, texts, counts)}
      aria-selected={isSelected}
      className="matrix-bar"
      data-bar={assignment.id}
      data-kind={kind}
      data-status={mission.status}
      data-part={assignment.part}
      data-active={isActive || undefined}
      data-in-hand={isInHand || undefined}
      style={{ left, top, width: Math.max(LEAST_WIDTH, width) }}
    >
      <span className="matrix-bar-in" aria-hidden>
        {label.place === 'inside' ? (
          <span className="matrix-bar-label">
            {words}
            {mission.notional === true ? <NotionalSign /> : null}
          </span>
        ) : null}
        {isSignInside ? <FindingSign counts={counts} /> : null}
      </span>
      {label.place === 'beside' || (hasSign && !isSignInside) ? (
        <span className="matrix-bar-after" aria-hidden>
          {hasSign && !isSignInside ? <FindingSign counts={counts} /> : null}
          {label.place === 'beside' ? (
            <span className="matrix-bar-beside" style={{ maxWidth: label.maxWidth }}>
              {words}
            </span>
          ) : null}
        </span>
      ) : null}
      {isSelected || isActive ? <span className="matrix-bar-link" data-link="" aria-hidden /> : null}
    </div>
  )
})

function FindingSign({ counts: { errors, warnings } }: { counts: BarCounts }) {
  const count = errors + warnings
  return (
    <span className="matrix-bar-sign" data-tone={errors > 0 ? 'error' : 'warning'}>
      <ToneIcon tone={errors > 0 ? 'error' : 'warning'} size={13} />
      {count > 1 ? count : null}
    </span>
  )
}

/** A small N: the record is invented for a sample. */
function NotionalSign() {
  const { t } = useTexts()
  return (
    <abbr className="matrix-bar-notional" title={t('notional')}>
      {t('matrix.notional-letter')}
    </abbr>
  )
}
