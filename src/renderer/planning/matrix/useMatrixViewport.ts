import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import type { PlanMeta } from './barWords.ts'
import type { RowModel } from './matrixRows.ts'
import { rowAt, rowTops } from './rowPlaces.ts'
import { matrixView, useMatrixView } from './matrixView.ts'
import { clampZoom, shownTime, type TimeScale, toMinute, toX } from './timeScale.ts'

/** Heights of the bands over the rows, pixels; the style sheet has the same. */
export const HEADER_HEIGHT = 76

export interface MatrixViewport {
  readonly scale: TimeScale
  /** Time on the page with what is made ahead of scrolling, minutes from H-hour. */
  readonly from: number
  readonly to: number
  readonly firstRow: number
  readonly lastRow: number
  readonly tops: Float64Array
  readonly rowHeight: number
  /** Pixels of time that are seen. */
  readonly viewWidth: number
  /** Pixels of the scrolling box, header and all. */
  readonly viewHeight: number
}

/** Rows and time are made in blocks of these, so that scrolling renders seldom. Pixels. */
const BLOCK_X = 200
const BLOCK_Y = 48
const AHEAD_X = 120
const AHEAD_Y = 48

/** What of the matrix is on the page. Keeps the time at the left edge where it is while the scale changes. */
export function useMatrixViewport(
  scroller: RefObject<HTMLElement | null>,
  model: RowModel,
  meta: PlanMeta,
  rowHeight: number,
): MatrixViewport {
  const headWidth = useMatrixView((v) => v.headWidth)
  const chosen = useMatrixView((v) => v.pxPerMinute)
  const [box, setBox] = useState({ width: 1_000, height: 600 })
  const viewWidth = Math.max(200, box.width - headWidth)
  const { horizon } = meta
  const { from, to } = shownTime(horizon, model.time)
  const fitted = viewWidth / ((horizon.to - horizon.from) * 1.04)
  const pxPerMinute = clampZoom(chosen ?? fitted, to - from, viewWidth)
  const scale = useMemo(() => ({ from, to, pxPerMinute }), [from, to, pxPerMinute])
  const tops = useMemo(() => rowTops(model.rows, rowHeight), [model, rowHeight])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      // While it is printed the screen has no size; what is in sight stays what it was.
      if (element.clientWidth > 0) setBox({ width: element.clientWidth, height: element.clientHeight })
    })
    observer.observe(element)
    element.scrollTo({ top: matrixView.getState().top })
    return () => observer.disconnect()
  }, [scroller])

  const isFitted = chosen === null
  useLayoutEffect(() => {
    if (isFitted) matrixView.setState({ left: horizon.from - (horizon.to - horizon.from) * 0.02 })
  }, [isFitted, horizon])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const x = toX(scale, matrixView.getState().left)
    if (Math.abs(element.scrollLeft - x) >= 1) element.scrollTo({ left: x })
    // Fitting anew moves the left edge even where the scale stays.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [scroller, scale, isFitted])

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const onScroll = (): void => {
      const { left, top } = matrixView.getState()
      const isMoved = Math.abs(toX(scale, left) - element.scrollLeft) >= 1
      const next = isMoved ? toMinute(scale, element.scrollLeft) : left
      if (next !== left || element.scrollTop !== top) matrixView.setState({ left: next, top: element.scrollTop })
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller, scale])

  const blockX = useMatrixView((v) => Math.floor(toX(scale, v.left) / BLOCK_X))
  const blockY = useMatrixView((v) => Math.floor(v.top / BLOCK_Y))
  return useMemo(() => {
    const x = blockX * BLOCK_X
    const y = blockY * BLOCK_Y
    return {
      scale,
      tops,
      rowHeight,
      viewWidth,
      viewHeight: box.height,
      from: Math.max(scale.from, toMinute(scale, x - AHEAD_X)),
      to: Math.min(scale.to, toMinute(scale, x + BLOCK_X + viewWidth + AHEAD_X)),
      firstRow: rowAt(tops, Math.max(0, y - AHEAD_Y)),
      lastRow: rowAt(tops, y + BLOCK_Y + box.height - HEADER_HEIGHT + AHEAD_Y),
    }
  }, [scale, tops, rowHeight, viewWidth, blockX, blockY, box.height])
}
