import type { Conflict, TimeReason, UnitReason } from '../Proposal.ts'
import type { TaskingModel } from '../model/TaskingModel.ts'
import { Timetable } from '../timetable/Timetable.ts'
import { ConflictFinder } from './ConflictFinder.ts'
import { whyThen } from './whyThen.ts'
import { whyThese } from './whyThese.ts'

/** Conflicts found in full, and then briefly, before the rest is only glanced at: a planner reads no more at a time. */
const MOST_IN_FULL = 50
const MOST_IN_BRIEF = 200

/**
 * Tells why tasks are where a timetable has them, and why others have no place. The timetable is as it was after each
 * question; what is placed in it may change between them.
 */
export class Explainer {
  readonly #model: TaskingModel
  readonly #timetable: Timetable
  #finder: ConflictFinder | null = null
  #asked = 0

  constructor(model: TaskingModel, timetable: Timetable) {
    this.#model = model
    this.#timetable = timetable
  }

  /** Why a placed task does not start earlier; what counts most first, empty where it starts as early as it may. */
  whyThen(task: number): readonly TimeReason[] {
    return whyThen(this.#model, this.#timetable, task)
  }

  /** One reason for each unit of a placed task that is not on it in the plan as it stands. */
  whyThese(task: number): readonly UnitReason[] {
    return whyThese(this.#model, this.#timetable, task)
  }

  /**
   * Why a task that is not placed fits nowhere, from full to brief the more are asked about. Some milliseconds each in full,
   * fewer in brief, none after that.
   */
  conflictOf(task: number): Conflict {
    this.#finder ??= new ConflictFinder(this.#model, this.#timetable, new Timetable(this.#model))
    this.#asked += 1
    if (this.#asked <= MOST_IN_FULL) return this.#finder.find(task)
    return this.#asked <= MOST_IN_BRIEF ? this.#finder.sketch(task) : this.#finder.glance(task)
  }
}
