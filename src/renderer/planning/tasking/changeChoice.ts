import type { Id } from '../../../domain/records/ids.ts'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'

type MissionId = Id<'mission'>
type Changes = readonly Pick<ProposedChange, 'mission' | 'needs'>[]

/** Missions whose changes must be taken for this one to be taken, itself left out, as far as they change at all. */
export function neededBy(changes: Changes, mission: MissionId): readonly MissionId[] {
  const needs = new Map(changes.map((c) => [c.mission, c.needs]))
  return reach([mission], (id) => (needs.get(id) ?? []).filter((n) => needs.has(n)))
}

/** Missions whose changes cannot be taken without this one, itself left out. */
export function needing(changes: Changes, mission: MissionId): readonly MissionId[] {
  return reach([mission], dependentsOf(changes))
}

/** The changes to take when those of `left` are not: all but those and the ones that need them. */
export function chosenChanges(changes: Changes, left: ReadonlySet<MissionId>): ReadonlySet<MissionId> {
  const chosen = new Set(changes.map((c) => c.mission))
  const first = [...left].filter((id) => chosen.has(id))
  for (const id of [...first, ...reach(first, dependentsOf(changes))]) chosen.delete(id)
  return chosen
}

export interface Choice {
  readonly left: ReadonlySet<MissionId>
  /** Changes that went along with the one that was asked for. */
  readonly along: readonly MissionId[]
}

/** Takes a change or leaves it, with all that has to go along. */
export function chooseChange(
  changes: Changes,
  left: ReadonlySet<MissionId>,
  mission: MissionId,
  isTaken: boolean,
): Choice {
  const before = chosenChanges(changes, left)
  if (isTaken) {
    const needed = neededBy(changes, mission)
    // What was left only because of others has to be remembered before those others are taken again.
    const next = new Set(changes.map((c) => c.mission).filter((id) => !before.has(id)))
    for (const id of [mission, ...needed]) next.delete(id)
    return { left: next, along: needed.filter((id) => !before.has(id)) }
  }
  const dependents = needing(changes, mission)
  return { left: new Set([...left, mission, ...dependents]), along: dependents.filter((id) => before.has(id)) }
}

function dependentsOf(changes: Changes): (id: MissionId) => readonly MissionId[] {
  const dependents = new Map<MissionId, MissionId[]>()
  for (const { mission, needs } of changes) {
    for (const need of needs) {
      const known = dependents.get(need)
      if (known === undefined) dependents.set(need, [mission])
      else known.push(mission)
    }
  }
  return (id) => dependents.get(id) ?? []
}

/** All that is reached from some missions, nearest first; they themselves left out. Needs may go in circles. */
function reach(from: readonly MissionId[], next: (id: MissionId) => readonly MissionId[]): readonly MissionId[] {
  const seen = new Set(from)
  const queue = [...from]
  for (const id of queue) {
    for (const other of next(id)) {
      if (seen.has(other)) continue
      seen.add(other)
      queue.push(other)
    }
  }
  return queue.slice(from.length)
}
