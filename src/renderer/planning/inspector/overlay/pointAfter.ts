import type { Position } from '../../../../domain/records/common.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'

/** A new point after one of a line or an area: half way to the next, or beyond the end of a line as far as its last step. */
export function pointAfter({ points, shape }: Pick<Overlay, 'points' | 'shape'>, index: number): Position {
  const at = points[index] ?? [0, 0]
  const next = points[index + 1] ?? (shape === 'area' ? points[0] : undefined)
  if (next !== undefined) return [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]
  const before = points[index - 1] ?? at
  return [Math.max(-180, Math.min(180, 2 * at[0] - before[0])), Math.max(-90, Math.min(90, 2 * at[1] - before[1]))]
}
