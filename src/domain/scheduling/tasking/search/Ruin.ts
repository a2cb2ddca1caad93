import type { Random } from '../../Random.ts'
import type { Board } from './Board.ts'
import { leastOf, type TaskGroups } from './TaskGroups.ts'
import type { TaskingGoal } from '../TaskingRequest.ts'

/** Tasks looked at where the best of some is asked for. */
const SAMPLE = 24
/** Tasks taken away in one round. */
const MOST_TAKEN = 24

/** Chooses which tasks to take away: such as have to do with each other, so that they can change places. */
export class Ruin {
  readonly #board: Board
  readonly #ties: TaskGroups
  readonly #random: Random
  readonly #isIn: Uint8Array
  readonly #able: ReadonlyMap<string, readonly number[]>
  /** Unplaced task that the last choice makes room for; -1 for none. */
  wanted = -1
  #chosen: number[] = []

  constructor(board: Board, ties: TaskGroups, random: Random) {
    this.#board = board
    this.#ties = ties
    this.#random = random
    this.#isIn = new Uint8Array(board.model.tasks.length)
    this.#able = unitsByCapability(board)
  }

  /** Placed tasks, each once. Valid until the next call. */
  choose(): readonly number[] {
    for (const task of this.#chosen) this.#isIn[task] = 0
    this.#chosen = []
    this.wanted = -1
    const { placed, unplaced, model } = this.#board
    if (placed.length === 0) return this.#chosen
    const random = this.#random
    const most = Math.max(2, Math.min(MOST_TAKEN, placed.length))
    const size = 2 + random.below(random.below(3) === 0 ? most : Math.min(12, most))
    if (unplaced.length > 0 && random.below(4) > 0) {
      this.wanted = this.#any(unplaced)
      this.#inTheWayOf(this.wanted, size)
      return this.#chosen
    }
    const { goals } = model.request
    const kind = random.below(goals.includes('finish') ? 12 : 10)
    if (kind < 3) this.#strings(this.#any(placed), size)
    else if (kind < 5) this.#around(this.#any(placed), size)
    else if (kind < 6) for (let i = 0; i < size; i += 1) this.#take(this.#any(placed))
    else if (kind >= 8 && goals.includes('finish')) this.#wayTo(this.#worst('finish'), size)
    else {
      const goal = goals[random.below(3) < 2 ? 0 : random.below(goals.length)] ?? 'lateness'
      const worst = this.#worst(goal)
      if (goal === 'finish') this.#wayTo(worst, size)
      else if (random.below(2) === 0) this.#strings(worst, size)
      else this.#around(worst, size)
    }
    return this.#chosen
  }

  #any(list: readonly number[]): number {
    return list[this.#random.below(list.length)]!
  }

  /** Most times with what it needs and enables. */
  #take(task: number): void {
    if (this.#isIn[task] === 1 || !this.#board.isPlaced(task)) return
    this.#isIn[task] = 1
    this.#chosen.push(task)
    const group = this.#ties.groups[this.#ties.groupOf[task]!]!
    if (group.length > 1 && group.length <= MOST_TAKEN && this.#random.below(4) > 0) {
      for (const other of group) {
        if (this.#isIn[other] === 1 || !this.#board.isPlaced(other)) continue
        this.#isIn[other] = 1
        this.#chosen.push(other)
      }
    }
  }

  /** Of some placed tasks the one with the most of what a goal counts. */
  #worst(goal: TaskingGoal): number {
    const board = this.#board
    const { tasks } = board.model
    if (goal === 'finish') {
      let last = this.#any(board.placed)
      for (const task of board.placed) if (this.#endOf(task) > this.#endOf(last)) last = task
      return last
    }
    if (goal === 'balance') {
      let busiest = -1
      for (let unit = 0; unit < board.model.units.length; unit += 1) {
        if (board.tasksOf(unit).length === 0) continue
        if (busiest < 0 || board.timetable.workOf(unit) > board.timetable.workOf(busiest)) busiest = unit
      }
      return busiest < 0 ? this.#any(board.placed) : this.#any(board.tasksOf(busiest))
    }
    const amountOf = (task: number): number => {
      if (goal === 'travel') return board.timetable.travelOf(task)
      if (goal === 'change') return board.timetable.placementOf(task) === board.currentOf(task) ? 0 : 1
      return tasks[task]!.weight * (board.startOf(task) - tasks[task]!.first)
    }
    let worst = this.#any(board.placed)
    let amount = amountOf(worst)
    for (let i = 1; i < SAMPLE; i += 1) {
      const task = this.#any(board.placed)
      const other = amountOf(task)
      if (!(other > amount)) continue
      worst = task
      amount = other
    }
    return worst
  }

  #endOf(task: number): number {
    return this.#board.startOf(task) + this.#board.model.tasks[task]!.minutes
  }

  /** Runs of tasks in a row of the task's units, then of units that have tasks at the time. */
  #strings(seed: number, size: number): void {
    const board = this.#board
    const time = board.startOf(seed)
    const length = 1 + this.#random.below(5)
    let at = seed
    for (let tries = 0; tries < 8 && this.#chosen.length < size; tries += 1) {
      this.#take(at)
      for (const { unit } of board.timetable.placementOf(at)?.team ?? []) {
        for (let i = 0; i < length && this.#chosen.length < size; i += 1) {
          const near = this.#nearestOf(unit, time)
          if (near < 0) break
          this.#take(near)
        }
      }
      at = this.#nearest(time, at)
    }
  }

  /** Of a unit's tasks not taken the one that starts nearest to a time; -1 for none. */
  #nearestOf(unit: number, time: number): number {
    let nearest = -1
    let least = Number.POSITIVE_INFINITY
    for (const task of this.#board.tasksOf(unit)) {
      const distance = this.#isIn[task] === 1 ? Number.POSITIVE_INFINITY : Math.abs(this.#board.startOf(task) - time)
      if (distance >= least) continue
      least = distance
      nearest = task
    }
    return nearest
  }

  /** Tasks near in time, such as could use the same units first. */
  #around(seed: number, size: number): void {
    const time = this.#board.startOf(seed)
    this.#take(seed)
    for (let tries = 0; tries < 3 * size && this.#chosen.length < size; tries += 1)
      this.#take(this.#nearest(time, seed))
  }

  /** Of a sample the one not taken that is nearest to a time, and of the same kind as a task. */
  #nearest(time: number, like: number): number {
    const board = this.#board
    const { tasks } = board.model
    const alike = tasks[like]!
    let best = this.#any(board.placed)
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < SAMPLE; i += 1) {
      const other = this.#any(board.placed)
      if (this.#isIn[other] === 1) continue
      const task = tasks[other]!
      const start = board.startOf(other)
      const gap = start > time ? start - time : Math.max(0, time - start - task.minutes)
      const distance = gap + (sharesUnits(task, alike) ? 0 : alike.minutes)
      if (distance >= least) continue
      least = distance
      best = other
    }
    return best
  }

  /** A task and what it waited for, back through units and ties, with some that run beside each. */
  #wayTo(last: number, size: number): void {
    const random = this.#random
    let at = last
    for (let step = 0; step < size && this.#chosen.length < size; step += 1) {
      this.#take(at)
      const beside = random.below(3)
      for (let i = 0; i < beside; i += 1) this.#take(this.#nearest(this.#board.startOf(at), at))
      const before = this.#heldBy(at)
      if (before < 0) break
      at = before
    }
  }

  /** One of those that let a task go last, among what its units do before it and what it waits for; -1 for none. */
  #heldBy(task: number): number {
    const board = this.#board
    const start = board.startOf(task)
    let held = -1
    let latest = Number.NEGATIVE_INFINITY
    const look = (other: number, until: number): void => {
      // Of two almost alike either.
      if (!(until <= start) || until < latest - (this.#random.below(2) === 0 ? 0 : 180)) return
      latest = Math.max(latest, until)
      held = other
    }
    for (const { unit } of board.timetable.placementOf(task)?.team ?? []) {
      for (const other of board.tasksOf(unit)) if (other !== task) look(other, this.#endOf(other))
    }
    for (const { other, spans } of board.model.tasks[task]!.relations) {
      const least = leastOf(spans)
      if (least > Number.NEGATIVE_INFINITY && board.isPlaced(other)) look(other, board.startOf(other) + least)
    }
    return held
  }

  /** What those that could do it are busy with at about one time, for each of its needs some, and what it is tied to. */
  #inTheWayOf(task: number, size: number): void {
    const board = this.#board
    const random = this.#random
    const { first, last, leaders, needs, relations, minutes } = board.model.tasks[task]!
    for (const { other } of relations) if (random.below(2) === 0) this.#take(other)
    let time = Number.NaN
    for (let tries = 0; tries < 4 * size && this.#chosen.length < size; tries += 1) {
      const need = random.below(needs.length + 1)
      const able = need === needs.length ? leaders : (this.#able.get(needs[need]!.capability) ?? leaders)
      if (able.length === 0) continue
      const busy = board.tasksOf(this.#any(able))
      if (busy.length === 0) continue
      const other = this.#any(busy)
      const start = board.startOf(other)
      if (start >= last + minutes || this.#endOf(other) <= first) continue
      if (Number.isNaN(time)) time = start
      if (Math.abs(start - time) <= minutes + board.model.tasks[other]!.minutes) this.#take(other)
    }
  }
}

/** Units by each capability that they have. */
function unitsByCapability({ model: { units } }: Board): ReadonlyMap<string, readonly number[]> {
  const able = new Map<string, number[]>()
  for (const [unit, { capabilities }] of units.entries()) {
    for (const { capability } of capabilities) {
      const list = able.get(capability)
      if (list === undefined) able.set(capability, [unit])
      else if (list.at(-1) !== unit) list.push(unit)
    }
  }
  return able
}

interface Served {
  readonly leaders: readonly number[]
  readonly supporters: readonly number[]
}

/** By their first units alone: lists are long, and tasks of one type share theirs. */
const sharesUnits = (a: Served, b: Served): boolean =>
  a.leaders[0] === b.leaders[0] || a.supporters[0] === b.supporters[0]
