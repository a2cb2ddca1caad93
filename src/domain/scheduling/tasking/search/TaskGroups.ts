import type { Relation, TaskingModel } from '../model/TaskingModel.ts'

const NO_TASKS: readonly number[] = []

/** How tasks hang together, by what no time changes. */
export class TaskGroups {
  /** Tasks that only make sense together, by enabling each other: what is enabled before what enables it. */
  readonly groups: readonly (readonly number[])[]
  /** Group of a task. */
  readonly groupOf: Int32Array
  /** By group: groups that one of its tasks waits for. */
  readonly before: readonly (readonly number[])[]
  /** Least minutes from the start of a task to the end of all that waits for it, its own included. */
  readonly tail: Float64Array
  readonly #model: TaskingModel
  readonly #offered: ReadonlyMap<number, readonly number[]>
  readonly #needed: ReadonlyMap<number, readonly number[]>
  readonly #enabled: ReadonlyMap<number, readonly number[]>

  constructor(model: TaskingModel) {
    const needed = new Map<number, number[]>()
    const offered = new Map<number, number[]>()
    const enabled = new Map<number, number[]>()
    for (const task of model.tasks) {
      for (const relation of task.relations) {
        if (relation.isEnabled !== true) continue
        add(needed, task.index, relation.other)
        add(enabled, relation.other, task.index)
      }
      for (const { ties } of task.choices) {
        for (const tie of ties) {
          add(offered, task.index, tie.task)
          add(enabled, tie.task, task.index)
        }
      }
    }
    this.#model = model
    this.#needed = needed
    this.#offered = offered
    this.#enabled = enabled
    this.groupOf = new Int32Array(model.tasks.length).fill(-1)
    this.groups = this.#makeGroups(model)
    this.before = this.groups.map((members, group) => {
      const found = new Set<number>()
      for (const task of members) {
        for (const relation of model.tasks[task]!.relations) {
          if (waitsFor(relation)) found.add(this.groupOf[relation.other]!)
        }
      }
      found.delete(group)
      return [...found]
    })
    this.tail = tailsOf(model)
  }

  /** Whether a task has all that enables it, of several that could do the same one. */
  isEnabled(task: number, isPlaced: (task: number) => boolean): boolean {
    if (!this.#neededBy(task).every(isPlaced)) return false
    return this.#model.tasks[task]!.choices.every((c) => c.fixed.length > 0 || c.ties.some((t) => isPlaced(t.task)))
  }

  #neededBy(task: number): readonly number[] {
    return this.#needed.get(task) ?? NO_TASKS
  }

  /** Tasks that need this one, or one of several of which it is one. */
  enabledBy(task: number): readonly number[] {
    return this.#enabled.get(task) ?? NO_TASKS
  }

  #makeGroups(model: TaskingModel): number[][] {
    const groups: number[][] = []
    const open = (seed: number): void => {
      const members = [seed]
      this.groupOf[seed] = groups.length
      for (let at = 0; at < members.length; at += 1) {
        const task = members[at]!
        for (const other of [
          ...this.#neededBy(task),
          ...this.enabledBy(task),
          ...(this.#offered.get(task) ?? NO_TASKS),
        ]) {
          if (this.groupOf[other]! >= 0) continue
          this.groupOf[other] = groups.length
          members.push(other)
        }
      }
      groups.push(members)
    }
    // Those that enable nobody first: they say when the others have to be.
    for (const { index } of model.tasks) {
      if (this.groupOf[index]! < 0 && this.enabledBy(index).length === 0) open(index)
    }
    for (const { index } of model.tasks) if (this.groupOf[index]! < 0) open(index)
    return groups
  }
}

/** Whether a tie says no more than that the task comes so long after the other. */
function waitsFor({ spans }: Relation): boolean {
  return leastOf(spans) > Number.NEGATIVE_INFINITY && mostOf(spans) === Number.POSITIVE_INFINITY
}

export function leastOf(spans: Relation['spans']): number {
  let least = Number.POSITIVE_INFINITY
  for (const span of spans) if (span.least < least) least = span.least
  return least
}

export function mostOf(spans: Relation['spans']): number {
  let most = Number.NEGATIVE_INFINITY
  for (const span of spans) if (span.most > most) most = span.most
  return most
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** Each tail is that of some way through the ties, found by trying again what has changed; circles are given up on. */
function tailsOf({ tasks }: TaskingModel): Float64Array {
  const tail = Float64Array.from(tasks, (task) => task.minutes)
  const isQueued = new Uint8Array(tasks.length).fill(1)
  const queue = tasks.map((task) => task.index)
  const arcs = tasks.reduce((sum, task) => sum + task.relations.length, 0)
  let left = 20 * (tasks.length + arcs)
  for (let at = 0; at < queue.length && left > 0; at += 1) {
    const task = queue[at]!
    isQueued[task] = 0
    for (const { other, spans } of tasks[task]!.relations) {
      left -= 1
      const through = leastOf(spans) + tail[task]!
      if (!(through > tail[other]!) || through === Number.POSITIVE_INFINITY) continue
      tail[other] = through
      if (isQueued[other] === 1) continue
      isQueued[other] = 1
      queue.push(other)
    }
  }
  return tail
}
