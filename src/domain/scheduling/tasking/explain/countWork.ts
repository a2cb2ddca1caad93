import { allocatedSpans } from '../../../check/allocation.ts'
import { quantityOf, type Slot } from '../../../check/CheckContext.ts'
import type { Unit } from '../../../records/unit.ts'
import type { Count } from '../Proposal.ts'
import type { Task, TaskingModel } from '../model/TaskingModel.ts'

/** Counts work against units, to prove that tasks cannot all have a place wherever they are put. */
export class WorkCount {
  readonly #model: TaskingModel
  readonly #byCapability = new Map<string, Task[]>()
  readonly #known = new Map<string, Count | null>()

  constructor(model: TaskingModel) {
    this.#model = model
    for (const task of model.tasks) {
      for (const { capability } of task.needs) {
        const list = this.#byCapability.get(capability)
        if (list === undefined) this.#byCapability.set(capability, [task])
        else list.push(task)
      }
    }
  }

  /**
   * The count of one capability in the time that a task has: all tasks that have to be in it as well, against all units
   * that may serve any of them. Null where there is enough, which proves nothing, or where more than `most` tasks ask it.
   */
  tooMuch(task: Task, capability: string, most: number): Count | null {
    const tasks = this.#byCapability.get(capability) ?? []
    if (tasks.length > most) return null
    const key = `${capability} ${task.first} ${task.last + task.minutes}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const count = this.#count(task, capability, tasks)
    this.#known.set(key, count)
    return count
  }

  #count(task: Task, capability: string, tasks: readonly Task[]): Count | null {
    const recovery = this.#model.context.recoveryMinutes
    const from = task.first
    const to = task.last + task.minutes + recovery
    if (!Number.isFinite(from) || !Number.isFinite(to) || from >= to) return null
    const within = tasks.filter((t) => t.first >= from && t.last <= to - t.minutes - recovery && t.first <= t.last)
    const asked = within.reduce((sum, t) => sum + quantityOf(t.needs, capability) * (t.minutes + recovery), 0)
    const lists = new Set(within.flatMap((t) => [t.leaders, t.supporters]))
    const able = new Set([...lists].flat())
    let has = 0
    for (const index of able) {
      const unit = this.#model.units[index]
      if (unit !== undefined) has += this.#minutesOf(unit, capability, from, to)
      if (has >= asked) return null
    }
    return { capability, missions: within.map((t) => t.mission.id), from, to, asked, has }
  }

  /** Minutes of one of a capability that a unit has left of a time by what the search cannot change. */
  #minutesOf(unit: Unit, capability: string, from: number, to: number): number {
    const { context, taskOf } = this.#model
    const has = quantityOf(unit.capabilities, capability)
    if (has <= 0) return 0
    const fixed = context.scheduleOf(unit.id).filter((s) => !taskOf.has(s.mission.id) && s.start < to && s.end > from)
    const boundBy = (slot: Slot): number => (unit.splittable ? quantityOf(slot.assignment.brings, capability) : has)
    let minutes = 0
    for (const span of allocatedSpans(unit)) {
      const start = Math.max(from, context.toRelative(span.from))
      // Recovery may come after the allocation.
      const end = Math.min(to, context.toRelative(span.to) + context.recoveryMinutes)
      if (start < end) minutes += leftOf(has, start, end, fixed, boundBy)
    }
    return minutes
  }
}

/** What is left of an amount over a time, while stays bind some of it. */
function leftOf(
  has: number,
  from: number,
  to: number,
  slots: readonly Slot[],
  boundBy: (slot: Slot) => number,
): number {
  const clip = (time: number): number => Math.min(to, Math.max(from, time))
  const turns = slots
    .flatMap((slot) => [
      { at: clip(slot.start), change: boundBy(slot) },
      { at: clip(slot.end), change: -boundBy(slot) },
    ])
    .sort((a, b) => a.at - b.at)
  let left = 0
  let bound = 0
  let since = from
  for (const { at, change } of turns) {
    left += (at - since) * Math.max(0, has - bound)
    bound += change
    since = at
  }
  return left + (to - since) * Math.max(0, has - bound)
}
