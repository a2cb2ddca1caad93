import type { Requirement, Task, TaskingModel } from '../model/TaskingModel.ts'
import { keyOfRequirement } from './keyOfRequirement.ts'
import { isTime } from './requirementKinds.ts'

/**
 * Whether a task may have a start by its bounds and ties, the tasks at their other end being anywhere that their own bounds
 * allow. True also where other things are among the requirements, of which it says nothing.
 */
export function orderHolds({ tasks }: TaskingModel, task: Task, members: ReadonlyMap<string, Requirement>): boolean {
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const requirement of members.values()) {
    if (!isTime(requirement) || requirement.kind === 'light') return true
    const key = keyOfRequirement(requirement)
    const bound = task.bounds.find((b) => keyOfRequirement(b.requirement) === key)
    if (bound !== undefined) {
      first = Math.max(first, bound.spans[0]?.first ?? Number.POSITIVE_INFINITY)
      last = Math.min(last, bound.spans.at(-1)?.last ?? Number.NEGATIVE_INFINITY)
      continue
    }
    for (const { by, kind, other, spans, enabler } of task.relations) {
      const tied = tasks[other]
      const isIt =
        requirement.kind === 'dependency'
          ? by === requirement.dependency
          : requirement.kind === 'enabler' && kind === 'enabler' && enabler === requirement.enabler
      if (!isIt || tied === undefined || !('other' in requirement) || tied.mission.id !== requirement.other) continue
      first = Math.max(first, tied.first + (spans[0]?.least ?? Number.NEGATIVE_INFINITY))
      last = Math.min(last, tied.last + (spans.at(-1)?.most ?? Number.POSITIVE_INFINITY))
    }
  }
  return first <= last
}
