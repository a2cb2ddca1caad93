/** In device-independent pixels, as Electron's displays and windows count. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export const SMALLEST_WINDOW = { width: 960, height: 600 } as const
const FIRST_WINDOW = { width: 1440, height: 900 } as const

/** How much of the window's upper edge must be on a display for a hand to reach it. */
const REACHABLE = { width: 120, height: 40 } as const

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  return (
    overlap(bounds.x, bounds.width, area.x, area.width) >= REACHABLE.width &&
    overlap(bounds.y, REACHABLE.height, area.y, area.height) >= REACHABLE.height
  )
}

/**
 * Where to open the window: as it was left, as long as a display still shows its upper edge (the projector may be
 * gone); else of the same size in the middle of the first display. Never larger than the display's work area.
 */
export function placeWindow(
  stored: Rectangle | null,
  workAreas: readonly Rectangle[],
): { x?: number; y?: number; width: number; height: number } {
  const home = stored === null ? undefined : workAreas.find((area) => isReachable(stored, area))
  const area = home ?? workAreas[0] ?? { x: 0, y: 0, ...FIRST_WINDOW }
  const wanted = stored ?? FIRST_WINDOW
  const size = {
    width: Math.min(Math.max(wanted.width, SMALLEST_WINDOW.width), area.width),
    height: Math.min(Math.max(wanted.height, SMALLEST_WINDOW.height), area.height),
  }
  return stored === null || home === undefined ? size : { x: stored.x, y: stored.y, ...size }
}
