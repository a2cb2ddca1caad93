import type { EnablerKind } from '../../../../domain/records/common.ts'
import type { Mission } from '../../../../domain/records/mission.ts'

/**
 * When a new enabling mission of some length (minutes) best starts: an insertion ends as the mission starts, an
 * extraction starts as it ends, the others start with it. Null while the mission has no start.
 */
export function enablerStart(kind: EnablerKind, mission: Mission, likelyMinutes: number): number | null {
  if (mission.start === null) return null
  if (kind === 'insertion') return mission.start - likelyMinutes
  if (kind === 'extraction') return mission.start + mission.duration.likely
  return mission.start
}
