import type { Assignment } from '../../records/assignment.ts'
import type { ProposedChange, ProposedUnit } from './Proposal.ts'
import type { Placement, Task, TaskingModel } from './model/TaskingModel.ts'

/** A change without what is said about it. */
export type BareChange = Omit<ProposedChange, 'needs' | 'whyThen' | 'whyThese'>

/** What a placement would make of a mission; null where it leaves it as it is. */
export function changeOf(model: TaskingModel, task: Task, placement: Placement): BareChange | null {
  const { mission } = task
  const from = model.plan.indexes.assignmentsOfMission.get(mission.id)
  const to = [
    ...task.kept.map(proposedOf),
    ...placement.team.flatMap(({ unit, part, brings }): ProposedUnit[] => {
      const { id } = model.units[unit] ?? {}
      return id === undefined ? [] : [{ unit: id, part, brings }]
    }),
  ]
  const legalBasis = placement.legalBasis
  const hasOtherBasis = legalBasis !== null && legalBasis !== mission.legalBasis
  if (placement.start === mission.start && !hasOtherBasis && isSameForce(from, to)) return null
  return {
    mission: mission.id,
    start: { from: mission.start, to: placement.start },
    units: { from: from.map(proposedOf), to },
    ...(hasOtherBasis ? { legalBasis } : {}),
  }
}

const proposedOf = ({ unit, part, brings }: Assignment): ProposedUnit => ({ unit, part, brings })

function isSameForce(from: readonly Assignment[], to: readonly ProposedUnit[]): boolean {
  if (from.length !== to.length) return false
  const said = new Set(from.map((a) => sayForce(a)))
  return to.every((unit) => said.has(sayForce(unit)))
}

/** A unit's place on a mission in one text; the order in which capabilities are listed says nothing. */
const sayForce = ({ unit, part, brings }: ProposedUnit): string =>
  [unit, part, ...brings.map((b) => `${b.capability}=${b.quantity}`).sort()].join(' ')
