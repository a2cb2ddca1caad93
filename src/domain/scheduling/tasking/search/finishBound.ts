import { quantityOf } from '../../../check/CheckContext.ts'
import { busiestUnits } from '../../busiestUnits.ts'
import { workloadBound } from '../../workloadBound.ts'
import type { Finish } from '../Proposal.ts'
import { leastOf } from './TaskGroups.ts'
import type { Task, TaskingModel } from '../model/TaskingModel.ts'

export type FinishBound = Pick<Finish, 'bound' | 'reason'>

/** Unions of sets of units that are looked at. */
const MOST_SETS = 60

/**
 * An end before which the tasks that `isPlaced` names cannot all be over, wherever they are put, and why; null where there
 * is none of them. The longest way through what waits for each other, or the work of units that alone can do it.
 */
export function finishBound(model: TaskingModel, isPlaced: (task: number) => boolean): FinishBound | null {
  const tasks = model.tasks.filter(({ index, first }) => isPlaced(index) && Number.isFinite(first))
  if (tasks.length === 0) return null
  const ways = new Ways(model, tasks)
  const idOf = (task: Task) => task.mission.id
  let best: FinishBound = { bound: ways.longest, reason: { kind: 'order', missions: ways.path().map(idOf) } }
  const recovery = model.context.recoveryMinutes
  const base = {
    head: tasks.map((task) => task.first),
    // The recovery after a task is no part of its end.
    rest: tasks.map((task) => ways.tailOf(task) - task.minutes - recovery),
    duration: tasks.map((task) => task.minutes + recovery),
  }
  for (const { units, amount, capacity, share } of workloads(model, tasks)) {
    const found = workloadBound({ ...base, amount, capacity }, best.bound)
    if (found === undefined) continue
    best = {
      bound: found.value,
      reason: {
        kind: 'work',
        units: units.flatMap((unit) => model.units[unit]?.id ?? []),
        missions: found.places.flatMap((place) => tasks[place]?.mission.id ?? []),
        minutes: Math.round(found.work * share),
      },
    }
  }
  return best
}

/** Least time from the start of each task to the end of all tasks that it holds up. */
class Ways {
  readonly longest: number
  readonly #model: TaskingModel
  readonly #tasks: readonly Task[]
  /** By task of the model; 0 for those that do not count. */
  readonly #tail: Float64Array

  constructor(model: TaskingModel, tasks: readonly Task[]) {
    this.#model = model
    this.#tasks = tasks
    const tail = new Float64Array(model.tasks.length)
    for (const task of tasks) tail[task.index] = task.minutes
    const queue = tasks.map((task) => task.index)
    const isQueued = new Uint8Array(model.tasks.length)
    for (const task of queue) isQueued[task] = 1
    // Circles would go on for ever. What was found till then is the length of a real way.
    let left = 40 * queue.length + 1_000
    for (let at = 0; at < queue.length && left > 0; at += 1) {
      const index = queue[at]!
      isQueued[index] = 0
      for (const { other, spans } of model.tasks[index]!.relations) {
        left -= 1
        const through = leastOf(spans) + tail[index]!
        if (tail[other] === 0 || !(through > tail[other]!) || through === Number.POSITIVE_INFINITY) continue
        tail[other] = through
        if (isQueued[other] === 1) continue
        isQueued[other] = 1
        queue.push(other)
      }
    }
    this.#tail = tail
    this.longest = tasks.reduce(
      (most, task) => Math.max(most, task.first + tail[task.index]!),
      Number.NEGATIVE_INFINITY,
    )
  }

  tailOf({ index }: Task): number {
    return this.#tail[index]!
  }

  /** The tasks of the longest way, in their order, each once. */
  path(): readonly Task[] {
    const { tasks } = this.#model
    const top = this.#tasks.find((task) => task.first + this.tailOf(task) === this.longest)
    if (top === undefined) return []
    const path = [top]
    const isIn = new Set(path)
    const add = (next: Task | undefined, where: 'before' | 'after'): Task | null => {
      if (next === undefined || isIn.has(next)) return null
      isIn.add(next)
      if (where === 'before') path.unshift(next)
      else path.push(next)
      return next
    }
    for (let at: Task | null = top; at !== null; ) {
      const { first, relations }: Task = at
      const held = relations.find(
        ({ other, spans }) => this.#tail[other]! > 0 && tasks[other]!.first + leastOf(spans) === first,
      )
      at = add(held === undefined ? undefined : tasks[held.other], 'before')
    }
    for (let at: Task | null = top; at !== null; ) {
      const from: Task = at
      const held = from.relations.find(({ other }) => {
        const back = tasks[other]!.relations.filter((r) => r.other === from.index)
        return this.#tail[other]! > 0 && back.some((r) => this.tailOf(from) === leastOf(r.spans) + this.#tail[other]!)
      })
      at = add(held === undefined ? undefined : tasks[held.other], 'after')
    }
    return path
  }
}

interface Load {
  readonly units: readonly number[]
  /** Of the capacity, by place in the list of tasks. */
  readonly amount: Float64Array
  readonly capacity: number
  /** Minutes of a unit in one of what the amounts count. */
  readonly share: number
}

function* workloads(model: TaskingModel, tasks: readonly Task[]): Generator<Load> {
  yield* unitLoads(model, tasks)
  yield* capabilityLoads(model, tasks)
}

/** Work by numbers of units that do not split: each is on one task at a time. */
function* unitLoads(model: TaskingModel, tasks: readonly Task[]): Generator<Load> {
  const sets: (readonly number[])[] = []
  const indexOf = new Map<string, number>()
  // Tasks of one type share their lists: most are known without being looked through.
  const known = new Map<readonly number[], number>()
  const needs: Map<number, number>[] = tasks.map(() => new Map())
  const note = (place: number, units: readonly number[], count: number): void => {
    let set = known.get(units)
    if (set === undefined) {
      const isWhole = units.length > 0 && units.every((unit) => model.units[unit]?.splittable === false)
      const key = units.join()
      set = isWhole ? (indexOf.get(key) ?? sets.push(units) - 1) : -1
      if (isWhole) indexOf.set(key, set)
      known.set(units, set)
    }
    if (set < 0) return
    needs[place]!.set(set, Math.max(count, needs[place]!.get(set) ?? 0))
  }
  const keyed = new CapableUnits(model)
  for (const [place, task] of tasks.entries()) {
    if (task.needsLeader) note(place, task.leaders, 1)
    for (const { unit } of task.kept) {
      const index = model.unitIndex.get(unit)
      if (index !== undefined) note(place, [index], 1)
    }
    for (const { capability, quantity } of task.needs) {
      const { units, most } = keyed.of(task, capability)
      if (most > 0) note(place, units, Math.ceil(quantity / most))
    }
  }
  const work = sets.map(() => 0)
  for (const [place, { minutes }] of tasks.entries()) {
    for (const [set, count] of needs[place]!) work[set]! += count * minutes
  }
  for (const units of unionsOf(sets, work)) {
    const isInside = sets.map((set) => set.every((unit) => units.has(unit)))
    const amount = new Float64Array(tasks.length)
    for (const [place, own] of needs.entries()) {
      // One unit may do for several needs of a task.
      for (const [set, count] of own) if (isInside[set] === true) amount[place] = Math.max(amount[place]!, count)
    }
    yield { units: [...units].sort((a, b) => a - b), amount, capacity: units.size, share: 1 }
  }
}

/** Work by quantities of one capability against all there is of it. */
function* capabilityLoads(model: TaskingModel, tasks: readonly Task[]): Generator<Load> {
  const capabilities = new Set(tasks.flatMap((task) => task.needs.map((need) => need.capability)))
  const keyed = new CapableUnits(model)
  for (const capability of capabilities) {
    const units = new Set<number>()
    const amount = Float64Array.from(tasks, (task) => {
      const quantity = quantityOf(task.needs, capability)
      if (quantity > 0) for (const unit of keyed.of(task, capability).units) units.add(unit)
      return quantity
    })
    let capacity = 0
    for (const unit of units) capacity += quantityOf(model.units[unit]!.capabilities, capability)
    if (capacity > 0) yield { units: [...units].sort((a, b) => a - b), amount, capacity, share: units.size / capacity }
  }
}

/** Units that could bring something of a capability to a task; worked out once for tasks that share their lists. */
class CapableUnits {
  readonly #model: TaskingModel
  readonly #known = new Map<
    readonly number[],
    Map<string, { readonly units: readonly number[]; readonly most: number }>
  >()

  constructor(model: TaskingModel) {
    this.#model = model
  }

  of({ leaders, supporters }: Task, capability: string): { readonly units: readonly number[]; readonly most: number } {
    const all = this.#known.get(supporters) ?? new Map()
    this.#known.set(supporters, all)
    const key = `${leaders.length} ${leaders[0] ?? ''} ${capability}`
    const known = all.get(key)
    if (known !== undefined) return known
    const has = (unit: number): number => quantityOf(this.#model.units[unit]?.capabilities ?? [], capability)
    const units = [...new Set([...leaders, ...supporters])].filter((unit) => has(unit) > 0).sort((a, b) => a - b)
    const found = { units, most: units.reduce((most, unit) => Math.max(most, has(unit)), 0) }
    all.set(key, found)
    return found
  }
}

/** The sets, the union that has most work to each unit, and some unions of two. */
function unionsOf(sets: readonly (readonly number[])[], work: readonly number[]): Set<number>[] {
  const unions = sets.slice(0, MOST_SETS).map((set) => new Set(set))
  unions.push(busiestUnits(sets, work))
  const byWork = [...sets.keys()].sort((a, b) => work[b]! / sets[b]!.length - work[a]! / sets[a]!.length).slice(0, 8)
  for (const [i, a] of byWork.entries()) {
    for (const b of byWork.slice(i + 1)) unions.push(new Set([...sets[a]!, ...sets[b]!]))
  }
  return unions.filter((union) => union.size > 0)
}
