/* oxlint-disable jsx-a11y/prefer-tag-over-role -- bars stand anywhere on a row, which a <table> cannot lay out */
import { memo } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import { placeLabel } from './barLabel.ts'
import type { GhostBar } from './ghostLanes.ts'
import { ghostWords } from './ghostWords.ts'

interface GhostViewProps {
  readonly bar: GhostBar
  readonly plan: PlanReader
  readonly texts: Texts
  /** Pixels: from the left of the row's time, from its top, and to the next bar of the lane after the end. */
  readonly left: number
  readonly width: number
  readonly top: number
  readonly room: number
  readonly isSelected: boolean
  readonly isActive: boolean
}

const LEAST_WIDTH = 6
/** The arrow before the code. */
const ARROW = 14

export const ghostElementId = (ghost: string): string => `matrix-ghost-${ghost.replaceAll(' ', '-')}`

/** Where a proposal would put a unit on a mission. Hears nothing by itself, as bars do not. */
export const GhostView = memo(function GhostView(props: GhostViewProps) {
  const { bar, plan, texts, left, width, top, room, isSelected, isActive } = props
  const { ghost } = bar
  const { mission } = ghost
  const label = placeLabel(mission.code, mission.title, width - ARROW, room - ARROW)
  return (
    <div
      id={ghostElementId(ghost.id)}
      role="gridcell"
      aria-label={ghostWords(ghost, plan, texts)}
      aria-selected={isSelected}
      className="matrix-ghost"
      data-ghost={ghost.id}
      data-part={ghost.part}
      data-active={isActive || undefined}
      style={{ left, top, width: Math.max(LEAST_WIDTH, width) }}
    >
      {label.place === 'none' ? null : (
        <span
          className={label.place === 'inside' ? 'matrix-bar-in' : 'matrix-bar-after'}
          aria-hidden
          style={label.place === 'beside' ? { maxWidth: label.maxWidth } : undefined}
        >
          <b>{mission.code}</b>
          {` ${mission.title}`}
        </span>
      )}
    </div>
  )
})
