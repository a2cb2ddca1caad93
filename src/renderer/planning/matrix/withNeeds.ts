import type { Id } from '../../../domain/records/ids.ts'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'

/** Missions whose changes are to be taken together with some: those, and all that they need, each once. */
export function withNeeds(
  changes: readonly ProposedChange[],
  missions: readonly Id<'mission'>[],
): readonly Id<'mission'>[] {
  const byMission = new Map(changes.map((change) => [change.mission, change]))
  const all = new Set(missions.filter((id) => byMission.has(id)))
  for (const id of all) for (const needed of byMission.get(id)?.needs ?? []) if (byMission.has(needed)) all.add(needed)
  return [...all]
}
