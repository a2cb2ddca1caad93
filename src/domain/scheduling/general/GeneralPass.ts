import type { CheckedProblem } from '../checkProblem.ts'
import { type Decoder, GIVEN_UP } from '../Decoder.ts'
import { LATEST_TIME, type Service, type Span } from '../Problem.ts'
import type { Random } from '../Random.ts'
import type { SkillModel } from '../skills/SkillModel.ts'
import { UnitChoice } from '../skills/UnitChoice.ts'
import { BROKEN_COST, buildGoalCost } from './goalCost.ts'
import { ResourceBook } from './ResourceBook.ts'
import { type Job, NOWHERE, UnitBook } from './UnitBook.ts'

/** How far prices of units stray from pass to pass. */
const PRICE_NOISE = 0.5
const NEVER = Number.POSITIVE_INFINITY

/**
 * Serial passes for everything a problem may ask. An activity that fits nowhere, or only too late, breaks a limit: the
 * pass goes on, and the cost says so. Passes run forwards only: calendars and ways are not alike both ways.
 */
export class GeneralPass implements Decoder {
  passes = 0
  /** Limits that the last pass broke, and the best one kept. */
  broken = 0
  keptBroken = 0
  readonly #checked: CheckedProblem
  readonly #model: SkillModel
  readonly #random: Random
  readonly #choice: UnitChoice
  readonly #free: Int32Array
  readonly #times: Float64Array
  readonly #order: Int32Array
  readonly #price: Float64Array
  readonly #units: readonly UnitBook[]
  readonly #resources: readonly ResourceBook[]
  readonly #jobs: readonly Job[]
  /** Amounts by resource, uses of the same one together. */
  readonly #uses: readonly ReadonlyMap<number, number>[]
  readonly #candidates: readonly Int32Array[]
  readonly #fixed: readonly number[]
  readonly #isFixed: Uint8Array
  readonly #cost: (starts: Int32Array, travelled: number) => number
  #services: Service[] = []
  #kept: readonly Service[] = []

  constructor(checked: CheckedProblem, model: SkillModel, random: Random) {
    const { problem, network } = checked
    this.#checked = checked
    this.#model = model
    this.#random = random
    this.#choice = new UnitChoice(model)
    this.#free = new Int32Array(model.words)
    this.#times = new Float64Array(model.units)
    this.#order = Int32Array.from({ length: model.units }, (_, u) => u)
    this.#price = new Float64Array(model.units)
    const { dayLength = 1_440, dayStart = 0 } = problem
    this.#units = problem.units.map((unit) => new UnitBook(unit, problem.travel, dayLength, dayStart))
    this.#resources = problem.resources.map(({ capacity }) => new ResourceBook(capacity))
    this.#jobs = Array.from(network.original, (activity) => {
      const { duration = 0, place = NOWHERE, sorties = 0 } = problem.activities[activity] ?? {}
      return { duration, place, sorties }
    })
    this.#uses = Array.from(network.original, (activity) => {
      const taken = new Map<number, number>()
      for (const { resource, amount } of problem.activities[activity]?.uses ?? []) {
        taken.set(resource, (taken.get(resource) ?? 0) + amount)
      }
      return taken
    })
    this.#candidates = candidatesOf(model, network.count)
    const places = [...network.original.keys()]
    const startOf = (j: number): number | undefined => problem.activities[network.original[j]!]?.fixedStart
    this.#fixed = places.filter((j) => startOf(j) !== undefined).sort((a, b) => startOf(a)! - startOf(b)!)
    this.#isFixed = new Uint8Array(network.count)
    for (const j of this.#fixed) this.#isFixed[j] = 1
    this.#cost = buildGoalCost(checked)
  }

  forward(list: Int32Array, start: Int32Array): number {
    this.passes += 1
    const { network, earliest, latest, problem } = this.#checked
    const { first, other, delay } = network.before
    for (const book of this.#units) book.clear()
    for (const book of this.#resources) book.clear()
    this.#services = []
    this.#drawPrices()
    this.broken = 0
    let overdue = 0
    for (const j of this.#fixed) {
      const wanted = problem.activities[network.original[j]!]!.fixedStart ?? 0
      start[j] = wanted
      if (this.#firstTime(j, wanted) === wanted) this.#book(j, wanted)
      else this.broken += 1
    }
    for (let i = 0; i < list.length; i += 1) {
      const j = list[i]!
      let ready = earliest[j]!
      for (let k = first[j]!, end = first[j + 1]!; k < end; k += 1) {
        ready = Math.max(ready, start[other[k]!]! + delay[k]!)
      }
      if (this.#isFixed[j] === 1) {
        if (start[j]! < ready) this.broken += 1
        continue
      }
      const t = this.#firstTime(j, ready)
      if (t + this.#jobs[j]!.duration > LATEST_TIME) {
        this.broken += 1
        start[j] = Math.min(ready, LATEST_TIME)
        continue
      }
      this.#book(j, t)
      start[j] = t
      if (t <= latest[j]!) continue
      this.broken += 1
      overdue += t - latest[j]!
    }
    const travelled = this.#units.reduce((sum, book) => sum + book.travelled, 0)
    const cost = this.#cost(start, travelled)
    return Math.min(GIVEN_UP - 1, this.broken * BROKEN_COST + Math.min(overdue, BROKEN_COST / 4) + cost)
  }

  keep(): void {
    this.#kept = this.#services
    this.keptBroken = this.broken
  }

  /** Of the best pass kept, by index in the problem. */
  services(): readonly Service[] {
    return this.#kept
  }

  /** The first time at which windows, resources and units all allow it, with units chosen; Infinity when never. */
  #firstTime(j: number, ready: number): number {
    const { problem, network } = this.#checked
    const { windows, fixedUnits = [] } = problem.activities[network.original[j]!] ?? {}
    const job = this.#jobs[j]!
    let t = ready
    while (t <= LATEST_TIME) {
      let next = afterWindows(windows, t, job.duration)
      for (const [resource, amount] of this.#uses[j]!) {
        next = this.#resources[resource]!.firstTime(next, job.duration, amount)
      }
      for (const { unit } of fixedUnits) next = this.#units[unit]!.firstTime(next, job)
      if (next === t) next = this.#firstUnits(j, t, fixedUnits)
      if (next === t) return t
      t = next
    }
    return NEVER
  }

  /** `t` when units can be chosen then; otherwise a later time before which they cannot. */
  #firstUnits(j: number, t: number, taken: readonly Readonly<{ unit: number }>[]): number {
    const wanted = this.#model.total[j]!
    if (wanted === 0) {
      this.#choice.count = 0
      return t
    }
    const candidates = this.#candidates[j]!
    const times = this.#times
    const free = this.#free
    free.fill(0)
    let found = 0
    let later = 0
    for (const unit of candidates) {
      if (taken.some((fixed) => fixed.unit === unit)) continue
      const time = this.#units[unit]!.firstTime(t, this.#jobs[j]!)
      if (time === t) {
        free[unit >> 5]! |= 1 << (unit & 31)
        found += 1
      } else if (time < NEVER) times[later++] = time
    }
    if (found >= wanted && this.#choice.choose(j, this.#order, free)) return t
    if (found + later < wanted || later === 0) return NEVER
    // Before so many are free, or one more than now, there is nothing to choose from.
    const needed = Math.max(1, wanted - found)
    return times.subarray(0, later).sort()[needed - 1] ?? NEVER
  }

  #book(j: number, t: number): void {
    const { problem, network } = this.#checked
    const activity = network.original[j]!
    const { fixedUnits = [] } = problem.activities[activity] ?? {}
    const job = this.#jobs[j]!
    for (const [resource, amount] of this.#uses[j]!) this.#resources[resource]!.book(t, job.duration, amount)
    for (const { unit, need } of fixedUnits) {
      this.#units[unit]!.book(t, job)
      this.#services.push({ activity, need, unit })
    }
    for (let i = 0; i < this.#choice.count; i += 1) {
      const unit = this.#choice.units[i]!
      this.#units[unit]!.book(t, job)
      this.#services.push({ activity, need: this.#choice.need[i]!, unit })
    }
  }

  #drawPrices(): void {
    const { price, units } = this.#model
    for (let u = 0; u < units; u += 1) this.#price[u] = price[u]! * (1 + PRICE_NOISE * (this.#random.unit() - 0.5))
    this.#order.sort((a, b) => this.#price[a]! - this.#price[b]!)
  }
}

const afterWindows = (windows: readonly Span[] | undefined, t: number, duration: number): number =>
  windows ? Math.max(t, windows.find(({ from, to }) => Math.max(from, t) + duration <= to)?.from ?? NEVER) : t

const candidatesOf = ({ units, words, anyOf }: SkillModel, count: number): Int32Array[] => {
  const known = new Map<string, Int32Array>()
  return Array.from({ length: count }, (_, j) => {
    const own = anyOf.subarray(j * words, (j + 1) * words)
    const key = own.join()
    const list =
      known.get(key) ??
      Int32Array.from(Array.from({ length: units }, (_, u) => u).filter((u) => (own[u >> 5]! >>> (u & 31)) & 1))
    known.set(key, list)
    return list
  })
}
