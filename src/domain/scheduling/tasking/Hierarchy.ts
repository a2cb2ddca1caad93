import { loadOf, shortageBelow } from '../../check/clash.ts'
import { quantityOf } from '../../check/CheckContext.ts'
import { peakLoad } from '../../check/load.ts'
import { loadsBelow } from '../../check/loadsBelow.ts'
import type { Id } from '../../records/ids.ts'
import { type Ask, mayHold } from './Ask.ts'
import type { TimetableContext } from './TimetableContext.ts'
import { nextTurn } from './turnTimes.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

/** What units above and below take of each other. The fields tell about the last question asked. */
export class Hierarchy {
  other: Id<'mission'> | null = null
  better = Number.POSITIVE_INFINITY
  readonly #context: TimetableContext
  readonly #superiorTurns: readonly number[]
  readonly #list: Booked[] = []

  constructor(context: TimetableContext, superiorTurns: readonly number[]) {
    this.#context = context
    this.#superiorTurns = superiorTurns
  }

  /** Whether any unit above or below one has a stay at a time; most have none. */
  isConcerned(stays: UnitStays, start: number, end: number): boolean {
    for (const other of this.#context.above(stays)) if (other.isTouched(start, end)) return true
    for (const other of this.#context.below(stays)) if (other.isTouched(start, end)) return true
    return false
  }

  /** Lowers `given` to what units below leave until `end`. */
  limit(ask: Ask, given: number[], start: number, end: number): void {
    this.better = Number.POSITIVE_INFINITY
    const { stays, brings, task } = ask
    const below = this.#context.below(stays)
    if (below.length === 0 || !brings.some((_, k) => given[k]! > 0)) return
    const span = { start, end }
    let loads = null
    for (const [k, { capability }] of brings.entries()) {
      const wanted = given[k]!
      if (wanted <= 0) continue
      const has = stays.has(capability)
      const own = stays.unit.splittable ? this.#atMost(stays, capability, start, end) : 0
      if (own + this.#atMostBelow(below, capability, start, end) + wanted <= has) continue
      loads ??= [
        ...loadsBelow(this.#context, stays.unit.id, span, task.mission.id),
        ...(stays.unit.splittable ? this.#others(stays, start, end).map((s) => loadOf(stays.unit.id, s)) : []),
      ].filter((load) => mayHold(ask, load.mission))
      const peak = peakLoad(loads, capability, span)
      if (peak === null || peak.amount + wanted <= has) continue
      given[k] = Math.max(0, has - peak.amount)
      this.other = peak.longest.mission
      for (const load of loads) this.better = Math.min(this.better, load.end)
      this.better = Math.min(this.better, nextTurn(this.#superiorTurns, start))
    }
  }

  /** The start itself where the stay leaves enough to all above it, and to its own other stays, that need it; else a later time. */
  next(ask: Ask, slot: Booked): number {
    const { stays } = ask
    for (const above of this.#context.above(stays)) {
      const next = this.#nextFor(ask, above, slot)
      if (next !== slot.start) return next
    }
    const isShared = stays.unit.splittable && this.#context.below(stays).length > 0
    return isShared ? this.#nextFor(ask, stays, slot) : slot.start
  }

  #nextFor(ask: Ask, affected: UnitStays, slot: Booked): number {
    if (!affected.isTouched(slot.start, slot.end)) return slot.start
    const below = this.#context.below(affected)
    for (const stay of this.#others(affected, slot.start, slot.end)) {
      if (stay.mission.id === slot.mission.id || stay.assignment.brings.length === 0) continue
      if (!mayHold(ask, stay.mission.id) || this.#isAmple(affected, below, stay, ask, slot)) continue
      if (this.#isShort(affected, stay)) continue
      ask.stays.add(slot)
      const isShort = this.#isShort(affected, stay)
      ask.stays.remove(slot)
      if (!isShort) continue
      this.other = stay.mission.id
      let next = Math.min(stay.end, nextTurn(this.#superiorTurns, slot.start))
      for (const other of below) {
        for (const one of this.#others(other, stay.start, stay.end)) {
          if (one.end > slot.start) next = Math.min(next, one.end)
        }
      }
      return next
    }
    return slot.start
  }

  /** Whether a stay has enough even if all that touches it were bound at once. */
  #isAmple(affected: UnitStays, below: readonly UnitStays[], stay: Booked, ask: Ask, slot: Booked): boolean {
    for (const { capability } of stay.assignment.brings) {
      const has = affected.has(capability)
      const brings = Math.min(has, quantityOf(stay.assignment.brings, capability))
      const added = ask.stays.unit.splittable
        ? quantityOf(slot.assignment.brings, capability)
        : ask.stays.has(capability)
      if (brings <= 0 || added <= 0) continue
      const own = affected.unit.splittable
        ? this.#atMost(affected, capability, stay.start, stay.end)
        : quantityOf(stay.assignment.brings, capability)
      if (own + added + this.#atMostBelow(below, capability, stay.start, stay.end) > has) return false
    }
    return true
  }

  #isShort(affected: UnitStays, stay: Booked): boolean {
    const below = loadsBelow(this.#context, affected.unit.id, stay, stay.mission.id)
    return below.length > 0 && shortageBelow(affected.unit, stay, affected.slots, below) !== null
  }

  #atMostBelow(below: readonly UnitStays[], capability: string, start: number, end: number): number {
    let sum = 0
    for (const stays of below) sum += this.#atMost(stays, capability, start, end)
    return sum
  }

  /** No less than what a unit's stays bind at any one time. */
  #atMost(stays: UnitStays, capability: string, start: number, end: number): number {
    if (!stays.isTouched(start, end)) return 0
    stays.touching(start, end, this.#list)
    let sum = 0
    for (const { assignment } of this.#list) {
      sum += stays.unit.splittable ? quantityOf(assignment.brings, capability) : stays.has(capability)
    }
    return sum
  }

  #others(stays: UnitStays, start: number, end: number): readonly Booked[] {
    const found: Booked[] = []
    stays.touching(start, end, found)
    return found
  }
}
