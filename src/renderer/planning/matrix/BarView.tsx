/* oxlint-disable jsx-a11y/prefer-tag-over-role -- bars stand anywhere on a row, which a <table> cannot lay out */
import { memo } from 'react'
import type { Unit } from '../../../domain/records/unit.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import type { Bar } from './barLanes.ts'
import { placeLabel } from './barLabel.ts'
import { barWords, type PlanMeta } from './barWords.ts'

interface BarViewProps {
  readonly bar: Bar
  readonly unit: Unit
  readonly meta: PlanMeta
  readonly texts: Texts
  /** Pixels: from the left of the row's time, from its top, and to the next bar of the lane after the end. */
  readonly left: number
  readonly width: number
  readonly top: number
  readonly room: number
  readonly errors: number
  readonly warnings: number
  readonly isSelected: boolean
  readonly isActive: boolean
  /** It is being moved: what stands here is where it came from. */
  readonly isInHand: boolean
  /** An open proposal would have it elsewhere. */
  readonly isLeaving: boolean
}

/** Seen and hit even where the zoom leaves less than nothing of it. Pixels. */
const LEAST_WIDTH = 4
/** Narrower bars have no ends to take: they would leave nothing to move them by. */
export const LEAST_FOR_ENDS = 22
/** The words of a bar as long as this stay in sight while its start is not; each such bar costs a layer of its own. */
const LONG = 400
/** Room a sign takes beside the bar. */
const SIGN = 22

export const barElementId = (assignment: string): string => `matrix-bar-${assignment}`

/** One bar. It hears nothing by itself, the grid and the row do, so that hundreds of bars are cheap. */
export const BarView = memo(function BarView(props: BarViewProps) {
  const { bar, unit, meta, texts, left, width, top, room, errors, warnings, isSelected, isActive } = props
  const { isInHand, isLeaving } = props
  const { assignment, mission } = bar
  const hasSign = errors + warnings > 0
  const isSignInside = hasSign && room < SIGN && width >= SIGN + 4
  const isSignBeside = hasSign && !isSignInside
  const label = placeLabel(mission.code, mission.title, width, (isSignBeside ? room - SIGN : room) - 4)
  const words = barWords(bar, unit, meta, texts, errors, warnings)
  return (
    <div
      id={barElementId(assignment.id)}
      role="gridcell"
      aria-label={isLeaving ? `${words}, ${texts.t('matrix.ghost-leaving')}` : words}
      aria-selected={isSelected}
      className="matrix-bar"
      data-bar={assignment.id}
      data-status={mission.status}
      data-part={assignment.part}
      data-active={isActive || undefined}
      data-in-hand={isInHand || undefined}
      data-leaving={isLeaving || undefined}
      data-ends={width >= LEAST_FOR_ENDS || undefined}
      data-marked={isSelected || isActive || undefined}
      style={{ left, top, width: Math.max(LEAST_WIDTH, width) }}
    >
      {label.place === 'inside' ? (
        <span className="matrix-bar-in" aria-hidden data-long={width > LONG || undefined}>
          <b data-notional={mission.notional}>{mission.code}</b>
          {` ${mission.title}`}
        </span>
      ) : null}
      {label.place === 'beside' ? (
        <span
          className="matrix-bar-after"
          aria-hidden
          data-signed={isSignBeside || undefined}
          style={{ maxWidth: label.maxWidth }}
        >
          <b>{mission.code}</b>
          {` ${mission.title}`}
        </span>
      ) : null}
      {hasSign ? <FindingSign errors={errors} warnings={warnings} isInside={isSignInside} /> : null}
      {isSelected || isActive ? <span className="matrix-bar-link" data-link="" aria-hidden /> : null}
    </div>
  )
})

function FindingSign({ errors, warnings, isInside }: { errors: number; warnings: number; isInside: boolean }) {
  const count = errors + warnings
  const tone = errors > 0 ? 'error' : 'warning'
  return (
    <span
      className="matrix-bar-sign"
      data-sign=""
      // Drawn by the style sheet: the bar's name says it in words, and it is no part of the bar's visible text.
      data-count={count > 1 ? count : undefined}
      aria-hidden
      data-tone={tone}
      data-inside={isInside || undefined}
    >
      <ToneIcon tone={tone} size={13} />
    </span>
  )
}
