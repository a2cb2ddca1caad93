import type { Mission } from '../records/mission.ts'

/** A mission with a planned start: it stands on the matrix and is checked in time. */
export type ScheduledMission = Mission & { readonly start: number }

export function isScheduled(mission: Mission): mission is ScheduledMission {
  return mission.start !== null && mission.status !== 'cancelled'
}
