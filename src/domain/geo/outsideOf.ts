import type { Position } from '../records/common.ts'
import type { Area } from './Area.ts'
import { between } from './between.ts'

interface Outside {
  /** The farthest point that lies in none of the areas. */
  readonly at: Position
  /** From it to the nearest of them. */
  readonly km: number
}

/** Pieces of a line shorter than this share of it are the rounding of corners. */
const LEAST_SHARE = 1e-9

/**
 * How far a place reaches out of some areas taken together, at least one; null where it does not. Of a line, and of an
 * area's border, the way between the corners counts too; a gap that the areas leave inside a place is not looked for.
 */
export function outsideOf(
  areas: readonly Area[],
  shape: 'point' | 'line' | 'area',
  points: readonly Position[],
): Outside | null {
  const isCovered = (at: Position): boolean => areas.some((area) => area.covers(at))
  let farthest: Outside | null = null
  const note = (at: Position): void => {
    if (isCovered(at)) return
    const km = Math.min(...areas.map((area) => area.kmTo(at)))
    if (farthest === null || km > farthest.km) farthest = { at, km }
  }
  for (const point of points) note(point)
  if (shape === 'point' || points.length < 2) return farthest
  const closing = shape === 'area' && points.length > 2 ? points.length : points.length - 1
  for (let i = 0; i < closing; i += 1) {
    const [from, to] = [points[i], points[(i + 1) % points.length]]
    if (from === undefined || to === undefined) continue
    const shares = [0, ...areas.flatMap((area) => area.crossings(from, to)), 1].sort((a, b) => a - b)
    for (const [n, share] of shares.entries()) {
      const next = shares[n + 1] ?? 1
      if (next - share > LEAST_SHARE) note(between(from, to, (share + next) / 2))
    }
  }
  return farthest
}
