import type { Placement, Task } from '../../model/TaskingModel.ts'
import type { Timetable } from '../../timetable/Timetable.ts'
import type { GoalTally } from './GoalTally.ts'

/** Minutes on the way to all placed tasks. Where a task comes or goes, the ways of its units to their other tasks change too. */
export class TravelTally implements GoalTally {
  readonly #timetable: Timetable
  readonly #tasksOf: (unit: number) => readonly number[]
  readonly #minutes: Float64Array
  readonly #touched = new Set<number>()
  #sum = 0

  /** `tasksOf`: placed tasks that a unit is on; those of the task itself are known before and after it is told of. */
  constructor(timetable: Timetable, count: number, tasksOf: (unit: number) => readonly number[]) {
    this.#timetable = timetable
    this.#tasksOf = tasksOf
    this.#minutes = new Float64Array(count)
  }

  placed(task: Task, { team }: Placement): void {
    this.#touched.add(task.index)
    for (const { unit } of team) for (const other of this.#tasksOf(unit)) this.#touched.add(other)
  }

  removed(task: Task, placement: Placement): void {
    this.placed(task, placement)
  }

  cost(): number {
    for (const task of this.#touched) {
      const minutes = this.#timetable.placementOf(task) === null ? 0 : Math.round(this.#timetable.travelOf(task))
      // Whole minutes: what is added up and taken away again leaves nothing behind.
      const known = Number.isFinite(minutes) ? minutes : 0
      this.#sum += known - this.#minutes[task]!
      this.#minutes[task] = known
    }
    this.#touched.clear()
    return this.#sum
  }
}
