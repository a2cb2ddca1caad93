import { missionPosition } from '../../../../domain/geo/locationPosition.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { positionOn } from '../../../../domain/plan/Track.ts'
import { trackOf } from '../../../../domain/plan/unitTrack.ts'
import type { Position } from '../../../../domain/records/common.ts'
import { type Id, isIdOf } from '../../../../domain/records/ids.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'

/** Where a record is at a planned time (minutes from H-hour); null where nobody has said. */
export function positionOfRecord(plan: PlanReader, id: Id, time: number): Position | null {
  if (isIdOf('place', id)) return plan.get(id)?.position ?? null
  if (isIdOf('mission', id)) {
    const mission = plan.get(id)
    return mission === undefined ? null : missionPosition(plan, mission)
  }
  if (isIdOf('unit', id)) {
    const unit = plan.get(id)
    if (unit === undefined) return null
    return positionOn(trackOf(plan, unit), toInstant(time, plan.meta.hHour))?.at ?? null
  }
  return null
}
