import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useMemo } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { focusGrid } from './focusGrid.ts'
import { LEAST_FOR_ENDS } from './BarView.tsx'
import type { Bar } from './barLanes.ts'
import type { Grip } from './dragBar.ts'
import { dragStep, IDLE } from './dragBar.ts'
import { dragStore } from './dragStore.ts'
import { barOf, ghostOf, type RowModel } from './matrixRows.ts'
import { matrixView, toggled, toggleRow, selectHere } from './matrixView.ts'
import type { MatrixNavigation } from './useMatrixControl.ts'
import { minuteAt } from './useMatrixControl.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

interface Parts {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly model: RowModel
  readonly viewport: MatrixViewport
  readonly plan: PlanReader
  readonly navigation: MatrixNavigation
}

/** How near to an end of a bar a hand stretches it, pixels: inside the bar and beyond it. */
const END_INSIDE = 6
const END_BEYOND = 8

/** Presses on bars, row heads and empty time; wheel. What follows a press on a bar is `useBarDrag`'s. */
export function useMatrixPointer({ scroller, model, viewport, plan, navigation }: Parts) {
  const session = useSession()

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let factor = 1
    let x = 0
    let frame = 0
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { headWidth } = matrixView.getState()
      factor *= Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 160)
      x = Math.max(0, event.clientX - element.getBoundingClientRect().left - headWidth)
      // Wheels and trackpads send several events a frame; one zoom a frame is all that can be seen.
      if (frame === 0) {
        frame = requestAnimationFrame(() => {
          frame = 0
          navigation.zoomAt(factor, x)
          factor = 1
        })
      }
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
      cancelAnimationFrame(frame)
    }
  }, [scroller, navigation])

  return useMemo(() => {
    const press = (event: ReactPointerEvent, bar: Bar, row: string, isLink: boolean): void => {
      const element = scroller.current
      if (element === null) return
      const minute = minuteAt(element, event.clientX, matrixView.getState().headWidth, viewport)
      const { selection, canEdit } = session.store.getState()
      const { mission, assignment } = bar
      const together = selection.has(mission.id) ? [...selection] : [mission.id]
      const grip: Grip = {
        kind: isLink ? 'link' : kindAt(bar, minute, viewport.scale.pxPerMinute),
        mission: mission.id,
        assignment: assignment.id,
        unit: assignment.unit,
        start: bar.start,
        end: bar.end,
        moved: startsOf(plan, together),
        minute,
        part: assignment.part,
      }
      matrixView.setState({
        active: { row, bar: assignment.id, minute: (bar.start + bar.end) / 2 },
        calloutFor: null,
      })
      if (canEdit) {
        dragStore.setState({
          drag: dragStep(IDLE, { type: 'press', grip, x: event.clientX, y: event.clientY }),
          x: event.clientX,
          y: event.clientY,
        })
      }
      const isMulti = event.ctrlKey || event.metaKey || event.shiftKey
      if (isMulti) {
        const next = new Set(selection)
        if (next.has(mission.id)) next.delete(mission.id)
        else next.add(mission.id)
        selectHere(session, next, next.has(mission.id) ? mission.id : undefined)
      } else if (selection.has(mission.id)) {
        selectHere(session, selection, mission.id)
      } else selectHere(session, [mission.id])
    }
    return {
      onPointerDown: (event: ReactPointerEvent<HTMLElement>): void => {
        const target = event.target
        const element = scroller.current
        if (!(target instanceof Element) || element === null) return
        if (event.button === 1) {
          event.preventDefault()
          startPan(event, element)
          return
        }
        if (event.button !== 0 && event.button !== 2) return
        const row = target.closest('[data-row]')?.getAttribute('data-row') ?? null
        if (row === null) return
        focusGrid()
        event.preventDefault()
        if (event.button === 0 && target.closest('[data-toggle], [data-component]') !== null) {
          toggleRow(row)
          matrixView.setState(({ active }) => ({ active: { row, bar: null, minute: active?.minute ?? 0 } }))
          return
        }
        if (target.closest('[data-unfold]') !== null) {
          matrixView.setState(({ unfolded }) => ({ unfolded: toggled(unfolded, row) }))
          return
        }
        const index = model.indexOf.get(row)
        const barId = target.closest('[data-bar]')?.getAttribute('data-bar') ?? null
        const bar = index === undefined ? undefined : barOf(model.rows[index], barId)
        const ghostId = target.closest('[data-ghost]')?.getAttribute('data-ghost') ?? undefined
        const ghost = index === undefined ? undefined : ghostOf(model.rows[index], ghostId)?.ghost
        if (ghost !== undefined) {
          matrixView.setState({
            active: { row, bar: null, ghost: ghost.id, minute: (ghost.start + ghost.end) / 2 },
            calloutFor: null,
          })
          selectGhost(event, session, ghost.mission.id)
          return
        }
        if (event.button === 2) {
          // The menu is about what is under the pointer, unless that is one of the selected.
          const id = bar?.mission.id ?? (isIdOf('unit', row) ? row : null)
          if (bar !== undefined) matrixView.setState({ active: { row, bar: bar.assignment.id, minute: bar.start } })
          if (id !== null && !session.store.getState().selection.has(id)) selectHere(session, [id])
          return
        }
        if (bar !== undefined && target.closest('[data-sign]') !== null) {
          matrixView.setState({
            active: { row, bar: bar.assignment.id, minute: (bar.start + bar.end) / 2 },
            calloutFor: bar.mission.id,
          })
          selectHere(session, [bar.mission.id])
          return
        }
        if (bar !== undefined) {
          press(event, bar, row, event.altKey || target.closest('[data-link]') !== null)
          return
        }
        const minute = minuteAt(element, event.clientX, matrixView.getState().headWidth, viewport)
        if (target.closest('.matrix-head') !== null) {
          matrixView.setState(({ active }) => ({ active: { row, bar: null, minute: active?.minute ?? 0 } }))
          if (isIdOf('unit', row)) selectHere(session, [row])
          return
        }
        matrixView.setState({ active: { row, bar: null, minute } })
        startPan(event, element, () => selectHere(session, []))
      },
    }
  }, [scroller, model, viewport, plan, session])
}

/** A ghost is not taken in hand; pressed, its mission is selected as that of a bar is. */
function selectGhost(event: ReactPointerEvent, session: PlanSession, mission: Id<'mission'>): void {
  const { selection } = session.store.getState()
  const isMulti = event.button === 0 && (event.ctrlKey || event.metaKey || event.shiftKey)
  if (isMulti) {
    const next = new Set(selection)
    if (!next.delete(mission)) next.add(mission)
    selectHere(session, next)
  } else if (event.button === 0 || !selection.has(mission)) selectHere(session, [mission])
}

function kindAt(bar: Bar, minute: number, pxPerMinute: number): Grip['kind'] {
  const width = (bar.end - bar.start) * pxPerMinute
  const fromStart = (minute - bar.start) * pxPerMinute
  const fromEnd = (bar.end - minute) * pxPerMinute
  if (width < LEAST_FOR_ENDS) return 'move'
  if (fromEnd <= END_INSIDE && fromEnd >= -END_BEYOND) return 'stretch-end'
  return fromStart <= END_INSIDE && fromStart >= -END_BEYOND ? 'stretch-start' : 'move'
}

export function startsOf(plan: PlanReader, ids: Iterable<Id>): { mission: Id<'mission'>; start: number }[] {
  return [...ids].flatMap((id) => {
    const mission = isIdOf('mission', id) ? plan.get(id) : undefined
    return mission === undefined || mission.start === null ? [] : [{ mission: mission.id, start: mission.start }]
  })
}

/** Drags the view; a press that does not move is a click on nothing. */
function startPan(event: ReactPointerEvent, element: HTMLElement, onClick?: () => void): void {
  const from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop }
  let isMoved = false
  const onMove = (move: PointerEvent): void => {
    if (!isMoved && Math.abs(move.clientX - from.x) + Math.abs(move.clientY - from.y) < 4) return
    isMoved = true
    element.dataset['panning'] = ''
    element.scrollTo(from.left - (move.clientX - from.x), from.top - (move.clientY - from.y))
  }
  const onEnd = (end: PointerEvent): void => {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onEnd)
    window.removeEventListener('pointercancel', onEnd)
    delete element.dataset['panning']
    if (!isMoved && end.type === 'pointerup') onClick?.()
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onEnd)
  window.addEventListener('pointercancel', onEnd)
}
