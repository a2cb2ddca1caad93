import type { GroundShapes } from './base/GroundShapes.ts'
import type { ScenePlan } from './draw/ScenePlan.ts'
import { type Frame, pixelX, pixelY } from './Frame.ts'
import type { GroundHit, Pixel } from './MapAdapter.ts'

/** Pixels from the middle of a sign that still touch it. */
const NEAR = 8

/** The town or airfield whose sign is drawn nearest to a pixel. */
export function groundAt(
  ground: GroundShapes | null,
  plan: ScenePlan | null,
  frame: Frame,
  [x, y]: Pixel,
): GroundHit | null {
  let least = NEAR
  let hit: GroundHit | null = null
  for (const point of plan?.groundPoints ?? []) {
    const distance = Math.hypot(pixelX(frame, point.x) - x, pixelY(frame, point.y) - y)
    if (distance > least) continue
    least = distance
    const town = point.kind === 'town' ? ground?.towns.find(({ id }) => id === point.id) : undefined
    const airfield = point.kind === 'airfield' ? ground?.airfields.find(({ id }) => id === point.id) : undefined
    if (town !== undefined) hit = { kind: 'town', town }
    else if (airfield !== undefined) hit = { kind: 'airfield', airfield }
  }
  return hit
}
