import { type RefObject, useRef } from 'react'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { type PlanMeta, timeWords } from './barWords.ts'
import { matrixView } from './matrixView.ts'
import { snapOf, snapTo, toX } from './timeScale.ts'
import { minuteAt } from './useMatrixControl.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

/** The chosen time as a line over the rows. */
export function TimeCursorLine({ viewport }: { viewport: MatrixViewport }) {
  const time = useSessionState((s) => s.time)
  return <div className="matrix-now" aria-hidden style={{ left: toX(viewport.scale, time) }} />
}

/** The strip in the header where the chosen time is set: a click, a drag of its handle, or arrows on it. */
export function TimeCursorHandle(props: {
  readonly viewport: MatrixViewport
  readonly meta: PlanMeta
  readonly scroller: RefObject<HTMLDivElement | null>
}) {
  const { viewport, meta, scroller } = props
  const session = useSession()
  const texts = useTexts()
  const time = useSessionState((s) => s.time)
  const isHeld = useRef(false)
  const { scale } = viewport
  const set = (minute: number): void => session.setTime(Math.min(scale.to, Math.max(scale.from, minute)))
  const setAt = (clientX: number, isFine: boolean): void => {
    const element = scroller.current
    if (element === null) return
    const minute = minuteAt(element, clientX, matrixView.getState().headWidth, viewport)
    set(snapTo(minute, snapOf(scale.pxPerMinute, isFine)))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the handle in it does the same by keyboard
    <div
      className="matrix-now-strip"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        isHeld.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        setAt(event.clientX, event.shiftKey)
      }}
      onPointerMove={(event) => {
        if (isHeld.current) setAt(event.clientX, event.shiftKey)
      }}
      onPointerUp={() => {
        isHeld.current = false
      }}
      onPointerCancel={() => {
        isHeld.current = false
      }}
    >
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- its place is a time, which an <input> cannot show
        role="slider"
        tabIndex={0}
        className="matrix-now-handle"
        aria-label={texts.t('matrix.chosen-time')}
        aria-valuemin={scale.from}
        aria-valuemax={scale.to}
        aria-valuenow={time}
        aria-valuetext={timeWords(time, meta, texts)}
        style={{ left: toX(scale, time) }}
        onKeyDown={(event) => {
          const step = snapOf(scale.pxPerMinute, event.shiftKey)
          const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[event.key]
          if (by === undefined || event.altKey || event.ctrlKey) return
          event.preventDefault()
          set(time + by)
        }}
      />
    </div>
  )
}
