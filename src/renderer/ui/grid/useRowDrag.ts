import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

interface RowDragOptions {
  scroller: RefObject<HTMLElement | null>
  /** `null`: rows of this grid are not moved. */
  canMove: ((ids: readonly string[], targetId: string | null) => boolean) | null
  onMove: (ids: readonly string[], targetId: string | null) => void
  idAt: (index: number) => string
}

export interface RowDrag {
  ids: readonly string[]
  /** `null` is the empty space below the rows; `undefined` is nowhere it may be dropped. */
  target: string | null | undefined
}

interface Grasp {
  ids: readonly string[]
  x: number
  y: number
}

/** Pixels before a press becomes a drag. */
const SLACK = 4
/** Pixels at the upper and lower edge that scroll while a row is held over them, and how far at each frame. */
const EDGE = 28
const SCROLL_STEP = 10

/** Rows dragged onto a row by pointer. Escape lets go without a move. */
export function useRowDrag({ scroller, canMove, onMove, idAt }: RowDragOptions) {
  const grasp = useRef<Grasp | null>(null)
  const pointer = useRef({ x: 0, y: 0 })
  const label = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<RowDrag | null>(null)
  const isDragging = drag !== null

  const targetUnder = (ids: readonly string[]): string | null | undefined => {
    const element = document.elementFromPoint(pointer.current.x, pointer.current.y)
    if (element === null || scroller.current?.contains(element) !== true || canMove === null) return undefined
    const row = element.closest<HTMLElement>('[data-row]')
    if (row === null && element.closest('.ui-grid-head') !== null) return undefined
    const target = row === null ? null : idAt(Number(row.dataset['row']))
    return canMove(ids, target) ? target : undefined
  }

  const end = () => {
    grasp.current = null
    setDrag(null)
  }

  useEffect(() => {
    if (!isDragging) return
    let frame = 0
    const scroll = () => {
      const element = scroller.current
      if (element !== null) {
        const box = element.getBoundingClientRect()
        const head = element.querySelector('.ui-grid-head')?.getBoundingClientRect().height ?? 0
        if (pointer.current.y < box.top + head + EDGE) element.scrollTop -= SCROLL_STEP
        else if (pointer.current.y > box.bottom - EDGE) element.scrollTop += SCROLL_STEP
      }
      frame = requestAnimationFrame(scroll)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      grasp.current = null
      setDrag(null)
    }
    frame = requestAnimationFrame(scroll)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [isDragging, scroller])

  const placeLabel = () => {
    if (label.current !== null) {
      label.current.style.transform = `translate(${pointer.current.x + 12}px, ${pointer.current.y + 12}px)`
    }
  }

  return {
    drag,
    /** Ref of the element that follows the pointer while a row is held. */
    attachLabel: (element: HTMLDivElement | null) => {
      label.current = element
      placeLabel()
    },
    press: (event: PointerEvent, ids: readonly string[]) => {
      if (canMove !== null && ids.length > 0) grasp.current = { ids, x: event.clientX, y: event.clientY }
    },
    move: (event: PointerEvent<HTMLElement>) => {
      const held = grasp.current
      if (held === null) return
      pointer.current = { x: event.clientX, y: event.clientY }
      if (!isDragging) {
        if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      placeLabel()
      const target = targetUnder(held.ids)
      if (drag === null || drag.target !== target) setDrag({ ids: held.ids, target })
    },
    /** Returns whether a drag ended, so that the release is not also a click. */
    release: (): boolean => {
      const held = grasp.current
      const target = held === null || !isDragging ? undefined : targetUnder(held.ids)
      end()
      if (held !== null && target !== undefined) onMove(held.ids, target)
      return isDragging
    },
    end,
  }
}
