import { memo, useMemo } from 'react'
import { useTexts } from '../../texts/TextContext.tsx'
import type { PlanMeta } from './barWords.ts'
import { type TimeScale, toX } from './timeScale.ts'
import { calendarStretches, calendarUnits, relativeTicks, type Stretch } from './timeTicks.ts'

interface TimeHeaderProps {
  readonly scale: TimeScale
  readonly meta: PlanMeta
  /** Time on the page, minutes from H-hour. */
  readonly from: number
  readonly to: number
}

/** Phases, calendar and day counts over the rows. Decoration for screen readers: every bar says its own times. */
export const TimeHeader = memo(function TimeHeader({ scale, meta, from, to }: TimeHeaderProps) {
  const { language, name } = useTexts()
  const { timeZone, hHour, phases } = meta
  const bands = useMemo(() => {
    const [major, minor] = calendarUnits(scale.pxPerMinute)
    const calendar = { timeZone, hHour, language }
    return {
      major: calendarStretches(major, { from, to }, calendar, true),
      minor: major === minor ? [] : calendarStretches(minor, { from, to }, calendar, false),
      ticks: relativeTicks({ from, to }, scale.pxPerMinute),
    }
  }, [scale.pxPerMinute, from, to, timeZone, hHour, language])
  const shownPhases = phases
    .filter((phase) => phase.from < to && phase.to > from)
    .map((phase) => ({ from: phase.from, to: phase.to, label: name(phase.name) }))
  return (
    <div className="matrix-times" aria-hidden>
      <Band name="phases" stretches={shownPhases} scale={scale} />
      <Band name="major" stretches={bands.major} scale={scale} />
      <Band name="minor" stretches={bands.minor} scale={scale} />
      <div className="matrix-band" data-band="ticks">
        {bands.ticks.map((tick) => (
          <span key={tick.minute} className="matrix-tick" style={{ left: toX(scale, tick.minute) }}>
            {tick.label}
          </span>
        ))}
      </div>
    </div>
  )
})

function Band({ name, stretches, scale }: { name: string; stretches: readonly Stretch[]; scale: TimeScale }) {
  return (
    <div className="matrix-band" data-band={name}>
      {stretches.map(({ from, to, label }) => {
        const left = toX(scale, from)
        return (
          <div key={from} className="matrix-stretch" style={{ left, width: toX(scale, to) - left }}>
            <span>{label}</span>
          </div>
        )
      })}
    </div>
  )
}

/** Lines under the bars at the calendar's units, H-hour among them. */
export const TimeLines = memo(function TimeLines({ scale, meta, from, to }: TimeHeaderProps) {
  const { timeZone, hHour, phases } = meta
  const lines = useMemo(() => {
    const [major, minor] = calendarUnits(scale.pxPerMinute)
    const calendar = { timeZone, hHour, language: 'es' as const }
    const starts = (unit: typeof major): number[] =>
      calendarStretches(unit, { from, to }, calendar, false).map((s) => s.from)
    const strong = new Set(starts(major))
    return { strong: [...strong], light: major === minor ? [] : starts(minor).filter((m) => !strong.has(m)) }
  }, [scale.pxPerMinute, from, to, timeZone, hHour])
  return (
    <div className="matrix-lines" aria-hidden>
      {lines.light.map((minute) => (
        <i key={minute} style={{ left: toX(scale, minute) }} />
      ))}
      {lines.strong.map((minute) => (
        <i key={minute} data-strong="" style={{ left: toX(scale, minute) }} />
      ))}
      {phases.map((phase) => (
        <i key={phase.key} data-phase="" style={{ left: toX(scale, phase.from) }} />
      ))}
      <i data-h-hour="" style={{ left: toX(scale, 0) }} />
    </div>
  )
})
