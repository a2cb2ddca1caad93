import type { Assignment } from '../../records/assignment.ts'
import { Board } from './search/Board.ts'
import type { TaskingBest } from './search/TaskingSearch.ts'
import type { Placement, Task, TaskingModel } from './model/TaskingModel.ts'
import { Timetable } from './timetable/Timetable.ts'

/**
 * Leaves units on their missions that a new team does not need, where few changes are asked for and they fit: what they
 * bring is the planner's own wish. Where others have come for what is asked, that is only whoever brings something else.
 */
export function keepCompany(model: TaskingModel, { placements, costs }: TaskingBest): TaskingBest {
  if (!model.request.goals.includes('change')) return { placements: [...placements], costs }
  const board = new Board(model, new Timetable(model))
  for (const { index } of model.tasks) {
    const placement = placements[index] ?? null
    if (placement !== null) board.place(index, placement)
  }
  const kept = [...placements]
  for (const task of model.tasks) {
    let placement = kept[task.index] ?? null
    if (placement === null) continue
    for (const { unit: id, brings } of companyOf(model, task, placement)) {
      const unit = model.unitIndex.get(id)
      if (unit === undefined) continue
      const larger: Placement = { ...placement, team: [...placement.team, { unit, part: 'supporting', brings }] }
      board.remove(task.index)
      if (board.timetable.obstacleOf(task.index, larger) === null) placement = larger
      board.place(task.index, placement)
    }
    kept[task.index] = placement
  }
  return { placements: kept, costs: board.costs(new Float64Array(board.width)) }
}

/** Supporting units that the mission has, is not bound to keep, and would lose without need. */
function companyOf(model: TaskingModel, task: Task, { team }: Placement): Assignment[] {
  const present = model.plan.indexes.assignmentsOfMission.get(task.mission.id)
  const ids = new Set(team.map((member) => model.units[member.unit]?.id))
  const hasNew = [...ids].some((id) => !present.some((a) => a.unit === id))
  const asked = new Set(task.needs.map((n) => n.capability))
  return present.filter((a) => {
    if (a.part !== 'supporting' || ids.has(a.unit) || task.kept.some((k) => k.id === a.id)) return false
    return !hasNew || a.brings.every((b) => !asked.has(b.capability))
  })
}
