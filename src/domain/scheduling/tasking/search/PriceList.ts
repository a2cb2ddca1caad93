import { locationPosition, missionPosition } from '../../../geo/locationPosition.ts'
import type { Position } from '../../../records/common.ts'
import type { Random } from '../../Random.ts'
import type { Board } from './Board.ts'
import type { UnitPrices } from '../timetable/Timetable.ts'

/** Tasks of a unit that its nearness to another is measured from. */
const MOST_NEAR = 6
const KM_OF_DEGREE = 111

/**
 * What it costs to use a unit: little for one whose capabilities are asked for seldom. What the goals want is added, and a
 * chance of its own for each unit and draw, so that the search tries others.
 */
export class PriceList {
  readonly #board: Board
  /** 0 to 1 by unit. */
  readonly #scarcity: Float64Array
  readonly #positions: (Position | null)[] = []
  readonly #homes: (Position | null)[] = []
  readonly #meanWork: number
  readonly #asksTravel: boolean
  readonly #asksBalance: boolean
  readonly #asksChange: boolean
  #salt = 0
  #chance = 0

  constructor(board: Board) {
    this.#board = board
    const { model } = board
    this.#asksTravel = model.request.goals.includes('travel')
    this.#asksBalance = model.request.goals.includes('balance')
    this.#asksChange = model.request.goals.includes('change')
    this.#scarcity = scarcityOf(board)
    const work = model.tasks.reduce((sum, task) => sum + task.minutes, 0)
    this.#meanWork = Math.max(1, work / Math.max(1, model.units.length))
    if (!this.#asksTravel) return
    this.#positions = model.tasks.map((task) => missionPosition(model.plan, task.mission))
    this.#homes = model.units.map((unit) => locationPosition(model.plan, unit.states.location.at(0)?.at ?? unit.home))
  }

  /** Prices of one kind for each draw: the first of all leaves nothing to chance. */
  draw(random: Random): void {
    this.#salt = random.bits()
    const kind = random.below(4)
    this.#chance = kind === 0 ? 0.05 : kind === 1 ? 0.3 : kind === 2 ? 1 : 3
  }

  readonly of: UnitPrices = (task, unit) => {
    let price = this.#scarcity[unit]!
    if (this.#chance > 0) price += this.#chance * chanceOf(this.#salt, unit)
    if (this.#asksBalance) price += (2 * this.#board.timetable.workOf(unit)) / this.#meanWork
    if (this.#asksChange && this.#isPresent(task, unit)) price -= 4
    if (this.#asksTravel) price += this.#distance(task, unit) / 50
    return price
  }

  #isPresent(task: number, unit: number): boolean {
    const current = this.#board.currentOf(task)
    return current !== null && current.team.some((member) => member.unit === unit)
  }

  /** Kilometres from the nearest of the places the unit is at anyway; 0 where nothing is known. */
  #distance(task: number, unit: number): number {
    const to = this.#positions[task]
    if (to === null || to === undefined) return 0
    const home = this.#homes[unit]
    let least = home === null || home === undefined ? Number.POSITIVE_INFINITY : roughKm(home, to)
    const tasks = this.#board.tasksOf(unit)
    for (let i = 0; i < tasks.length && i < MOST_NEAR; i += 1) {
      const at = this.#positions[tasks[i]!]
      if (at !== null && at !== undefined) least = Math.min(least, roughKm(at, to))
    }
    return Number.isFinite(least) ? least : 0
  }
}

function roughKm([lonA, latA]: Position, [lonB, latB]: Position): number {
  const east = (lonA - lonB) * Math.cos((latA * Math.PI) / 180)
  return KM_OF_DEGREE * Math.hypot(east, latA - latB)
}

/** 0 to 1, the same for the same two numbers. */
function chanceOf(salt: number, unit: number): number {
  let x = Math.imul(salt ^ Math.imul(unit + 1, 0x9e3779b1), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return ((x ^ (x >>> 16)) >>> 0) / 4_294_967_296
}

/** What is asked of each capability over all tasks against what there is of it; of a unit that does not split, all it has counts. */
function scarcityOf({ model: { tasks, units } }: Board): Float64Array {
  const asked = new Map<string, number>()
  for (const { needs, minutes } of tasks) {
    for (const { capability, quantity } of needs) {
      asked.set(capability, (asked.get(capability) ?? 0) + quantity * minutes)
    }
  }
  const there = new Map<string, number>()
  for (const { capabilities } of units) {
    for (const { capability, quantity } of capabilities) {
      there.set(capability, (there.get(capability) ?? 0) + quantity)
    }
  }
  const worth = Float64Array.from(units, (unit) =>
    unit.capabilities.reduce((sum, { capability, quantity }) => {
      const scarce = (asked.get(capability) ?? 0) / Math.max(1, there.get(capability) ?? 1)
      return sum + scarce * (unit.splittable ? 1 : quantity)
    }, 0),
  )
  const most = worth.reduce((a, b) => Math.max(a, b), 1e-9)
  return worth.map((w) => w / most)
}
