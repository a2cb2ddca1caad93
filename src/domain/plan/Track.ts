import { type Path, pointAlong } from '../geo/path.ts'
import type { Instant, Position } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { MobilityMode } from '../records/unit.ts'

/** What a unit does over a time, in one piece. */
export interface Leg {
  /** `mission`: at its place or along its line; `rest`: waits where it is; `way`: travels; `follow`: is where its superior is. */
  readonly kind: 'mission' | 'rest' | 'way' | 'follow'
  /** Epoch ms; minus infinity where it began before all that is known. */
  readonly from: Instant
  /** Epoch ms; infinity on the last leg. */
  readonly to: Instant
  /** One point where it does not move; none of its own where it follows. */
  readonly path: Path
  /** The mission it is on, or on the way to. */
  readonly mission: Id<'mission'> | null
  /** By which it travels. */
  readonly mode: MobilityMode | null
  /** It cannot be there in time: a mission begins without it, or a dated location is out of its reach. */
  readonly isLate: boolean
  readonly followed: Track | null
}

/** Where a unit is over all time: legs by time, none over another, with gaps where nothing is known. */
export interface Track {
  readonly legs: readonly Leg[]
}

export interface UnitPosition {
  readonly at: Position
  readonly isMoving: boolean
  readonly leg: Leg
}

/** Where a track is at an instant (epoch ms); null where nothing is known. */
export function positionOn(track: Track, instant: Instant): UnitPosition | null {
  const { legs } = track
  let low = 0
  let high = legs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const leg = legs[middle]
    if (leg !== undefined && leg.from <= instant) low = middle + 1
    else high = middle
  }
  const leg = legs[low - 1]
  if (leg === undefined || instant >= leg.to) return null
  if (leg.followed !== null) {
    const found = positionOn(leg.followed, instant)
    return found === null ? null : { at: found.at, isMoving: found.isMoving, leg }
  }
  const [first] = leg.path.points
  if (first === undefined) return null
  if (leg.path.points.length === 1) return { at: first, isMoving: false, leg }
  return { at: pointAlong(leg.path, (instant - leg.from) / (leg.to - leg.from)), isMoving: true, leg }
}
