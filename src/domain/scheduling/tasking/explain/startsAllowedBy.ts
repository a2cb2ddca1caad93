import type { Demand } from '../Proposal.ts'
import type { Requirement, Task, TaskingModel } from '../model/TaskingModel.ts'
import type { Timetable } from '../timetable/Timetable.ts'
import { keyOfRequirement } from './keyOfRequirement.ts'

/**
 * First and last start that a requirement on its time allows a task, ties as the tasks at their other end are placed;
 * without what it does not bound. Nothing for other requirements, where no start is allowed, and where bases or seasons come
 * and go.
 */
export function startsAllowedBy(
  { tasks }: TaskingModel,
  timetable: Timetable,
  task: Task,
  requirement: Requirement,
): Pick<Demand, 'first' | 'last'> {
  const key = keyOfRequirement(requirement)
  const bound = task.bounds.find((b) => keyOfRequirement(b.requirement) === key)
  if (bound !== undefined) {
    // Between the first and the last there are gaps, and mostly it is these that matter.
    const hasGaps = bound.spans.length > 1 && (requirement.kind === 'legal-basis' || requirement.kind === 'season')
    return hasGaps ? {} : known(bound.spans[0]?.first, bound.spans.at(-1)?.last)
  }
  if (requirement.kind !== 'dependency' && requirement.kind !== 'enabler') return {}
  const relation = task.relations.find(
    ({ kind, by, other, enabler }) =>
      kind === requirement.kind &&
      tasks[other]?.mission.id === requirement.other &&
      (requirement.kind === 'dependency' ? by === requirement.dependency : enabler === requirement.enabler),
  )
  const at = relation === undefined ? undefined : timetable.placementOf(relation.other)?.start
  if (relation === undefined || at === undefined) return {}
  return known(at + (relation.spans[0]?.least ?? Number.NaN), at + (relation.spans.at(-1)?.most ?? Number.NaN))
}

const known = (first: number | undefined, last: number | undefined): Pick<Demand, 'first' | 'last'> => ({
  ...(first !== undefined && Number.isFinite(first) ? { first } : {}),
  ...(last !== undefined && Number.isFinite(last) ? { last } : {}),
})
