import type { PlanReader } from '../../plan/PlanDocument.ts'
import type { Id } from '../../records/ids.ts'
import type { TaskingModel } from './model/TaskingModel.ts'
import type { TaskingBest } from './search/TaskingSearch.ts'
import { Timetable } from './timetable/Timetable.ts'
import { newErrors, writtenPlan } from './writtenPlan.testing.ts'

export const allMissions = (plan: PlanReader): Id<'mission'>[] => [...plan.all('mission')].map((m) => m.id)

/** The best as it is now: the search writes over its own. */
export const copyOf = ({ placements, costs }: TaskingBest) => ({
  placements: [...placements],
  costs: Array.from(costs),
})

/** What stands in the way when the placements are booked one after the other, earliest first. */
export function obstaclesOf(model: TaskingModel, { placements }: Pick<TaskingBest, 'placements'>): unknown[] {
  const timetable = new Timetable(model)
  const placed = model.tasks.filter((task) => placements[task.index] !== null)
  placed.sort((a, b) => placements[a.index]!.start - placements[b.index]!.start)
  return placed.flatMap(({ index }) => {
    const placement = placements[index]!
    const obstacle = timetable.obstacleOf(index, placement)
    if (obstacle === null) timetable.place(index, placement)
    return obstacle === null ? [] : [{ index, obstacle }]
  })
}

/** Errors that the check finds about placed missions, and did not before. */
export function errorsBy(model: TaskingModel, { placements }: Pick<TaskingBest, 'placements'>): string[] {
  const placed = new Set<Id>(model.tasks.filter((t) => placements[t.index] !== null).map((t) => t.mission.id))
  const written = writtenPlan(model, (task) => placements[task] ?? null)
  return newErrors(model, written)
    .filter((f) => f.records.some((id) => placed.has(id)))
    .map((f) => f.key)
}
