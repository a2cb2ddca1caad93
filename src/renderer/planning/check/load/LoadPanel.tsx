import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { PlanLoads } from '../../../../domain/check/loadSeries.ts'
import { superiorTurns } from '../../../../domain/plan/unitStates.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { usePlan, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { SplitPane } from '../../../ui/SplitPane.tsx'
import { type Band, BandContext } from './BandContext.ts'
import { chooseRow, showLoadOf } from './chooseRow.ts'
import { LoadAxis, LoadLines } from './LoadAxis.tsx'
import { LoadDetail } from './LoadDetail.tsx'
import { LoadGrid } from './LoadGrid.tsx'
import './LoadPanel.css'
import { LoadPatterns } from './LoadPatterns.tsx'
import { LoadToolbar } from './LoadToolbar.tsx'
import { isIdOf } from '../../../../domain/records/ids.ts'
import type { GridRows } from '../../../ui/grid/GridRows.ts'
import { loadForest, type LoadRow, loadRows } from './loadRows.ts'
import { type LoadSummaries, loadView } from './loadView.ts'
import { paged, scaleOf, stepEdges, windowOf } from './loadWindow.ts'
import { useBandPlace } from './useBandPlace.ts'
import { useLoads } from './useLoads.ts'

/** How much of each unit is bound over time, what is flown of what can be, and when it is too much. */
export function LoadPanel() {
  const { t } = useTexts()
  const session = useSession()
  const plan = usePlan()
  useLoads()
  const summaries = useStore(loadView, (s) => (s.planId === plan.meta.id ? s.summaries : null))
  const progress = useStore(loadView, (s) => s.progress)
  if (plan.count('unit') === 0) {
    return (
      <EmptyState
        text={t('load.empty-units')}
        primary={{ label: t('load.to-forces'), onPress: () => session.goTo('forces') }}
      />
    )
  }
  if (summaries === null) {
    return (
      <div className="load-first">
        <ProgressBar label={t('load.calculating')} share={progress ?? 0} />
      </div>
    )
  }
  return <Loads summaries={summaries} />
}

/** Narrower cells show neither signs nor steps. */
const LEAST_CELL = 7

function Loads({ summaries }: { summaries: LoadSummaries }) {
  const { t } = useTexts()
  const session = useSession()
  const { phases } = usePlanMeta()
  const { loads, step } = summaries
  const frame = useRef<HTMLDivElement>(null)
  const place = useBandPlace(frame)
  const from = useStore(loadView, (s) => s.from)
  const edges = useMemo(() => stepEdges(loads.axis, step, phases), [loads, step, phases])
  const most = step === 'phase' ? edges.length : Math.floor(place.width / LEAST_CELL)
  const [first, end] = useWindow(edges, from, most)
  const scale = useMemo(() => scaleOf(edges, { first, end }, place.width), [edges, first, end, place.width])
  const clipPath = place.hidden === 0 ? 'none' : `inset(-100vh 0 0 ${place.hidden}px)`
  const { rows, overBelow } = useRows(summaries)
  const isWhole = end - first === edges.length - 1
  const onPage = isWhole ? null : (by: -1 | 1) => loadView.setState({ from: paged(edges, { first, end }, by) })
  const setTime = useSetTime(loads, scale.from)
  const band = useMemo(
    (): Band => ({
      axis: loads.axis,
      edges: edges.slice(first, end + 1),
      scale,
      onPick: (row, time) => {
        chooseRow(session, row)
        setTime(time)
      },
    }),
    [loads, edges, first, end, scale, session, setTime],
  )
  useWheel(frame, onPage)
  useFirstRow(rows)
  return (
    <div className="load">
      <LoadPatterns />
      <LoadToolbar shown={rows.count} all={loads.units.size + loads.components.size} onPage={onPage} />
      <SplitPane
        label={t('load.detail-height')}
        direction="column"
        first={
          <BandContext value={band}>
            <div ref={frame} className="load-rows">
              <div className="load-head">
                <div className="load-head-time" style={{ marginInlineStart: place.left, width: place.width, clipPath }}>
                  <LoadAxis axis={loads.axis} scale={scale} onPick={setTime} />
                </div>
              </div>
              <LoadGrid rows={rows} overBelow={overBelow} edges={edges} />
              <div className="load-over-rows" style={{ left: place.left, width: place.width, clipPath }}>
                <LoadLines scale={scale} />
              </div>
            </div>
          </BandContext>
        }
        second={<LoadDetail loads={loads} from={scale.from} to={scale.to} onPage={onPage} onTime={setTime} />}
        defaultSize={Math.min(340, Math.round(window.innerHeight * 0.4))}
        min={160}
        max={600}
      />
    </div>
  )
}

/** First cell in sight and the one after the last. The chosen time counts only until one goes elsewhere. */
function useWindow(edges: readonly number[], from: number | null, most: number): readonly [number, number] {
  const time = useSessionState((s) => (from === null ? s.time : 0))
  const { first, end } = windowOf(edges, from, time, most)
  return [first, end]
}

/** Chooses a time within the horizon. What is in sight, from `first` on, stays where it is. */
function useSetTime(loads: PlanLoads, first: number): (time: number) => void {
  const session = useSession()
  const { horizon } = usePlanMeta()
  return useCallback(
    (time) => {
      const { edges } = loads.axis
      loadView.setState({ from: first })
      const inAxis = Math.min(edges.at(-1) ?? time, Math.max(edges[0] ?? time, Math.round(time)))
      session.setTime(Math.min(horizon.to, Math.max(horizon.from, inAxis)))
    },
    [session, horizon, loads, first],
  )
}

/** Where nothing is chosen yet, the unit that is selected is; else the first row. */
function useFirstRow(rows: GridRows<LoadRow>): void {
  const session = useSession()
  useEffect(() => {
    if (loadView.getState().chosen !== null || rows.count === 0) return undefined
    // The rows are shown before the chart is drawn.
    const timer = setTimeout(() => {
      const { focused } = session.store.getState()
      if (focused !== null && isIdOf('unit', focused)) showLoadOf(session, focused)
      else loadView.setState({ chosen: rows.rowAt(0).id })
    })
    return () => clearTimeout(timer)
  }, [rows, session])
}

function useRows({ loads, of }: LoadSummaries) {
  const plan = usePlan()
  const texts = useTexts()
  const revision = useSessionState((s) => s.revision)
  const { arrangement, sort, isDescending, query, isOnlyOver, toggled } = useStore(loadView)
  // Between two changes of superiors the rows stay as they are while the chosen time goes on.
  const turns = useMemo(
    () => superiorTurns(plan.all('unit')),
    // The plan is one living document: its revision says when to look again.
    // oxlint-disable-next-line react/exhaustive-deps
    [plan, revision],
  )
  const turn = useSessionState((s) => {
    const instant = toInstant(s.time, plan.meta.hHour)
    return turns.findLast((at) => at <= instant) ?? Number.NEGATIVE_INFINITY
  })
  const forest = useMemo(
    () => loadForest(plan, loads, of, turn),
    // oxlint-disable-next-line react/exhaustive-deps
    [plan, revision, loads, of, turn],
  )
  const rows = useMemo(
    () => loadRows(forest, { arrangement, sort, isDescending, query, isOnlyOver, toggled }, texts),
    [forest, arrangement, sort, isDescending, query, isOnlyOver, toggled, texts],
  )
  return { rows, overBelow: forest.overBelow }
}

/** Pixels of the wheel that turn a page. */
const WHEEL_STEP = 100

/** The wheel across, or with Shift, goes through time. */
function useWheel(frame: RefObject<HTMLElement | null>, onPage: ((by: -1 | 1) => void) | null): void {
  const latest = useRef(onPage)
  useEffect(() => {
    latest.current = onPage
  })
  useEffect(() => {
    const element = frame.current
    let turned = 0
    const onWheel = (event: WheelEvent): void => {
      const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
      if (Math.abs(across) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return
      event.preventDefault()
      turned += across
      if (Math.abs(turned) < WHEEL_STEP) return
      latest.current?.(turned < 0 ? -1 : 1)
      turned = 0
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [frame])
}
