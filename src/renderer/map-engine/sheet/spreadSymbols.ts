import type { BoxIndex } from './BoxIndex.ts'
import { isWithin } from './clip.ts'
import type { Box, Point } from './Sheet.ts'

export interface ToSpread {
  readonly at: Point
  readonly width: number
  readonly height: number
  /** Where in the box the point lies. */
  readonly anchor: Point
}

export interface SpreadSymbol {
  readonly box: Box
  /** From the true place to the box, where it had to be moved. */
  readonly leader: readonly [Point, Point] | null
}

/** Millimetres of air between symbols. */
const AIR = 0.4

/**
 * Gives each symbol room of its own, in the order given: at its place, else as near to it as there is room inside `bounds`,
 * led back to its place by a line. Null where there is none within `reach` millimetres.
 */
export function spreadSymbols(
  symbols: readonly ToSpread[],
  bounds: Box,
  taken: BoxIndex,
  reach: number,
): (SpreadSymbol | null)[] {
  // Where many share a place, each search begins at the ring in which the one before it ended.
  const rings = new Map<string, number>()
  return symbols.map((symbol) => {
    const { at, width, height, anchor } = symbol
    const step = 0.5 * Math.min(width, height)
    const key = `${Math.round(at[0] / step)} ${Math.round(at[1] / step)} ${Math.round(width)} ${Math.round(height)}`
    const home: Box = { x: at[0] - anchor[0], y: at[1] - anchor[1], width, height }
    for (let ring = rings.get(key) ?? 0; ring * step <= reach; ring++) {
      for (const [dx, dy] of candidates(ring, step)) {
        const box = { ...home, x: home.x + dx, y: home.y + dy }
        if (!isWithin(box, bounds) || !taken.isFree(padded(box))) continue
        taken.add(padded(box))
        rings.set(key, Math.max(0, ring - 1))
        return { box, leader: ring === 0 ? null : leaderOf(at, box) }
      }
    }
    rings.set(key, Math.ceil(reach / step) + 1)
    return null
  })
}

/** Places at one distance; sideways and upwards first, where the eye looks first. */
function* candidates(ring: number, step: number): Generator<Point> {
  if (ring === 0) {
    yield [0, 0]
    return
  }
  const count = Math.max(8, Math.ceil(2 * Math.PI * ring))
  for (let i = 0; i < count; i++) {
    const turn = ((i % 2 === 0 ? i / 2 : -(i + 1) / 2) * 2 * Math.PI) / count
    yield [ring * step * Math.cos(turn), -ring * step * Math.sin(turn)]
  }
}

const padded = ({ x, y, width, height }: Box): Box => ({
  x: x - AIR,
  y: y - AIR,
  width: width + 2 * AIR,
  height: height + 2 * AIR,
})

/** To the nearest point of the box; none where the place lies under it. */
function leaderOf(at: Point, { x, y, width, height }: Box): readonly [Point, Point] | null {
  const end: Point = [Math.min(x + width, Math.max(x, at[0])), Math.min(y + height, Math.max(y, at[1]))]
  return Math.hypot(end[0] - at[0], end[1] - at[1]) < 0.5 ? null : [at, end]
}
