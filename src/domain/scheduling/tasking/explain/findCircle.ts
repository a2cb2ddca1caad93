import type { Id } from '../../../records/ids.ts'
import type { TaskingModel } from '../model/TaskingModel.ts'

interface Step {
  readonly dependency: Id<'dependency'>
  /** The task that waits. */
  readonly task: number
  readonly before: Step | null
  readonly minutes: number
}

/** Steps of the search for one circle. */
const MOST_STEPS = 20_000

/**
 * The shortest circle of dependencies through a task that no times can keep: each task waits for the one before, in order
 * from the task on. Null where there is none, or it is too long to be found.
 */
export function findCircle(
  { tasks, context }: TaskingModel,
  task: number,
): readonly { readonly dependency: Id<'dependency'>; readonly mission: Id<'mission'> }[] | null {
  const start = tasks[task]
  if (start === undefined || !context.circles().some((c) => c.missions.includes(start.mission.id))) return null
  const open: Step[] = []
  const seen = new Set<number>()
  const go = (from: number, before: Step | null): Step | null => {
    for (const { other, spans, kind, by } of tasks[from]?.relations ?? []) {
      // Seen from the task that is waited for, its start minus the other's has an upper end only.
      const least = -(spans[0]?.most ?? Number.POSITIVE_INFINITY)
      if (kind !== 'dependency' || !Number.isFinite(least)) continue
      const minutes = (before?.minutes ?? 0) + least
      const step = { dependency: by as Id<'dependency'>, task: other, before, minutes }
      if (other === task) {
        if (minutes > 0) return step
      } else if (!seen.has(other)) {
        seen.add(other)
        open.push(step)
      }
    }
    return null
  }
  let closed = go(task, null)
  for (let at = 0; closed === null && at < open.length && at < MOST_STEPS; at += 1) {
    const step = open[at]
    if (step !== undefined) closed = go(step.task, step)
  }
  if (closed === null) return null
  const circle: { dependency: Id<'dependency'>; mission: Id<'mission'> }[] = []
  for (let step: Step | null = closed; step !== null; step = step.before) {
    const mission = tasks[step.before?.task ?? task]?.mission.id
    if (mission !== undefined) circle.unshift({ dependency: step.dependency, mission })
  }
  return circle
}
