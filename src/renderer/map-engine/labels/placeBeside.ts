import type { Box, RoomGrid } from './RoomGrid.ts'

const GAP = 2

/**
 * Where beside a box its text finds room: right, left, below, above, in that order. The middle of the text from the
 * middle of the box, pixels; null where there is none.
 */
export function placeBeside(
  room: RoomGrid,
  box: Box,
  text: { readonly width: number; readonly height: number },
): readonly [number, number] | null {
  const [left, top, right, bottom] = box
  const x = (left + right) / 2
  const y = (top + bottom) / 2
  const aside = (right - left) / 2 + GAP + text.width / 2
  const upright = (bottom - top) / 2 + text.height / 2
  for (const [dx, dy] of [
    [aside, 0],
    [-aside, 0],
    [0, upright],
    [0, -upright],
  ] as const) {
    if (room.claim([boxAround(x + dx, y + dy, text.width, text.height)])) return [dx, dy]
  }
  return null
}

export const boxAround = (x: number, y: number, width: number, height: number): Box => [
  x - width / 2,
  y - height / 2,
  x + width / 2,
  y + height / 2,
]
