import { Random } from '../../Random.ts'
import { Board } from './Board.ts'
import { compareCosts } from './compareCosts.ts'
import { FinishAim } from './FinishAim.ts'
import { Inserter, type Manner } from './Inserter.ts'
import { orderGroups } from './orderGroups.ts'
import { PriceList } from './PriceList.ts'
import { Recreate } from './Recreate.ts'
import { Ruin } from './Ruin.ts'
import { TaskGroups } from './TaskGroups.ts'
import type { Placement, Task, TaskingModel } from '../model/TaskingModel.ts'
import { Timetable } from '../timetable/Timetable.ts'

/** The best of all so far. */
export interface TaskingBest {
  /** By task; null where it fits nowhere. */
  readonly placements: readonly (Placement | null)[]
  /** Weight of the unplaced, then the goals in the order of the request, then what settles a tie. */
  readonly costs: ArrayLike<number>
}

/** With more tasks than this the first answer takes several steps, and only one is made. */
const MOST_AT_ONCE = 2_000
/** Groups between two looks at the clock. */
const BETWEEN_LOOKS = 16
/** The plan as it stands is looked at and taken over, filled up, and all is made anew. */
const MOST_LOOKS = (4 * MOST_AT_ONCE) / BETWEEN_LOOKS + 4
/** A round may be as bad as so many rounds before it. */
const MEMORY = 40
/** Rounds without a better best before the search goes back to it. */
const PATIENCE = 4_000

/**
 * Looks for times and units for the tasks of a model: at once something that keeps every rule, then better by taking some
 * tasks away and putting them back otherwise. Without clock or chance of its own: the same model and as many rounds give
 * the same best, however they are stepped.
 */
export class TaskingSearch {
  rounds = 0
  readonly #model: TaskingModel
  readonly #board: Board
  readonly #ties: TaskGroups
  readonly #inserter: Inserter
  readonly #ruin: Ruin
  readonly #recreate: Recreate
  readonly #prices: PriceList
  readonly #random: Random
  readonly #steps: Generator<undefined, void>
  readonly #placements: (Placement | null)[]
  readonly #costs: Float64Array
  /** Tasks that may be elsewhere on the board than in the best. */
  readonly #strayed = new Set<number>()
  /** While it lasts, tasks may be placed before what enables them. */
  #isTakingOver = false
  #isReady = false
  #isDone = false

  constructor(model: TaskingModel, timetable: Timetable = new Timetable(model)) {
    this.#model = model
    this.#random = new Random(model.request.seed)
    this.#board = new Board(model, timetable)
    this.#ties = new TaskGroups(model)
    this.#inserter = new Inserter(this.#board, this.#ties)
    this.#prices = new PriceList(this.#board)
    this.#ruin = new Ruin(this.#board, this.#ties, this.#random)
    this.#recreate = new Recreate(this.#board, this.#ties, this.#inserter, this.#prices, this.#random)
    this.#placements = model.tasks.map(() => null)
    this.#costs = this.#board.costs(new Float64Array(this.#board.width))
    this.#steps = this.#run()
  }

  /** Whether every task was tried at least once. */
  get isReady(): boolean {
    return this.#isReady
  }

  /** Nothing more will be tried. */
  get isDone(): boolean {
    return this.#isDone
  }

  /** Changes with the next step. */
  get best(): TaskingBest {
    return { placements: this.#placements, costs: this.#costs }
  }

  /**
   * Searches on for so many rounds, or less when time is out. The first steps make a whole answer instead, all of it in
   * one step where the tasks are not very many.
   */
  step(rounds: number, isOutOfTime: () => boolean = () => false): void {
    const until = this.rounds + rounds
    const wasReady = this.#isReady
    let left = MOST_LOOKS
    while (!this.#isDone) {
      if (this.#isReady ? !wasReady || this.rounds >= until : left <= 0) break
      if (this.#steps.next().done === true) this.#isDone = true
      left -= 1
      if (isOutOfTime()) break
    }
    // What there is of the first answer, in case there is no time for more.
    if (!this.#isReady && !this.#isTakingOver) this.#keepIfBetter()
  }

  *#run(): Generator<undefined, void> {
    yield* this.#begin()
    this.#isReady = true
    if (this.#model.tasks.length === 0) return
    yield
    yield* this.#improve()
  }

  /** From the plan as it stands, and from nothing; the better of the two stays on the board. */
  *#begin(): Generator<undefined, void> {
    const { tasks, request } = this.#model
    const timetable = this.#board.timetable
    const current: Task[] = []
    for (const task of tasks) {
      if (this.#board.currentOf(task.index) !== null) current.push(task)
      if (task.index % BETWEEN_LOOKS === 0) yield
    }
    if (current.length > 0) {
      current.sort((a, b) => (a.mission.start ?? 0) - (b.mission.start ?? 0) || a.index - b.index)
      this.#isTakingOver = true
      for (const [i, { index }] of current.entries()) {
        const placement = this.#board.currentOf(index)
        if (placement !== null && timetable.obstacleOf(index, placement) === null) this.#board.place(index, placement)
        if (i % BETWEEN_LOOKS === 0) yield
      }
      this.#recreate.dropOrphans()
      this.#isTakingOver = false
      this.#keepIfBetter()
      yield* this.#fill(this.#keys())
      this.#recreate.dropOrphans()
      this.#keepIfBetter()
      // Of very many, a second answer takes longer than it is worth.
      if (current.length > MOST_AT_ONCE) return
      if (request.goals[0] === 'change' && this.#board.unplaced.length === 0) return
      this.#clear()
    }
    yield* this.#fill(this.#keys())
    this.#recreate.dropOrphans()
    this.#keepIfBetter()
    this.#goBack()
  }

  *#fill(keys: Float64Array): Generator<undefined, void> {
    const manner: Manner = { prices: this.#prices.of, isKeeping: this.#model.request.goals.includes('change') }
    const order = orderGroups(this.#ties, keys)
    for (const [i, group] of order.entries()) {
      this.#inserter.insert(group, manner)
      if (i % BETWEEN_LOOKS === 0) yield
    }
  }

  /** Least goes first: what must be early for the rest to be so, or what weighs most for the time it takes. */
  #keys(): Float64Array {
    const { tasks, request } = this.#model
    const isLate = request.goals[0] === 'lateness'
    let horizon = 0
    for (const { index, first } of tasks)
      if (Number.isFinite(first)) horizon = Math.max(horizon, first + this.#ties.tail[index]!)
    return Float64Array.from(this.#ties.groups, (members) => {
      let key = Number.POSITIVE_INFINITY
      for (const index of members) {
        const { first, last, minutes, weight } = tasks[index]!
        const due = Math.min(last, horizon - this.#ties.tail[index]!)
        key = Math.min(key, isLate ? Math.min(last, first + (4 * minutes) / weight) : due)
      }
      return Number.isFinite(key) ? key : 1e9
    })
  }

  *#improve(): Generator<undefined, void> {
    const board = this.#board
    const costs = new Float64Array(board.width)
    const now = new Float64Array(board.width)
    const next = new Float64Array(board.width)
    const memory = Array.from({ length: MEMORY }, () => new Float64Array(board.width))
    const aim = new FinishAim(this.#model)
    let time = 0
    const restart = (): void => {
      time = aim.at(this.#costs[1] ?? 0)
      board.guides(now, time)
      for (const past of memory) past.set(now)
    }
    restart()
    let stale = 0
    for (;;) {
      board.begin()
      const chosen = this.#ruin.choose()
      for (const task of chosen) board.remove(task)
      this.#recreate.fill(chosen, this.#ruin.wanted)
      board.guides(next, time)
      this.rounds += 1
      stale += 1
      const past = memory[this.rounds % MEMORY]!
      if (compareCosts(next, now) <= 0 || compareCosts(next, past) <= 0) {
        now.set(next)
        for (const task of board.touched.keys()) this.#strayed.add(task)
        board.costs(costs)
        if (compareCosts(costs, this.#costs) < 0) {
          const isSooner = aim.isUsed && costs[1]! < this.#costs[1]!
          this.#keep(costs)
          stale = 0
          if (isSooner) restart()
        }
      } else board.undo()
      if (compareCosts(now, past) < 0) past.set(now)
      if (stale > PATIENCE) {
        stale = 0
        this.#goBack()
        aim.turn()
        restart()
      }
      yield
    }
  }

  #clear(): void {
    const { placed } = this.#board
    for (let task = placed.at(-1); task !== undefined; task = placed.at(-1)) this.#board.remove(task)
    this.#noteStrayed()
  }

  #noteStrayed(): void {
    for (const task of this.#board.touched.keys()) this.#strayed.add(task)
    this.#board.begin()
  }

  #keepIfBetter(): void {
    this.#noteStrayed()
    const costs = this.#board.costs(new Float64Array(this.#board.width))
    if (compareCosts(costs, this.#costs) < 0) this.#keep(costs)
  }

  #keep(costs: Float64Array): void {
    this.#costs.set(costs)
    for (const task of this.#strayed) this.#placements[task] = this.#board.timetable.placementOf(task)
    this.#strayed.clear()
  }

  /** Makes the board the best again. */
  #goBack(): void {
    this.#noteStrayed()
    for (const task of this.#strayed) this.#board.remove(task)
    for (const task of this.#strayed) {
      const placement = this.#placements[task]
      if (placement !== null && placement !== undefined) this.#board.place(task, placement)
    }
    this.#strayed.clear()
    this.#board.begin()
  }
}
