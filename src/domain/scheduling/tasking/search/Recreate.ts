import type { Random } from '../../Random.ts'
import type { Board } from './Board.ts'
import type { Inserter, Manner } from './Inserter.ts'
import type { PriceList } from './PriceList.ts'
import type { TaskGroups } from './TaskGroups.ts'

/** Tasks that are unplaced anyway and are tried with those taken away. */
const MOST_MORE = 3

/** Puts tasks that were taken away back, in one order or another. */
export class Recreate {
  readonly #board: Board
  readonly #ties: TaskGroups
  readonly #inserter: Inserter
  readonly #prices: PriceList
  readonly #random: Random
  readonly #keys: Float64Array
  readonly #isOpen: Uint8Array

  constructor(board: Board, ties: TaskGroups, inserter: Inserter, prices: PriceList, random: Random) {
    this.#board = board
    this.#ties = ties
    this.#inserter = inserter
    this.#prices = prices
    this.#random = random
    this.#keys = new Float64Array(ties.groups.length)
    this.#isOpen = new Uint8Array(ties.groups.length)
  }

  /** After `removed` were taken off the board; `wanted` (-1 for none) goes first. Nothing placed lacks what enables it then. */
  fill(removed: readonly number[], wanted: number): void {
    const random = this.#random
    const { unplaced } = this.#board
    const groups = new Set<number>()
    for (const task of removed) groups.add(this.#ties.groupOf[task]!)
    const others = unplaced.length - removed.length
    for (let i = 0; i < Math.min(MOST_MORE, others); i += 1) {
      groups.add(this.#ties.groupOf[unplaced[random.below(unplaced.length)]!]!)
    }
    if (wanted >= 0) groups.add(this.#ties.groupOf[wanted]!)
    this.#prices.draw(random)
    const rule = random.below(7)
    for (const group of groups) {
      this.#keys[group] = this.#keyOf(group, rule)
      this.#isOpen[group] = 1
    }
    if (wanted >= 0) this.#keys[this.#ties.groupOf[wanted]!] = Number.NEGATIVE_INFINITY
    const manner = this.#manner()
    const order = [...groups].sort((a, b) => this.#keys[a]! - this.#keys[b]! || a - b)
    for (const group of order) this.#insert(group, manner)
    this.dropOrphans()
  }

  /** Takes away what lacks what enables it, as far as it could have come to lack it since the board began. */
  dropOrphans(): void {
    const board = this.#board
    const open = [...board.touched.keys()]
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      if (board.isPlaced(task)) {
        if (!board.timetable.isHanging(task)) continue
        board.remove(task)
      }
      for (const enabled of this.#ties.enabledBy(task)) if (board.isPlaced(enabled)) open.push(enabled)
    }
  }

  /** What a group waits for goes before it. */
  #insert(group: number, manner: Manner): void {
    if (this.#isOpen[group] === 0) return
    this.#isOpen[group] = 0
    for (const before of this.#ties.before[group]!) this.#insert(before, manner)
    this.#inserter.insert(group, manner)
  }

  #manner(): Manner {
    const { goals } = this.#board.model.request
    const random = this.#random
    const at = goals.indexOf('change')
    const isKeeping = at === 0 ? random.below(5) > 0 : at > 0 && random.below(2) === 0
    const isLoose = goals[0] === 'balance' || goals[0] === 'travel' || goals[0] === 'change'
    if (random.below(isLoose ? 2 : 12) > 0) return { prices: this.#prices.of, isKeeping }
    const { touched, model } = this.#board
    const from = (task: number): number => {
      const start = touched.get(task)?.start ?? model.tasks[task]!.first
      return Math.floor(start + (2 * random.unit() - 1) * model.tasks[task]!.minutes)
    }
    return { prices: this.#prices.of, isKeeping, from }
  }

  #keyOf(group: number, rule: number): number {
    const { model, touched } = this.#board
    const members = this.#ties.groups[group]!
    const first = model.tasks[members[0]!]!
    const before = touched.get(first.index)?.start ?? first.first
    switch (rule) {
      case 0:
      case 1:
        return before
      case 2:
        return -this.#ties.tail[first.index]!
      case 3:
        return -first.weight
      case 4:
        return first.leaders.length + first.supporters.length
      case 5:
        return touched.has(first.index) ? this.#random.unit() : -1
      default:
        return this.#random.unit()
    }
  }
}
