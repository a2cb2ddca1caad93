import type { RuleId } from '../../check/Finding.ts'
import type { PlanReader } from '../../plan/PlanDocument.ts'
import type { Id } from '../../records/ids.ts'
import { buildTaskingModel } from './model/buildTaskingModel.ts'
import { Explainer } from './explain/Explainer.ts'
import type { Unplaced } from './Proposal.ts'
import { refusedBy } from './refusedBy.ts'
import type { Placement, Task, TaskingModel } from './model/TaskingModel.ts'
import type { TaskingRequest } from './TaskingRequest.ts'
import { Timetable } from './timetable/Timetable.ts'

/** Tasks asked about between two yields. */
const SLICE = 50

/**
 * Chosen missions that no place was found for: they stay where they are in the plan, and the others have to make room for
 * them. At first those that fit nowhere even with no other chosen mission in their way.
 */
export class StuckTasks {
  /** Of the rest. */
  readonly model: TaskingModel
  /** In the order of the request. */
  readonly tasks: readonly Task[]
  readonly #plan: PlanReader
  readonly #whole: TaskingModel
  readonly #refused: ReadonlyMap<Id<'mission'>, RuleId>

  private constructor(
    plan: PlanReader,
    whole: TaskingModel,
    tasks: readonly Task[],
    refused: ReadonlyMap<Id<'mission'>, RuleId>,
  ) {
    this.#plan = plan
    this.#whole = whole
    this.#refused = refused
    this.tasks = tasks
    const stuck = new Set(tasks.map((t) => t.mission.id))
    const missions = whole.request.missions.filter((id) => !stuck.has(id))
    this.model = stuck.size === 0 ? whole : buildTaskingModel(plan, { ...whole.request, missions })
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
    return new StuckTasks(plan, whole, tasks, new Map())
  }

  /** With more missions that are stuck; `refused`: those of them that a rule of the check spoke against. */
  with(missions: Iterable<Id<'mission'>>, refused: ReadonlyMap<Id<'mission'>, RuleId>): StuckTasks {
    const stuck = new Set([...this.tasks.map((t) => t.mission.id), ...missions])
    const tasks = this.#whole.tasks.filter((t) => stuck.has(t.mission.id))
    return new StuckTasks(this.#plan, this.#whole, tasks, new Map([...this.#refused, ...refused]))
  }

  /** The model that speaks of a chosen mission: of those that are stuck, the one with all. */
  modelOf(mission: Id<'mission'>): TaskingModel {
    return this.model.taskOf.has(mission) ? this.model : this.#whole
  }

  /** Why each has no place beside where the rest is, by the model's tasks; one at a time. */
  *unplaced(placements: readonly (Placement | null)[]): Generator<Unplaced> {
    if (this.tasks.length === 0) return
    const timetable = new Timetable(this.#whole)
    for (const { index, mission } of this.model.tasks) {
      const placement = placements[index] ?? null
      const task = this.#whole.taskOf.get(mission.id)
      if (placement !== null && task !== undefined) timetable.place(task.index, this.#inWhole(placement))
    }
    const explainer = new Explainer(this.#whole, timetable)
    for (const { index, mission } of this.tasks) {
      const rule = this.#refused.get(mission.id)
      const conflict = rule === undefined ? explainer.conflictOf(index) : refusedBy(rule)
      yield { mission: mission.id, conflict }
    }
  }

  /** The same placement by the units of the whole model. */
  #inWhole(placement: Placement): Placement {
    const team = placement.team.flatMap((member) => {
      const id = this.model.units[member.unit]?.id
      const unit = id === undefined ? undefined : this.#whole.unitIndex.get(id)
      return unit === undefined ? [] : [{ ...member, unit }]
    })
    return { ...placement, team }
  }
}

function fitsNowhere(timetable: Timetable, { index, first, last }: Task): boolean {
  const current = timetable.currentOf(index)
  if (current !== null && timetable.obstacleOf(index, current) === null) return false
  return timetable.findFirst(index, first, last, () => 0) === null
}
