import type { Instant } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { PlanReader } from './PlanDocument.ts'
import type { Track, UnitPosition } from './Track.ts'
import { UnitTracks } from './UnitTracks.ts'

/** The tracks of the last revision seen of each plan: who follows every change keeps a `UnitTracks` and updates it. */
const known = new WeakMap<PlanReader, { readonly revision: number; readonly tracks: UnitTracks }>()

function tracksOf(plan: PlanReader): UnitTracks {
  const kept = known.get(plan)
  if (kept !== undefined && kept.revision === plan.revision) return kept.tracks
  const tracks = new UnitTracks(plan)
  known.set(plan, { revision: plan.revision, tracks })
  return tracks
}

/** Where a unit is over all time. Look it up with `positionOn` (`Track.ts`). */
export function trackOf(plan: PlanReader, unit: Unit): Track {
  return tracksOf(plan).of(unit.id)
}

/** Where all units of a plan are at an instant, epoch ms; those that are nowhere known are left out. */
export function positionsAt(plan: PlanReader, instant: Instant): ReadonlyMap<Id<'unit'>, UnitPosition> {
  return tracksOf(plan).positionsAt(instant)
}
