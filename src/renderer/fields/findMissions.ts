import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import type { Mission } from '../../domain/records/mission.ts'
import { queryWords, searchedText } from './recordText.ts'

const SHOWN = 50

/** Missions that answer to a query, at most fifty; with `near` (minutes from H-hour) the closest in time stand first. */
export function findMissions(
  plan: PlanReader,
  query: string,
  accepts: (mission: Mission) => boolean,
  near: number | null,
): Mission[] {
  const words = queryWords(query)
  const found: Mission[] = []
  for (const mission of plan.all('mission')) {
    const text = searchedText(mission)
    if (!words.every((word) => text.includes(word)) || !accepts(mission)) continue
    found.push(mission)
    if (near === null && found.length === SHOWN) return found
  }
  if (near === null) return found
  const away = (mission: Mission): number =>
    mission.start === null ? Number.POSITIVE_INFINITY : Math.abs(mission.start - near)
  // Infinity less itself is no number, which a sort must not be given.
  return found.sort((a, b) => (away(a) === away(b) ? 0 : away(a) - away(b))).slice(0, SHOWN)
}
