import { type RefObject, useEffect, useState } from 'react'

export interface BandPlace {
  /** Pixels from the left of the frame to the bands, and their width: 0 until it is known. */
  readonly left: number
  readonly width: number
  /** So much of them at the left lies under the names when the grid is scrolled across. */
  readonly hidden: number
}

/** Column of the bands in the grid. */
const COLUMN = 1

/** Where the grid lays out its bands: the axis above them and the lines over them follow its columns and its scrolling. */
export function useBandPlace(frame: RefObject<HTMLElement | null>): BandPlace {
  const [place, setPlace] = useState<BandPlace>({ left: 0, width: 0, hidden: 0 })
  useEffect(() => {
    const grid = frame.current?.querySelector<HTMLElement>('.ui-grid')
    const header = frame.current?.querySelector<HTMLElement>(`.ui-grid-header[data-header="${COLUMN}"]`)
    if (grid === null || grid === undefined || header === null || header === undefined) return undefined
    const measure = (): void => {
      const box = header.getBoundingClientRect()
      const left = Math.round(box.left - (frame.current?.getBoundingClientRect().left ?? 0))
      const width = Math.max(1, Math.round(box.width))
      const names = grid.querySelector('.ui-grid-header')?.getBoundingClientRect()
      const hidden = Math.max(0, Math.round((names?.right ?? box.left) - box.left))
      setPlace((before) =>
        before.left === left && before.width === width && before.hidden === hidden ? before : { left, width, hidden },
      )
    }
    // Tells at once, but after the rows are laid out.
    const observer = new ResizeObserver(measure)
    observer.observe(header)
    observer.observe(grid)
    grid.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      grid.removeEventListener('scroll', measure)
    }
  }, [frame])
  return place
}
