import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { LoadSeries, PlanLoads } from '../../../../domain/check/loadSeries.ts'
import { dayIndexOf } from '../../../../domain/check/series/dayAxis.ts'
import type { DayLoad } from '../../../../domain/check/series/sortieSeries.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { type Texts, useTexts } from '../../../texts/TextContext.tsx'
import { dayShapes, gapsPath, notReadySpans, shareShapes, spansPath } from './chartShapes.ts'
import { type DayNumbers, dayNumbers } from './dayFacts.ts'
import { LoadAxis, LoadLines } from './LoadAxis.tsx'
import { sayDay, sayShare } from './loadWords.ts'
import { type LoadScale, timeOf, xOf } from './loadWindow.ts'

interface LoadChartProps {
  readonly load: LoadSeries
  readonly loads: PlanLoads
  readonly from: number
  readonly to: number
  /** Index of the day that is looked at. */
  readonly day: number
  readonly onLook: (day: number | null) => void
  readonly onPick: (day: number, time?: number) => void
  readonly onPage: ((by: -1 | 1) => void) | null
}

/** Left of the plot, for its figures, pixels. */
const GUTTER = 48

/** The load of one row over the time in sight: the share as steps, and sorties and crew-hours of each day as bars. */
export function LoadChart(props: LoadChartProps) {
  const { load, loads, from, to, day, onLook, onPick, onPage } = props
  const texts = useTexts()
  const { t, number } = texts
  const meta = usePlanMeta()
  const frame = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(frame)
  const scale = useMemo((): LoadScale => ({ from, to, width: Math.max(1, width - GUTTER - 8) }), [from, to, width])
  const byDay = [load.sorties, load.crewHours].filter((one) => one !== null).length
  const heights = heightsOf(height, byDay)
  const { edges } = loads.axis
  const left = xOf(scale, Math.max(from, edges[day] ?? 0))
  const right = xOf(scale, Math.min(to, edges[day + 1] ?? 0))
  const look = (next: number): void => {
    const at = Math.max(0, Math.min(edges.length - 2, next))
    onLook(at)
    if ((edges[at] ?? 0) < from) onPage?.(-1)
    else if ((edges[at] ?? 0) >= to) onPage?.(1)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') onPick(day)
    else {
      const to = keyTarget(event.key, day, load.overDays, edges.length - 2)
      if (to === null) return
      look(to)
    }
    event.preventDefault()
  }
  const timeAt = (event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>): number =>
    timeOf(scale, event.clientX - event.currentTarget.getBoundingClientRect().left - GUTTER)
  const isInPlot = (time: number): boolean => time >= from && time < to
  return (
    <div ref={frame} className="load-chart-frame">
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a chart with a cursor, which an <input> cannot be
        role="slider"
        tabIndex={0}
        className="load-chart"
        aria-label={t('load.chart')}
        aria-valuemin={0}
        aria-valuemax={edges.length - 2}
        aria-valuenow={day}
        aria-valuetext={dayWords(dayNumbers(load, loads, day), load, sayDay(edges[day] ?? 0, meta, texts), texts)}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          const time = timeAt(event)
          const at = dayIndexOf(loads.axis, time)
          if (isInPlot(time) && at !== day) onLook(at)
        }}
        onPointerLeave={() => onLook(null)}
        onClick={(event) => {
          const time = timeAt(event)
          if (isInPlot(time)) onPick(dayIndexOf(loads.axis, time), time)
        }}
      >
        <div className="load-chart-time" style={{ marginInlineStart: GUTTER, width: scale.width }}>
          <LoadAxis axis={loads.axis} scale={scale} onPick={NOTHING} />
        </div>
        <SharePlot load={load} scale={scale} height={heights.share} />
        {load.sorties === null ? null : (
          <DayPlot
            title={t('load.sorties-title', { available: number(load.sorties.available, 1) })}
            load={load.sorties}
            loads={loads}
            scale={scale}
            height={heights.day}
          />
        )}
        {load.crewHours === null ? null : (
          <DayPlot
            title={t('load.crews-title', { available: number(load.crewHours.available, 1) })}
            load={load.crewHours}
            loads={loads}
            scale={scale}
            height={heights.day}
          />
        )}
        <div className="load-chart-lines" style={{ left: GUTTER, width: scale.width }}>
          <LoadLines scale={scale} />
          {right > left && right > 0 && left < scale.width ? (
            <i className="load-cursor" style={{ left, width: Math.max(2, right - left) }} />
          ) : null}
        </div>
      </div>
    </div>
  )
}

const NOTHING = (): void => {}

/** Where a key leads; Page keys by weeks, with the brackets to the days over a limit. */
function keyTarget(key: string, day: number, overDays: readonly number[], last: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return day - 1
    case 'ArrowRight':
    case 'ArrowUp':
      return day + 1
    case 'PageUp':
      return day + 7
    case 'PageDown':
      return day - 7
    case 'Home':
      return 0
    case 'End':
      return last
    case 'n':
      return overDays.find((over) => over > day) ?? null
    case 'p':
      return overDays.findLast((over) => over < day) ?? null
    default:
      return null
  }
}

/** What the cursor is on, in a sentence. */
function dayWords(day: DayNumbers, load: LoadSeries, when: string, texts: Texts): string {
  const { t, number } = texts
  const parts = [`${when}: ${day.share === null ? t(`load.${day.state}`) : sayShare(day.share, texts)}`]
  if (day.highest > 1) parts.push(t('load.at-once', { share: number(day.highest * 100, 0) }))
  if (load.sorties !== null) {
    parts.push(
      t('load.sorties-of', { asked: number(day.sorties ?? 0, 1), available: number(load.sorties.available, 1) }),
    )
  }
  if (load.crewHours !== null) {
    parts.push(
      t('load.crews-of', { asked: number(day.crewHours ?? 0, 1), available: number(load.crewHours.available, 1) }),
    )
  }
  if (day.isOver) parts.push(t('load.is-over'))
  return parts.join('; ')
}

const AXIS = 36
const TITLE = 18
const FOOT = 6

function heightsOf(height: number, byDay: number): { readonly share: number; readonly day: number } {
  const plots = height - AXIS - (1 + byDay) * (TITLE + FOOT)
  const share = Math.max(36, byDay === 0 ? plots : plots * 0.42)
  return { share, day: byDay === 0 ? 0 : Math.max(30, (plots - share) / byDay) }
}

function useSize(frame: React.RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 600, height: 200 })
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { width, height } = entry.contentRect
      setSize({ width: Math.round(width), height: Math.round(height) })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return size
}

interface PlotProps {
  readonly scale: LoadScale
  readonly height: number
}

function SharePlot({ load, scale, height }: PlotProps & { readonly load: LoadSeries }) {
  const { t } = useTexts()
  const shapes = useMemo(() => shareShapes(load.share, scale, height), [load, scale, height])
  const paths = useMemo(
    () => ({
      notAllocated: gapsPath(load.allocated, scale, height),
      notReady: spansPath(notReadySpans(load), scale, height),
    }),
    [load, scale, height],
  )
  const one = height - height / shapes.top
  return (
    <Plot title={t('load.share-title')} height={height} width={scale.width}>
      <text className="load-tick" x={GUTTER - 6} y={one + 4} textAnchor="end">
        {t('load.percent', { percent: 100 })}
      </text>
      <text className="load-tick" x={GUTTER - 6} y={height} textAnchor="end">
        0
      </text>
      <g transform={`translate(${GUTTER} 0)`}>
        <path className="load-not-allocated" d={paths.notAllocated} />
        <path className="load-not-ready" d={paths.notReady} />
        <path className="load-area" d={shapes.area} />
        <path className="load-over-area" d={shapes.over} />
        <path className="load-line" d={shapes.line} />
        <line className="load-limit" x1={0} x2={scale.width} y1={one} y2={one} />
        <line className="load-foot" x1={0} x2={scale.width} y1={height} y2={height} />
      </g>
    </Plot>
  )
}

interface DayPlotProps extends PlotProps {
  readonly title: string
  readonly load: DayLoad
  readonly loads: PlanLoads
}

function DayPlot({ title, load, loads, scale, height }: DayPlotProps) {
  const { number } = useTexts()
  const shapes = useMemo(() => dayShapes(load, loads.axis, scale, height), [load, loads, scale, height])
  const y = shapes.availableY
  return (
    <Plot title={title} height={height} width={scale.width}>
      <text className="load-tick" x={GUTTER - 6} y={Math.min(height - 8, y + 4)} textAnchor="end">
        {number(load.available, 1)}
      </text>
      <g transform={`translate(${GUTTER} 0)`}>
        <path className="load-day-bar" d={shapes.bars} />
        <path className="load-over-area" d={shapes.overBars} />
        <path className="load-over" d={shapes.signs} />
        <line className="load-limit" x1={0} x2={scale.width} y1={y} y2={y} />
        <line className="load-foot" x1={0} x2={scale.width} y1={height} y2={height} />
      </g>
    </Plot>
  )
}

function Plot({
  title,
  height,
  width,
  children,
}: {
  title: string
  height: number
  width: number
  children: ReactNode
}) {
  return (
    <div className="load-plot">
      <p className="load-plot-title" style={{ paddingInlineStart: GUTTER }}>
        {title}
      </p>
      <svg width={width + GUTTER + 4} height={height + FOOT} aria-hidden>
        {children}
      </svg>
    </div>
  )
}
