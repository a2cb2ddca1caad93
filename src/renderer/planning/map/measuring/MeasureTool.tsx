import { useEffect, useMemo } from 'react'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import type { MapAdapter } from '../../../map-engine/MapAdapter.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useMap, useScene } from '../MapContext.tsx'
import { enterMode, say, useMapView } from '../mapView.ts'
import { MeasureCard } from './MeasureCard.tsx'
import { bearingText, lengthText } from './measureWords.ts'
import { measureWay } from './measureWay.ts'
import { measuringItems } from './measuringItems.ts'
import { forgetPoints, measuringView, useMeasuring } from './measuringView.ts'

const NOTHING: readonly SceneItem[] = []
const MOST_POINTS = 500

/** Pixels from the first point within which the last one closes the way. */
const CLOSE = 8

/** Distances, bearings and areas, as long as the map is in that mode. */
export function MeasureTool() {
  const mode = useMapView((v) => v.mode)
  return mode === 'measure' ? <Measuring /> : null
}

function Measuring() {
  const map = useMap()
  const texts = useTexts()
  const { hHour } = usePlanMeta()
  const time = useSessionState((s) => s.time)
  const points = useMeasuring((m) => m.points)
  const next = useMeasuring((m) => m.next)
  const isClosed = useMeasuring((m) => m.isClosed)
  const isDone = useMeasuring((m) => m.isDone)
  const unit = useMeasuring((m) => m.unit)
  const instant = toInstant(time, hHour)
  // While it is drawn the next point counts as set, so that one sees before one clicks.
  const way = useMemo(() => {
    const path = isDone || next === null ? points : [...points, next]
    return measureWay(path, isClosed, instant)
  }, [points, next, isClosed, isDone, instant])
  useScene(
    'notes',
    useMemo(() => (way.legs.length === 0 ? NOTHING : measuringItems(way, unit, texts)), [way, unit, texts]),
  )
  useTool(map)
  useSayPoints()
  return <MeasureCard way={way} />
}

/** Keeps the drawing tool on: a measurement that is done stays to be read until the next point is set. */
function useTool(map: MapAdapter): void {
  const round = useMeasuring((m) => m.round)
  useEffect(() => {
    let isLeaving = false
    let timer: ReturnType<typeof setTimeout> | undefined
    // A tool cannot be put on the map from within the end of another.
    const again = (): void => {
      timer = setTimeout(() => {
        if (!isLeaving) begin()
      })
    }
    const begin = (): void => {
      map.setTool({
        type: 'draw',
        shape: 'line',
        minPoints: 2,
        maxPoints: MOST_POINTS,
        snap: true,
        onReady: (hand) => {
          const { start } = measuringView.getState()
          measuringView.setState({ hand, start: null })
          if (start !== null) hand.add(start)
        },
        onSketch: (points, next) => {
          const { isDone, hand } = measuringView.getState()
          if (isDone && points.length === 0) return
          const closes = isBackAtStart(map, points)
          measuringView.setState({
            points: closes ? points.slice(0, -1) : points,
            next: closes ? null : next,
            isClosed: closes,
            isDone: closes,
          })
          if (closes) hand?.finish()
        },
        onDone: (points) => {
          const { isClosed } = measuringView.getState()
          measuringView.setState({ points: isClosed ? points.slice(0, -1) : points, next: null, isDone: true })
          again()
        },
        onCancel: () => {
          if (isLeaving) return
          const { points } = measuringView.getState()
          if (points.length === 0) return enterMode('choose')
          forgetPoints()
          again()
        },
      })
    }
    begin()
    return () => {
      isLeaving = true
      clearTimeout(timer)
      map.setTool(null)
      measuringView.setState({ hand: null })
      forgetPoints()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- another round begins anew
  }, [map, round])
}

function isBackAtStart(map: MapAdapter, points: readonly (readonly [number, number])[]): boolean {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 4) return false
  const [a, b] = [map.toPixel([...first]), map.toPixel([...last])]
  return a !== null && b !== null && Math.hypot(a[0] - b[0], a[1] - b[1]) <= CLOSE
}

/** Says each leg when it is set, to those who do not see the map. */
function useSayPoints(): void {
  const texts = useTexts()
  const points = useMeasuring((m) => m.points)
  useEffect(() => {
    const way = measureWay(points, false, 0)
    const leg = way.legs.at(-1)
    if (leg === undefined) return
    say(
      texts.t('map-measure.said', {
        length: lengthText(leg.metres, texts),
        bearing: bearingText(leg.trueBearing, measuringView.getState().unit, texts),
        total: lengthText(way.metres, texts),
      }),
    )
  }, [points, texts])
}
