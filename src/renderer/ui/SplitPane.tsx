import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { resizeByKey } from './resizeByKey.ts'
import './SplitPane.css'

interface SplitPaneProps {
  /** Name of the bar between, as `Ancho del inspector`. */
  label: string
  first: ReactNode
  second: ReactNode
  /** `row`: side by side. */
  direction?: 'row' | 'column'
  /** Which one has the size; the other takes the rest. */
  sized?: 'first' | 'second'
  /** Pixels. */
  defaultSize: number
  min: number
  max: number
  /** On release and on each key, in pixels. */
  onResize?: (size: number) => void
  /** Hides the sized one and the bar. */
  isCollapsed?: boolean
}

export function SplitPane(props: SplitPaneProps) {
  const { label, first, second, direction = 'row', sized = 'second', min, max, onResize, isCollapsed = false } = props
  const [size, setSize] = useState(props.defaultSize)
  const drag = useRef<{ from: number; size: number } | null>(null)
  const isRow = direction === 'row'
  const sign = sized === 'first' ? 1 : -1
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)))

  const at = (event: PointerEvent) => (isRow ? event.clientX : event.clientY)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: at(event), size }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== null) setSize(clamp(drag.current.size + sign * (at(event) - drag.current.from)))
  }
  const onRelease = () => {
    if (drag.current !== null && drag.current.size !== size) onResize?.(size)
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = resizeByKey(event.key, { size, min, max, axis: isRow ? 'x' : 'y', sign })
    if (next === null) return
    event.preventDefault()
    setSize(next)
    onResize?.(next)
  }

  const style: CSSProperties & Record<'--split-size', string> = { '--split-size': `${size}px` }
  return (
    <div className="ui-split" data-direction={direction} style={style}>
      {isCollapsed && sized === 'first' ? null : (
        <div className="ui-split-pane" data-sized={sized === 'first' || undefined}>
          {first}
        </div>
      )}
      {isCollapsed ? null : (
        <div
          className="ui-split-bar"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a handle with a value, which an <hr> is not
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-orientation={isRow ? 'vertical' : 'horizontal'}
          aria-valuenow={size}
          aria-valuemin={min}
          aria-valuemax={max}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onRelease}
          onPointerCancel={onRelease}
          onDoubleClick={() => {
            setSize(props.defaultSize)
            onResize?.(props.defaultSize)
          }}
          onKeyDown={onKeyDown}
        />
      )}
      {isCollapsed && sized === 'second' ? null : (
        <div className="ui-split-pane" data-sized={sized === 'second' || undefined}>
          {second}
        </div>
      )}
    </div>
  )
}
