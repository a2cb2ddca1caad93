import { memo } from 'react'
import type { DayAxis } from '../../../../domain/check/series/dayAxis.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { axisLabels, type LoadScale, timeOf, xOf } from './loadWindow.ts'

interface LoadAxisProps {
  readonly axis: DayAxis
  readonly scale: LoadScale
  readonly onPick: (time: number) => void
}

/** Phases and dates over the bands; a press chooses the time. Every row says its own numbers, so it is decoration for screen readers. */
export const LoadAxis = memo(function LoadAxis({ axis, scale, onPick }: LoadAxisProps) {
  const { language, name } = useTexts()
  const { hHour, timeZone, phases } = usePlanMeta()
  const shown = phases.filter((phase) => phase.from < scale.to && phase.to > scale.from)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the field of the chosen time does the same by keyboard
    <div
      className="load-axis"
      aria-hidden
      onClick={(event) => onPick(timeOf(scale, event.clientX - event.currentTarget.getBoundingClientRect().left))}
    >
      {shown.map((phase) => {
        const left = Math.max(0, xOf(scale, phase.from))
        const right = Math.min(scale.width, xOf(scale, phase.to))
        return (
          <span
            key={phase.key}
            className="load-axis-phase"
            title={name(phase.name)}
            style={{ left, width: Math.max(0, right - left) }}
          >
            {name(phase.name)}
          </span>
        )
      })}
      {axisLabels(axis, scale, { hHour, timeZone, language }).map(({ time, text }) => (
        <span key={time} className="load-axis-date" style={{ left: xOf(scale, time) }}>
          {text}
        </span>
      ))}
    </div>
  )
})

/** The chosen time and the beginnings of phases as lines over the bands or a chart. */
export function LoadLines({ scale }: { scale: LoadScale }) {
  const { phases } = usePlanMeta()
  const time = useSessionState((s) => s.time)
  const isIn = (minutes: number): boolean => minutes >= scale.from && minutes < scale.to
  return (
    <div className="load-lines" aria-hidden>
      {phases.flatMap((phase) =>
        isIn(phase.from) ? [<i key={phase.key} data-phase="" style={{ left: xOf(scale, phase.from) }} />] : [],
      )}
      {isIn(time) ? <i data-now="" style={{ left: xOf(scale, time) }} /> : null}
    </div>
  )
}
