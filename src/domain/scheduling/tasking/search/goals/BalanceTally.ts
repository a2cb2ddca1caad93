import type { Timetable } from '../../timetable/Timetable.ts'
import type { GoalTally } from './GoalTally.ts'

/** Minutes of the busiest unit, all of the plan counted; of two plans with the same, the one whose work is spread more evenly. */
export class BalanceTally implements GoalTally {
  readonly #timetable: Timetable
  readonly #units: number

  constructor(timetable: Timetable, units: number) {
    this.#timetable = timetable
    this.#units = units
  }

  placed(): void {}

  removed(): void {}

  cost(): number {
    let most = 0
    let squares = 0
    for (let unit = 0; unit < this.#units; unit += 1) {
      const work = this.#timetable.workOf(unit)
      if (work > most) most = work
      squares += work * work
    }
    // Below one: the mean of the squares against the square of the most.
    return most === 0 ? 0 : most + (0.999 * squares) / (this.#units * most * most)
  }
}
