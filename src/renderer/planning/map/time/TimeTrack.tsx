import { memo, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Position } from '../../../../domain/records/common.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { DAY, formatRelative, HOUR, toInstant } from '../../../../domain/time/planTime.ts'
import { useSymbolInks } from '../../../fields/symbol/useSymbolInks.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { inSlices } from '../../../platform/inSlices.ts'
import { useMapModel } from '../useMapModel.ts'
import { drawTrack } from './drawTrack.ts'
import { histogramOf } from './histogram.ts'
import { type LightTrack, lightTrack } from './lightTrack.ts'
import { timeView } from './timeView.ts'
import { clampTo, minuteAt, type Span, xOf } from './timeWindow.ts'
import { trackTicks } from './trackTicks.ts'
import { useTimeWindow } from './useTimeWindow.ts'

const HISTOGRAM = 26
const LIGHT = 12
const BIN_PX = 3

/** Phases, missions under way, night and moon over time, and the chosen time on them. */
export function TimeTrack({ lightPosition }: { readonly lightPosition: Position | null }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const span = useTimeWindow()
  const scrub = useScrub(span, width)
  return (
    <div className="map-time-track" ref={box} {...scrub}>
      {width === 0 ? null : (
        <>
          <PhaseBands span={span} width={width} />
          <TrackCanvas span={span} width={width} lightPosition={lightPosition} />
          <TrackTicks span={span} width={width} />
          <TimeCursor span={span} width={width} />
        </>
      )}
    </div>
  )
}

function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return width
}

/** A press or a drag anywhere on the track chooses the time; at most once a frame. */
function useScrub(span: Span, width: number) {
  const session = useSession()
  const held = useRef(false)
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])
  const set = (event: PointerEvent<HTMLElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => session.setTime(minuteAt(x, span, width)))
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return
      held.current = true
      timeView.setState({ isPlaying: false })
      event.currentTarget.setPointerCapture(event.pointerId)
      event.currentTarget.querySelector('input')?.focus({ preventScroll: true })
      event.preventDefault()
      set(event)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (held.current) set(event)
    },
    onPointerUp: (): void => {
      held.current = false
    },
    onPointerCancel: (): void => {
      held.current = false
    },
  }
}

const PhaseBands = memo(function PhaseBands({ span, width }: { readonly span: Span; readonly width: number }) {
  const { name } = useTexts()
  const { phases } = usePlanMeta()
  return (
    <div className="map-time-phases" aria-hidden>
      {phases
        .filter((phase) => phase.from < span.to && phase.to > span.from)
        .map((phase) => {
          const left = Math.max(0, xOf(phase.from, span, width))
          const right = Math.min(width, xOf(phase.to, span, width))
          return (
            <span key={phase.key} style={{ left, width: right - left }} title={name(phase.name)}>
              {name(phase.name)}
            </span>
          )
        })}
    </div>
  )
})

interface TrackCanvasProps {
  readonly span: Span
  readonly width: number
  readonly lightPosition: Position | null
}

const TrackCanvas = memo(function TrackCanvas({ span, width, lightPosition }: TrackCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { model, version } = useMapModel()
  const theme = useSymbolInks().key
  const light = useLightTrack(lightPosition, span, width)
  const histogram = useMemo(
    () =>
      version < 0 ? null : histogramOf(model.columns, span.from, span.to, Math.max(1, Math.floor(width / BIN_PX))),
    [model, version, span, width],
  )
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d') ?? null
    if (element === null || context === null || histogram === null || theme === '') return
    const ratio = window.devicePixelRatio
    element.width = Math.round(width * ratio)
    element.height = Math.round((HISTOGRAM + LIGHT) * ratio)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    const style = getComputedStyle(element)
    const ink = (token: string): string => style.getPropertyValue(token).trim()
    drawTrack(context, { span, width, histogramHeight: HISTOGRAM, lightHeight: LIGHT, histogram, light, ink })
  }, [span, width, histogram, light, theme])
  return <canvas ref={canvas} className="map-time-canvas" style={{ width, height: HISTOGRAM + LIGHT }} aria-hidden />
})

const NO_LIGHT: LightTrack = { bands: [], moons: [] }

/** Sun and moon over the span; the last one until the next is ready. */
function useLightTrack(position: Position | null, span: Span, width: number): LightTrack {
  const { hHour, timeZone } = usePlanMeta()
  const [track, setTrack] = useState(NO_LIGHT)
  useEffect(() => {
    if (position === null) return undefined
    const made: LightTrack = { bands: [], moons: [] }
    return inSlices(lightTrack(made, position, span, width, { hHour, timeZone }), () => setTrack(made))
  }, [position, span, width, hHour, timeZone])
  return track
}

const TrackTicks = memo(function TrackTicks({ span, width }: { readonly span: Span; readonly width: number }) {
  const { language } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  const ticks = useMemo(
    () => trackTicks(span, width, { hHour, timeZone, language }),
    [span, width, hHour, timeZone, language],
  )
  return (
    <div className="map-time-ticks" aria-hidden>
      {ticks.map(({ minute, label }) => (
        <span key={minute} style={{ left: xOf(minute, span, width) }}>
          {label}
        </span>
      ))}
    </div>
  )
})

/** The line at the chosen time, and the slider that keys and screen readers have. */
function TimeCursor({ span, width }: { readonly span: Span; readonly width: number }) {
  const { t, language } = useTexts()
  const session = useSession()
  const time = useSessionState((s) => s.time)
  const { horizon, hHour, timeZone } = usePlanMeta()
  const words = `${formatDtg(toInstant(time, hHour), timeZone, language)}, ${formatRelative(time)}`
  const move = (minutes: number): void => session.setTime(clampTo(Math.round(minutes), horizon))
  const x = xOf(clampTo(time, span), span, width)
  return (
    <>
      <input
        type="range"
        className="map-time-slider"
        aria-label={t('map-time.chosen')}
        aria-valuetext={words}
        min={horizon.from}
        max={horizon.to}
        step={1}
        value={time}
        onChange={(event) => move(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return
          const { control } = timeView.getState()
          if (event.key === ' ') timeView.setState((view) => ({ isPlaying: !view.isPlaying }))
          else if (event.key === 'n') control?.step('event', 1)
          else if (event.key === 'p') control?.step('event', -1)
          else if (event.key === ']') control?.step('phase', 1)
          else if (event.key === '[') control?.step('phase', -1)
          else if (event.key in KEYS) {
            const step = KEYS[event.key] ?? 0
            move(time + (event.shiftKey ? step * 24 : step))
          } else return
          event.preventDefault()
        }}
      />
      <div className="map-time-cursor" aria-hidden style={{ transform: `translateX(${x}px)` }} />
    </>
  )
}

/** Arrows go by an hour, with Shift by a day; Page keys by a week. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: HOUR,
  ArrowUp: HOUR,
  ArrowLeft: -HOUR,
  ArrowDown: -HOUR,
  PageUp: 7 * DAY,
  PageDown: -7 * DAY,
}
