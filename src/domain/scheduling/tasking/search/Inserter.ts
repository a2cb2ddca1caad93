import type { Board } from './Board.ts'
import { mostOf, type TaskGroups } from './TaskGroups.ts'
import type { Placement } from '../model/TaskingModel.ts'
import type { UnitPrices } from '../timetable/Timetable.ts'

/** Starts tried for tasks that are tied together before they are given up on. */
const MOST_TRIES = 40
/** More than this many tasks tied together are not tried as one: each try would take too long. */
const MOST_TOGETHER = 60

/** How an insertion looks for a start. */
export interface Manner {
  readonly prices: UnitPrices
  /** Whether a task goes back, if it can, to where the plan as it stands has it. */
  readonly isKeeping: boolean
  /** No start is earlier; by task. Undefined for none. */
  readonly from?: (task: number) => number
}

/** Puts tasks on a board, those that need each other together or not at all. */
export class Inserter {
  readonly #board: Board
  readonly #ties: TaskGroups

  constructor(board: Board, ties: TaskGroups) {
    this.#board = board
    this.#ties = ties
  }

  /** Places what is unplaced of a group, as much of it as may stand. */
  insert(group: number, manner: Manner): void {
    const board = this.#board
    const members = this.#ties.groups[group]!
    if (members.length === 1) {
      const task = members[0]!
      if (!board.isPlaced(task)) this.#placeOne(task, manner)
      return
    }
    const open = members.filter((task) => !board.isPlaced(task))
    if (open.length <= MOST_TOGETHER && this.#insertTogether(open, manner)) return
    // What enables others first: the others only where they have all they need.
    for (const task of open.toReversed()) if (!board.isPlaced(task)) this.#placeOne(task, manner)
    for (const task of open) if (!board.isPlaced(task)) this.#placeOne(task, manner)
  }

  #placeOne(task: number, manner: Manner): boolean {
    if (!this.#ties.isEnabled(task, (other) => this.#board.isPlaced(other))) return false
    const placement = this.#find(task, Number.NEGATIVE_INFINITY, manner)
    if (placement === null) return false
    this.#board.place(task, placement)
    return true
  }

  #find(task: number, least: number, { prices, isKeeping, from }: Manner): Placement | null {
    const { timetable, model } = this.#board
    const { first, last } = model.tasks[task]!
    if (isKeeping) {
      const current = this.#board.currentOf(task)
      if (current !== null && current.start >= least) {
        if (timetable.obstacleOf(task, current) === null) return current
        const same = timetable.findFirst(task, current.start, current.start, prices)
        if (same !== null) return same
      }
    }
    const begin = Math.max(first, least, from?.(task) ?? Number.NEGATIVE_INFINITY)
    const found = timetable.findFirst(task, begin, last, prices)
    if (found !== null || from === undefined || begin === Math.max(first, least)) return found
    return timetable.findFirst(task, Math.max(first, least), begin, prices)
  }

  /** The first says when; where another finds no place around it, the first is put off until that one could. */
  #insertTogether(open: readonly number[], manner: Manner): boolean {
    const board = this.#board
    const first = open[0]
    if (first === undefined) return true
    let least = Number.NEGATIVE_INFINITY
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const placement = this.#find(first, least, manner)
      if (placement === null) return false
      board.place(first, placement)
      let failed = -1
      for (let i = 1; i < open.length && failed < 0; i += 1) {
        const found = this.#find(open[i]!, Number.NEGATIVE_INFINITY, manner)
        if (found === null) failed = open[i]!
        else board.place(open[i]!, found)
      }
      if (failed < 0) return true
      const late = this.#latestOf(failed)
      for (const task of open) board.remove(task)
      if (!Number.isFinite(late)) return false
      const task = board.model.tasks[failed]!
      const possible = board.timetable.findFirst(failed, Math.max(task.first, late + 1), task.last, manner.prices)
      if (possible === null) return false
      least = placement.start + Math.max(1, possible.start - late)
    }
    return false
  }

  /** Latest start that the ties to placed tasks allow. */
  #latestOf(task: number): number {
    let latest = Number.POSITIVE_INFINITY
    for (const { other, spans } of this.#board.model.tasks[task]!.relations) {
      const start = this.#board.startOf(other)
      if (!Number.isNaN(start)) latest = Math.min(latest, start + mostOf(spans))
    }
    return latest
  }
}
