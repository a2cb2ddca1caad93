import type { PlanReader } from '../../plan/PlanDocument.ts'
import { buildTaskingModel } from './buildTaskingModel.ts'
import { Explainer } from './explain/Explainer.ts'
import type { Unplaced } from './Proposal.ts'
import type { Task, TaskingModel } from './TaskingModel.ts'
import type { TaskingRequest } from './TaskingRequest.ts'
import { Timetable } from './Timetable.ts'

/** Tasks asked about between two yields. */
const SLICE = 50

/**
 * Chosen missions that have a time in the plan but fit nowhere, even with no other chosen mission in their way: they stay
 * where they are, and the others have to make room for them.
 */
export class StuckTasks {
  /** Of the rest. */
  readonly model: TaskingModel
  readonly tasks: readonly Task[]
  readonly #whole: TaskingModel

  private constructor(whole: TaskingModel, tasks: readonly Task[], model: TaskingModel) {
    this.#whole = whole
    this.tasks = tasks
    this.model = model
  }

  /** Builds the model of a request and sets apart what is stuck, a slice of work at a time. */
  static *find(plan: PlanReader, request: TaskingRequest): Generator<undefined, StuckTasks> {
    const whole = buildTaskingModel(plan, request)
    yield
    const timetable = new Timetable(whole)
    yield
    const tasks: Task[] = []
    for (const task of whole.tasks) {
      if (task.mission.start !== null && fitsNowhere(timetable, task)) tasks.push(task)
      if (task.index % SLICE === 0) yield
    }
    const stuck = new Set(tasks.map((t) => t.mission.id))
    if (stuck.size === 0) return new StuckTasks(whole, tasks, whole)
    const missions = request.missions.filter((id) => !stuck.has(id))
    return new StuckTasks(whole, tasks, buildTaskingModel(plan, { ...request, missions }))
  }

  /** The same at once. */
  static of(plan: PlanReader, request: TaskingRequest): StuckTasks {
    const steps = StuckTasks.find(plan, request)
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
    }
  }

  /** Why each fits nowhere, one at a time. */
  *unplaced(): Generator<Unplaced> {
    if (this.tasks.length === 0) return
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
