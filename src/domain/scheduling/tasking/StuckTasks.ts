import { buildTaskingModel } from './buildTaskingModel.ts'
import { Explainer } from './explain/Explainer.ts'
import type { PlanReader } from '../../plan/PlanDocument.ts'
import type { Unplaced } from './Proposal.ts'
import type { Task, TaskingModel } from './TaskingModel.ts'
import type { TaskingRequest } from './TaskingRequest.ts'
import { Timetable } from './Timetable.ts'

/**
 * Chosen missions that have a time in the plan but fit nowhere, even with no other chosen mission in their way: they stay
 * where they are, and the others have to make room for them. `model` is of the rest.
 */
export class StuckTasks {
  readonly model: TaskingModel
  readonly tasks: readonly Task[]
  readonly #whole: TaskingModel

  constructor(plan: PlanReader, request: TaskingRequest) {
    this.#whole = buildTaskingModel(plan, request)
    const timetable = new Timetable(this.#whole)
    this.tasks = this.#whole.tasks.filter((task) => task.mission.start !== null && fitsNowhere(timetable, task))
    const stuck = new Set(this.tasks.map((t) => t.mission.id))
    this.model =
      stuck.size === 0
        ? this.#whole
        : buildTaskingModel(plan, { ...request, missions: request.missions.filter((id) => !stuck.has(id)) })
  }

  /** Why each fits nowhere, one at a time. */
  *unplaced(): Generator<Unplaced> {
    const explainer = new Explainer(this.#whole, new Timetable(this.#whole))
    for (const { index, mission } of this.tasks) {
      yield { mission: mission.id, conflict: explainer.conflictOf(index) }
    }
  }
}

function fitsNowhere(timetable: Timetable, { index, first, last }: Task): boolean {
  const current = timetable.currentOf(index)
  if (current !== null && timetable.obstacleOf(index, current) === null) return false
  return timetable.findFirst(index, first, last, () => 0) === null
}
