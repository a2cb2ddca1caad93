import type { Id } from '../../../domain/records/ids.ts'
import type { Demand } from '../../../domain/scheduling/tasking/Proposal.ts'

/** The records a demand of a conflict is about, each once: the other mission, and units that could fill the place. */
export function recordsOfDemand({ requirement, units }: Demand): readonly Id[] {
  const other = 'other' in requirement ? requirement.other : null
  return [...new Set<Id>([...(other === null ? [] : [other]), ...(units ?? [])])]
}
