import { type RefObject, useEffect, useRef } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import { isIdOf } from '../../../domain/records/ids.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { timeWords } from './barWords.ts'
import { commandOf, dragStep, heldTimes, IDLE, linkTarget } from './dragBar.ts'
import { dragStore } from './dragStore.ts'
import type { RowModel } from './matrixRows.ts'
import { rowAt } from './rowPlaces.ts'
import { matrixView, say, selectHere } from './matrixView.ts'
import { snapOf } from './timeScale.ts'
import { minuteAt } from './useMatrixControl.ts'
import { HEADER_HEIGHT, type MatrixViewport } from './useMatrixViewport.ts'

interface Parts {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly model: RowModel
  readonly viewport: MatrixViewport
  readonly plan: PlanReader
}

/** So near to an edge the view moves along with what is in hand. Pixels, and pixels a frame. */
const EDGE = 24
const SPEED = 14
/** Not at once: rows beside the edge are aimed at, too. Milliseconds. */
const DWELL = 350

/** Follows what is in hand until it is let go, which is one change, or Escape, which is none. */
export function useBarDrag(parts: Parts): void {
  const session = useSession()
  const texts = useTexts()
  const latest = useRef({ ...parts, texts })
  useEffect(() => {
    latest.current = { ...parts, texts }
  })

  useEffect(() => {
    let frame = 0
    let inEdgeSince: number | null = null
    let pointer = { x: 0, y: 0, isFine: false }

    const update = (): void => {
      const { scroller, model, viewport } = latest.current
      const element = scroller.current
      const { drag } = dragStore.getState()
      if (element === null || drag.state === 'idle') return
      const { headWidth } = matrixView.getState()
      const box = element.getBoundingClientRect()
      const isOverTime =
        pointer.x > box.left + headWidth &&
        pointer.x < box.right &&
        pointer.y > box.top + HEADER_HEIGHT &&
        pointer.y < box.bottom
      const y = pointer.y - box.top - HEADER_HEIGHT + element.scrollTop
      const row = isOverTime ? model.rows[rowAt(viewport.tops, y)] : undefined
      const next = dragStep(drag, {
        type: 'move',
        ...pointer,
        minute: minuteAt(element, pointer.x, headWidth, viewport),
        unit: row?.kind === 'unit' ? row.id : null,
        over: drag.grip.kind === 'link' ? missionUnder(pointer.x, pointer.y, latest.current.plan) : null,
        step: snapOf(viewport.scale.pxPerMinute, pointer.isFine),
      })
      dragStore.setState({ drag: next, x: pointer.x, y: pointer.y })
    }

    const scrollAtEdges = (): void => {
      const element = latest.current.scroller.current
      const { drag } = dragStore.getState()
      if (element === null || drag.state === 'idle') return
      frame = requestAnimationFrame(scrollAtEdges)
      if (drag.state !== 'dragging') return
      const { headWidth } = matrixView.getState()
      const box = element.getBoundingClientRect()
      if (drag.grip.kind === 'place' && pointer.y > box.bottom) return
      const pull = (at: number, low: number, high: number): number =>
        at < low + EDGE
          ? -Math.min(1, (low + EDGE - at) / EDGE)
          : at > high - EDGE
            ? Math.min(1, (at - high + EDGE) / EDGE)
            : 0
      const dx = SPEED * pull(pointer.x, box.left + headWidth, box.right)
      const dy = drag.grip.kind.startsWith('stretch') ? 0 : SPEED * pull(pointer.y, box.top + HEADER_HEIGHT, box.bottom)
      if (dx === 0 && dy === 0) {
        inEdgeSince = null
        return
      }
      inEdgeSince ??= performance.now()
      if (performance.now() - inEdgeSince < DWELL) return
      element.scrollBy(dx, dy)
      update()
    }

    const onMove = (event: PointerEvent): void => {
      if (dragStore.getState().drag.state === 'idle') return
      pointer = { x: event.clientX, y: event.clientY, isFine: event.shiftKey }
      update()
      if (frame === 0) frame = requestAnimationFrame(scrollAtEdges)
    }

    const end = (): void => {
      cancelAnimationFrame(frame)
      frame = 0
      inEdgeSince = null
      dragStore.setState({ drag: IDLE })
    }

    const onUp = (event: PointerEvent): void => {
      const { drag } = dragStore.getState()
      if (drag.state === 'idle') return
      end()
      if (drag.state === 'pressed') {
        // A press on one of several selected that did not become a drag chooses it alone.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) selectHere(session, [drag.grip.mission])
        return
      }
      const successor = linkTarget(drag)
      if (successor !== null) {
        matrixView.setState({ linkDraft: { predecessor: drag.grip.mission, successor } })
        return
      }
      const command = commandOf(drag)
      if (command === null || !session.dispatch(command).ok) return
      const { plan, texts } = latest.current
      const { start } = heldTimes(drag)
      selectHere(
        session,
        drag.grip.kind === 'place' ? [drag.grip.mission] : session.store.getState().selection,
        drag.grip.mission,
      )
      const code = plan.get(drag.grip.mission)?.code ?? ''
      say(texts.t('matrix.said-moved', { code, time: timeWords(start, plan.meta, texts) }))
    }

    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || dragStore.getState().drag.state === 'idle') return
      event.preventDefault()
      event.stopPropagation()
      end()
      say(latest.current.texts.t('matrix.said-cancelled'))
    }

    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', end)
    window.addEventListener('blur', end)
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('blur', end)
      window.removeEventListener('keydown', onKeyDown, true)
      end()
    }
  }, [session])
}

function missionUnder(x: number, y: number, plan: PlanReader): Id<'mission'> | null {
  const bar = document.elementFromPoint(x, y)?.closest('[data-bar]')?.getAttribute('data-bar') ?? null
  if (bar === null || !isIdOf('assignment', bar)) return null
  return plan.get(bar)?.mission ?? null
}
