import { type PointerEvent, useRef } from 'react'
import { useTexts } from '../../texts/TextContext.tsx'
import { resizeByKey } from '../../ui/resizeByKey.ts'
import { matrixView, useMatrixView } from './matrixView.ts'

const MIN = 120
const MAX = 420

/** The edge of the row heads, to be dragged. */
export function HeadResizer() {
  const { t } = useTexts()
  const headWidth = useMatrixView((v) => v.headWidth)
  const drag = useRef<{ x: number; width: number } | null>(null)
  const set = (width: number): void =>
    matrixView.setState({ headWidth: Math.min(MAX, Math.max(MIN, Math.round(width))) })
  return (
    <div
      className="matrix-resizer"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a handle with a value, which an <hr> is not
      role="separator"
      tabIndex={0}
      aria-label={t('matrix.head-width')}
      aria-orientation="vertical"
      aria-valuenow={headWidth}
      aria-valuemin={MIN}
      aria-valuemax={MAX}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, width: headWidth }
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) set(drag.current.width + event.clientX - drag.current.x)
      }}
      onPointerUp={() => {
        drag.current = null
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
      onKeyDown={(event) => {
        const next = resizeByKey(event.key, { size: headWidth, min: MIN, max: MAX, axis: 'x', sign: 1 })
        if (next === null) return
        event.preventDefault()
        set(next)
      }}
    />
  )
}
