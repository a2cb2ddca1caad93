import { type RefObject, useEffect, useMemo } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { ghostOf, type RowModel } from './matrixRows.ts'
import { laneTop } from './rowPlaces.ts'
import { type ActiveBar, type MatrixControl, matrixView, toggled } from './matrixView.ts'
import { clampZoom, pxPerMinuteOf, toMinute, toX } from './timeScale.ts'
import { HEADER_HEIGHT, type MatrixViewport } from './useMatrixViewport.ts'

/** What the views of the matrix ask of each other. */
export interface MatrixNavigation
  extends Pick<MatrixControl, 'zoomBy' | 'zoomTo' | 'fitHorizon' | 'fitSelection' | 'jumpTo' | 'showMission'> {
  /** Zooms and keeps the time at a place of the view, pixels from the left of the time. */
  zoomAt(factor: number, x: number): void
  /** Brings a row, and a bar of it, into sight. */
  reveal(active: ActiveBar): void
}

const EDGE = 24

/** Moves the view over the time and the rows. */
export function useMatrixNavigation(
  scroller: RefObject<HTMLElement | null>,
  model: RowModel,
  viewport: MatrixViewport,
  plan: PlanReader,
): MatrixNavigation {
  const session = useSession()
  return useMemo(() => {
    const { scale, viewWidth, tops, rowHeight } = viewport
    const span = scale.to - scale.from

    const show = (left: number, pxPerMinute: number): void => {
      matrixView.setState({ left, pxPerMinute: clampZoom(pxPerMinute, span, viewWidth) })
      if (pxPerMinute === scale.pxPerMinute) scroller.current?.scrollTo({ left: toX(scale, left) })
    }
    const zoomAt = (factor: number, x: number): void => {
      const { left } = matrixView.getState()
      const pxPerMinute = clampZoom(scale.pxPerMinute * factor, span, viewWidth)
      const minute = left + x / scale.pxPerMinute
      show(minute - x / pxPerMinute, pxPerMinute)
    }
    const fit = (from: number, to: number): void => {
      const margin = Math.max(60, (to - from) * 0.04)
      show(from - margin, viewWidth / (to - from + 2 * margin))
    }
    const zoomTo: MatrixNavigation['zoomTo'] = (level) => {
      const wanted = clampZoom(pxPerMinuteOf(level, viewWidth), span, viewWidth)
      zoomAt(wanted / scale.pxPerMinute, anchorX())
    }
    /** Zooms keep what is active in its place, else the chosen time, else the middle. */
    const anchorX = (): number => {
      const { active, left } = matrixView.getState()
      const right = left + viewWidth / scale.pxPerMinute
      const minutes = [active?.bar === null ? undefined : active?.minute, session.store.getState().time]
      const minute = minutes.find((m) => m !== undefined && m > left && m < right)
      return minute === undefined ? viewWidth / 2 : (minute - left) * scale.pxPerMinute
    }
    const reveal = (active: ActiveBar): void => {
      const element = scroller.current
      const index = model.indexOf.get(active.row)
      const row = index === undefined ? undefined : model.rows[index]
      if (element === null || index === undefined || row === undefined) return
      const ghost = ghostOf(row, active.ghost)
      const bar =
        ghost === undefined
          ? row.lanes.bars.find((b) => b.assignment.id === active.bar)
          : { lane: ghost.lane, start: ghost.ghost.start, end: ghost.ghost.end }
      const top = (tops[index] ?? 0) + (bar === undefined ? 0 : laneTop(bar.lane, rowHeight))
      const bottom = top + rowHeight
      element.scrollTo({
        top: scrolledTo(top, bottom, element.scrollTop, element.clientHeight - HEADER_HEIGHT, rowHeight),
      })
      if (bar === undefined) return
      const from = toX(scale, bar.start)
      const to = toX(scale, bar.end)
      const left = element.scrollLeft
      if (
        to - from > viewWidth - 2 * EDGE
          ? to < left + EDGE || from > left + viewWidth - EDGE
          : from < left || to > left + viewWidth
      ) {
        element.scrollTo({ left: to - from > viewWidth - 2 * EDGE ? from - EDGE : (from + to - viewWidth) / 2 })
      }
    }
    return {
      zoomBy: (factor) => zoomAt(factor, anchorX()),
      zoomTo,
      zoomAt,
      fitHorizon: () => {
        const { from, to } = plan.meta.horizon
        fit(from, to)
      },
      fitSelection: () => {
        const times = selectedTimes(plan, session.store.getState().selection)
        if (times !== null) fit(times.from, times.to)
      },
      jumpTo: (minute) => show(minute - viewWidth / scale.pxPerMinute / 20, scale.pxPerMinute),
      showMission: (mission) => {
        const active = barFor(model, plan, mission) ?? ghostFor(model, mission)
        if (active === null) return
        matrixView.setState({ active })
        reveal(active)
      },
      reveal,
    }
  }, [scroller, model, viewport, plan, session])
}

/** Where to scroll so that a row is seen with one beside it; a row from afar comes to the middle. Pixels. */
function scrolledTo(top: number, bottom: number, from: number, seen: number, margin: number): number {
  if (top - margin >= from && bottom + margin <= from + seen) return from
  const isNear = top > from - 3 * margin && bottom < from + seen + 3 * margin
  if (!isNear) return top - (seen - (bottom - top)) / 2
  return top - margin < from ? top - margin : bottom + margin - seen
}

/** Registers what actions reach; gone when the place is left. */
export function useMatrixControl(control: MatrixControl): void {
  useEffect(() => {
    matrixView.setState({ control })
    return () => matrixView.setState({ control: null })
  }, [control])
}

function selectedTimes(plan: PlanReader, selection: ReadonlySet<Id>): { from: number; to: number } | null {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const id of selection) {
    const mission = id.startsWith('mission:') ? plan.get(id as Id<'mission'>) : undefined
    if (mission === undefined || mission.start === null) continue
    from = Math.min(from, mission.start)
    to = Math.max(to, mission.start + mission.duration.likely)
  }
  return from < to ? { from, to } : null
}

/** The bar to go to for a mission: of the unit it is for first; opens what hides the row. */
function barFor(model: RowModel, plan: PlanReader, mission: Id<'mission'>): ActiveBar | null {
  const record = plan.get(mission)
  if (record === undefined || record.start === null) return null
  const parts = plan.indexes.assignmentsOfMission.get(mission)
  const ordered = [...parts].sort((a, b) => Number(b.part === 'supported') - Number(a.part === 'supported'))
  const shown = ordered.find((a) => model.indexOf.has(a.unit)) ?? ordered[0]
  if (shown === undefined) return null
  if (!model.indexOf.has(shown.unit)) openAbove(plan, shown.unit)
  return { row: shown.unit, bar: shown.id, minute: record.start + record.duration.likely / 2 }
}

/** The ghost to go to for a mission that has no bar. */
function ghostFor(model: RowModel, mission: Id<'mission'>): ActiveBar | null {
  const ghost = model.ghosts?.byMission.get(mission)?.find(({ unit }) => model.indexOf.has(unit))
  if (ghost === undefined) return null
  return { row: ghost.unit, bar: null, ghost: ghost.id, minute: (ghost.start + ghost.end) / 2 }
}

function openAbove(plan: PlanReader, id: Id<'unit'>): void {
  let { collapsed } = matrixView.getState()
  for (let unit = plan.get(id); unit !== undefined; unit = unit.parent === null ? undefined : plan.get(unit.parent)) {
    if (collapsed.has(unit.component)) collapsed = toggled(collapsed, unit.component, false)
    if (unit.parent !== null && collapsed.has(unit.parent)) collapsed = toggled(collapsed, unit.parent, false)
  }
  matrixView.setState({ collapsed, filter: '' })
}

/** The time under a place of the window. */
export function minuteAt(scroller: HTMLElement, clientX: number, headWidth: number, viewport: MatrixViewport): number {
  const x = clientX - scroller.getBoundingClientRect().left - headWidth + scroller.scrollLeft
  return toMinute(viewport.scale, x)
}
