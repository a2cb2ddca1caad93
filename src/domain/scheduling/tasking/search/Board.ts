import { BalanceTally } from './goals/BalanceTally.ts'
import { ChangeTally } from './goals/ChangeTally.ts'
import { FinishTally } from './goals/FinishTally.ts'
import type { GoalTally } from './goals/GoalTally.ts'
import { LatenessTally } from './goals/LatenessTally.ts'
import { TravelTally } from './goals/TravelTally.ts'
import type { Placement, Task, TaskingModel } from '../model/TaskingModel.ts'
import type { TaskingGoal } from '../TaskingRequest.ts'
import type { Timetable } from '../timetable/Timetable.ts'

/** A timetable with what it costs, and with the way back to how it was. */
export class Board {
  readonly model: TaskingModel
  readonly timetable: Timetable
  /** Placed tasks in no order. */
  readonly placed: number[] = []
  readonly unplaced: number[] = []
  /** Tasks that came or went since `begin`, each once, with what they had then. */
  readonly touched = new Map<number, Placement | null>()
  readonly #placeIn: Int32Array
  readonly #tasksOf: number[][]
  readonly #tallies: readonly GoalTally[]
  readonly #current: (Placement | null | undefined)[] = []
  #unplacedWeight = 0

  constructor(model: TaskingModel, timetable: Timetable) {
    this.model = model
    this.timetable = timetable
    this.#placeIn = new Int32Array(model.tasks.length)
    this.#tasksOf = model.units.map(() => [])
    for (const task of model.tasks) {
      this.#placeIn[task.index] = this.unplaced.push(task.index) - 1
      this.#unplacedWeight += task.weight
    }
    const { goals } = model.request
    // At the same cost, what is early is better: nothing waits without a reason.
    const all: readonly TaskingGoal[] = goals.includes('lateness') ? goals : [...goals, 'lateness']
    this.#tallies = all.map((goal) => this.#tallyOf(goal))
  }

  /** How many numbers a cost has: the weight of what is unplaced, the goals as asked, and what settles a tie. */
  get width(): number {
    return this.#tallies.length + 1
  }

  startOf(task: number): number {
    return this.timetable.placementOf(task)?.start ?? Number.NaN
  }

  /** The task's placement in the plan as it stands, the same each time; null where it has none that is whole. */
  currentOf(task: number): Placement | null {
    let current = this.#current[task]
    if (current === undefined) {
      current = this.timetable.currentOf(task)
      this.#current[task] = current
    }
    return current
  }

  isPlaced(task: number): boolean {
    return this.timetable.placementOf(task) !== null
  }

  /** Placed tasks that a unit is on, those it keeps left out, in no order. */
  tasksOf(unit: number): readonly number[] {
    return this.#tasksOf[unit] ?? []
  }

  place(index: number, placement: Placement): void {
    const task = this.#taskAt(index)
    if (!this.touched.has(index)) this.touched.set(index, null)
    this.timetable.place(index, placement)
    this.#move(index, this.unplaced, this.placed)
    this.#unplacedWeight -= task.weight
    for (const { unit } of placement.team) this.#tasksOf[unit]!.push(index)
    for (const tally of this.#tallies) tally.placed(task, placement)
  }

  remove(index: number): void {
    const placement = this.timetable.placementOf(index)
    if (placement === null) return
    const task = this.#taskAt(index)
    if (!this.touched.has(index)) this.touched.set(index, placement)
    for (const tally of this.#tallies) tally.removed(task, placement)
    this.timetable.remove(index)
    this.#move(index, this.placed, this.unplaced)
    this.#unplacedWeight += task.weight
    for (const { unit } of placement.team) {
      const tasks = this.#tasksOf[unit]!
      const last = tasks.pop()!
      if (last !== index) tasks[tasks.indexOf(index)] = last
    }
  }

  begin(): void {
    this.touched.clear()
  }

  /** Everything as it was at `begin`. */
  undo(): void {
    for (const index of this.touched.keys()) this.remove(index)
    for (const [index, placement] of this.touched) if (placement !== null) this.place(index, placement)
    this.touched.clear()
  }

  costs(into: Float64Array): Float64Array {
    into[0] = this.#unplacedWeight
    for (let i = 0; i < this.#tallies.length; i += 1) into[i + 1] = this.#tallies[i]!.cost()
    return into
  }

  /** The costs, but in the place of the finish, where it is the first goal, what runs beyond a time: of that each task counts. */
  guides(into: Float64Array, time: number): Float64Array {
    this.costs(into)
    const [first] = this.#tallies
    if (first instanceof FinishTally) into[1] = first.beyond(time)
    return into
  }

  #taskAt(index: number): Task {
    const task = this.model.tasks[index]
    if (task === undefined) throw new Error(`no task ${index}`)
    return task
  }

  #move(index: number, from: number[], to: number[]): void {
    const last = from.pop()!
    if (last !== index) {
      from[this.#placeIn[index]!] = last
      this.#placeIn[last] = this.#placeIn[index]!
    }
    this.#placeIn[index] = to.push(index) - 1
  }

  #tallyOf(goal: TaskingGoal): GoalTally {
    const { tasks, units } = this.model
    switch (goal) {
      case 'finish':
        return new FinishTally(tasks.length)
      case 'lateness':
        return new LatenessTally()
      case 'change':
        return new ChangeTally(this.model)
      case 'balance':
        return new BalanceTally(this.timetable, units.length)
      case 'travel':
        return new TravelTally(this.timetable, tasks.length, (unit) => this.tasksOf(unit))
    }
  }
}
