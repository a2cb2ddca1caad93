import type { Waiver } from './Ask.ts'
import { ALL_STARTS, commonStarts, nextStart, type StartSpan } from '../model/StartSpan.ts'
import type { DifferenceSpan, EnablerChoice, Relation, Requirement, Task, TaskingModel } from '../model/TaskingModel.ts'

const NEVER = Number.POSITIVE_INFINITY

/** What stands in the way of a task as such, whoever serves it; `until` is infinite where no later start helps. */
export interface MissionObstacle {
  readonly requirement: Requirement
  readonly until: number
}

/** What a task asks of its start: bounds, light, and ties to tasks that are placed. */
export class MissionGate {
  readonly #model: TaskingModel
  readonly #startOf: (task: number) => number | null

  constructor(model: TaskingModel, startOf: (task: number) => number | null) {
    this.#model = model
    this.#startOf = startOf
  }

  /** Starts to look through at all, ties to unplaced tasks included unless something is waived. */
  startsOf(task: Task, waived: Waiver | undefined): readonly StartSpan[] {
    if (waived === undefined) return task.spans
    return task.bounds.reduce(
      (all, { requirement, spans }) => (waived(requirement, null) ? all : commonStarts(all, spans)),
      ALL_STARTS,
    )
  }

  /** The start itself where the task may have it, else a later one before which it may not; infinite where none is left. */
  next(task: Task, starts: readonly StartSpan[], start: number, until: number, waived: Waiver | undefined): number {
    let next = nextStart(starts, start)
    for (const relation of task.relations) {
      const at = this.#startOf(relation.other)
      if (at !== null && !isWaived(waived, this.requirementOf(relation))) {
        next = Math.max(next, nextAfter(relation.spans, at, next))
      }
    }
    for (const choice of task.choices) {
      if (!isWaived(waived, requirementOfChoice(choice, task))) next = Math.max(next, this.#nextServed(choice, next))
    }
    for (const choice of task.serves) {
      if (!isWaived(waived, requirementOfChoice(choice, task))) {
        next = Math.max(next, this.#nextServing(choice, task, next))
      }
    }
    if (!(next <= until)) return NEVER
    if (task.light !== null && !isWaived(waived, { kind: 'light' })) next = task.light.next(next, until)
    return next
  }

  /** All that keeps the task from a start. */
  obstacles(task: Task, start: number, waived: Waiver | undefined): MissionObstacle[] {
    const found: MissionObstacle[] = []
    const note = (requirement: Requirement, until: number): void => {
      if (until !== start && !isWaived(waived, requirement)) found.push({ requirement, until })
    }
    for (const { requirement, spans } of task.bounds) note(requirement, nextStart(spans, start))
    for (const relation of task.relations) {
      const at = this.#startOf(relation.other)
      if (at !== null) note(this.requirementOf(relation), nextAfter(relation.spans, at, start))
    }
    for (const choice of task.choices) note(requirementOfChoice(choice, task), this.#nextServed(choice, start))
    for (const choice of task.serves) note(requirementOfChoice(choice, task), this.#nextServing(choice, task, start))
    if (task.light !== null && !task.light.suits(start)) {
      note({ kind: 'light' }, task.light.next(start + 1, NEVER))
    }
    return found
  }

  /** Whether a placed task counts on another that is not placed: for what its type needs, or to fill a need of a mission outside. */
  isHanging(task: Task): boolean {
    const start = this.#startOf(task.index)
    if (start === null) return false
    for (const { kind, isEnabled, other } of task.relations) {
      if (kind === 'enabler' && isEnabled === true && this.#startOf(other) === null) return true
    }
    if (task.choices.some((choice) => !this.#isFilled(choice, start))) return true
    return task.serves.some((choice) => choice.enabled === null && !this.#isFilled(choice, choice.start))
  }

  requirementOf({ by, kind, enabler, other }: Relation): Requirement {
    const mission = this.#model.tasks[other]!.mission.id
    return kind === 'dependency'
      ? { kind, dependency: by as Extract<Requirement, { kind: 'dependency' }>['dependency'], other: mission }
      : { kind, enabler: enabler ?? '', other: mission }
  }

  #isFilled({ fixed, ties }: EnablerChoice, start: number): boolean {
    if (nextStart(fixed, start) === start) return true
    return ties.some(({ task, spans }) => {
      const at = this.#startOf(task)
      return at !== null && nextAfter(spans, at, start) === start
    })
  }

  /** For the task that has the need. One that may fill it and is not placed yet leaves all open. */
  #nextServed({ fixed, ties }: EnablerChoice, start: number): number {
    let next = nextStart(fixed, start)
    for (const { task, spans } of ties) {
      const at = this.#startOf(task)
      next = at === null ? start : Math.min(next, nextAfter(spans, at, start))
    }
    return next
  }

  /** For a task that may fill the need, where no other does or still may. */
  #nextServing(choice: EnablerChoice, task: Task, start: number): number {
    const enabled = choice.enabled === null ? choice.start : this.#startOf(choice.enabled)
    if (enabled === null || nextStart(choice.fixed, enabled) === enabled) return start
    let own: readonly DifferenceSpan[] = []
    for (const tie of choice.ties) {
      if (tie.task === task.index) own = tie.spans
      else {
        const at = this.#startOf(tie.task)
        if (at === null || nextAfter(tie.spans, at, enabled) === enabled) return start
      }
    }
    const turned = own.map(({ least, most }) => ({ least: -most, most: -least })).toReversed()
    return nextAfter(turned, enabled, start)
  }
}

/** The first start from one on whose difference to another lies in a span. */
function nextAfter(spans: readonly DifferenceSpan[], other: number, start: number): number {
  let best = NEVER
  for (const { least, most } of spans) {
    if (start > other + most) continue
    best = Math.min(best, Math.max(start, other + least))
  }
  return best
}

function requirementOfChoice({ kind, mission }: EnablerChoice, task: Task): Requirement {
  const isOwn = mission === task.mission.id
  return { kind: 'enabler', enabler: kind, other: isOwn ? null : mission }
}

const isWaived = (waived: Waiver | undefined, requirement: Requirement): boolean => waived?.(requirement, null) === true
