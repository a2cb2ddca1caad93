import { loadOf, shortageBelow } from '../../../check/clash.ts'
import { quantityOf, type Span } from '../../../check/CheckContext.ts'
import { peakLoad } from '../../../check/load.ts'
import { loadsBelow } from '../../../check/loadsBelow.ts'
import type { Id } from '../../../records/ids.ts'
import { type Ask, mayHold } from './Ask.ts'
import { BelowProfile } from './BelowProfile.ts'
import type { TimetableContext } from './TimetableContext.ts'
import { nextTurn } from './turnTimes.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

/** What units above and below take of each other. The fields tell about the last question asked. */
export class Hierarchy {
  other: Id<'mission'> | null = null
  better = Number.POSITIVE_INFINITY
  readonly #context: TimetableContext
  readonly #turns: readonly number[]
  readonly #profile: BelowProfile
  readonly #list: Booked[] = []

  /** Turns: when units come under other superiors. */
  constructor(context: TimetableContext, turns: readonly number[]) {
    this.#context = context
    this.#turns = turns
    this.#profile = new BelowProfile(context, turns)
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
    const { stays, brings, task, waived } = ask
    const below = this.#context.below(stays)
    if (below.length === 0) return
    for (const [k, { capability }] of brings.entries()) {
      const wanted = given[k]!
      if (wanted <= 0) continue
      const has = stays.has(capability)
      const own = stays.unit.splittable ? this.#atMost(stays, capability, start, end) : 0
      if (own + this.#atMostBelow(below, capability, start, end) + wanted <= has) continue
      const besides = stays.unit.splittable ? null : undefined
      const worst =
        waived === undefined
          ? this.#profile.worst(stays, capability, has - wanted, start, end, task.mission.id, besides)
          : null
      if (worst === null) this.#limitByCheck(ask, given, k, { start, end })
      else if (worst.peak + wanted > has) {
        given[k] = Math.max(0, has - worst.peak)
        this.other = worst.other
        this.better = Math.min(this.better, worst.until, nextTurn(this.#turns, start))
      }
    }
  }

  #limitByCheck(ask: Ask, given: number[], k: number, span: Span): void {
    const { stays, brings, task } = ask
    const { unit } = stays
    const capability = brings[k]!.capability
    const loads = [
      ...loadsBelow(this.#context, unit.id, span, task.mission.id),
      ...(unit.splittable ? this.#touching(stays, span).map((s) => loadOf(unit.id, s)) : []),
    ].filter((load) => mayHold(ask, load.mission))
    const peak = peakLoad(loads, capability, span)
    if (peak === null || peak.amount + given[k]! <= stays.has(capability)) return
    given[k] = Math.max(0, stays.has(capability) - peak.amount)
    this.other = peak.longest.mission
    for (const load of loads) this.better = Math.min(this.better, load.end)
    this.better = Math.min(this.better, nextTurn(this.#turns, span.start))
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
    for (const stay of this.#touching(affected, slot)) {
      if (stay.mission.id === slot.mission.id || stay.assignment.brings.length === 0) continue
      if (!mayHold(ask, stay.mission.id)) continue
      // More is bound only while both last.
      const span = { start: Math.max(stay.start, slot.start), end: Math.min(stay.end, slot.end) }
      if (this.#isAmple(affected, below, stay, span, ask, slot)) continue
      ask.stays.add(slot)
      const until = this.#shortUntil(affected, stay, span)
      ask.stays.remove(slot)
      if (until === null || this.#shortUntil(affected, stay, stay) !== null) continue
      this.other = stay.mission.id
      return Math.max(slot.start + 1, Math.min(stay.end, until, nextTurn(this.#turns, slot.start)))
    }
    return slot.start
  }

  /** Whether a stay has enough even if all that touches a time of it were bound at once. */
  #isAmple(
    affected: UnitStays,
    below: readonly UnitStays[],
    stay: Booked,
    { start, end }: Span,
    ask: Ask,
    slot: Booked,
  ): boolean {
    for (const { capability } of stay.assignment.brings) {
      const has = affected.has(capability)
      const brings = Math.min(has, quantityOf(stay.assignment.brings, capability))
      const added = ask.stays.unit.splittable
        ? quantityOf(slot.assignment.brings, capability)
        : ask.stays.has(capability)
      if (brings <= 0 || added <= 0) continue
      const own = affected.unit.splittable ? this.#atMost(affected, capability, start, end) : brings
      if (own + added > has || own + added + this.#atMostBelow(below, capability, start, end) > has) return false
    }
    return true
  }

  /**
   * Whether at some time within a span a stay lacks what those below it take elsewhere: null where it does not, else a time
   * before which the last such time is not over, as far as that can be told.
   */
  #shortUntil(affected: UnitStays, stay: Booked, { start, end }: Span): number | null {
    let until: number | null = null
    for (const { capability } of stay.assignment.brings) {
      const has = affected.has(capability)
      const brings = Math.min(has, quantityOf(stay.assignment.brings, capability))
      if (brings <= 0) continue
      const besides = affected.unit.splittable ? stay : undefined
      const worst = this.#profile.worst(affected, capability, has - brings, start, end, stay.mission.id, besides)
      if (worst === null)
        return this.#isShort(affected, stay, { start, end }) ? this.#nextEnd(affected, start, end) : null
      if (worst.peak + brings > has) until = Math.max(until ?? start, worst.until)
    }
    return until
  }

  #isShort(affected: UnitStays, stay: Booked, { start, end }: Span): boolean {
    const below = loadsBelow(this.#context, affected.unit.id, { start, end }, stay.mission.id)
    if (below.length === 0) return false
    const slots = affected.slots.filter((s) => s !== stay)
    return shortageBelow(affected.unit, { ...stay, start, end }, slots, below) !== null
  }

  #nextEnd(affected: UnitStays, start: number, end: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const stays of [affected, ...this.#context.below(affected)]) {
      for (const one of this.#touching(stays, { start, end })) if (one.end > start) next = Math.min(next, one.end)
    }
    return next
  }

  #atMostBelow(below: readonly UnitStays[], capability: string, start: number, end: number): number {
    let sum = 0
    for (const stays of below) if (stays.slots.length > 0) sum += this.#atMost(stays, capability, start, end)
    return sum
  }

  /** No less than what a unit's stays bind at any one time. */
  #atMost(stays: UnitStays, capability: string, start: number, end: number): number {
    if (!stays.isTouched(start, end)) return 0
    // It is away as a whole, and once only.
    if (!stays.unit.splittable) return stays.has(capability)
    stays.touching(start, end, this.#list)
    let sum = 0
    for (const { assignment } of this.#list) sum += quantityOf(assignment.brings, capability)
    return sum
  }

  #touching(stays: UnitStays, { start, end }: Span): readonly Booked[] {
    const found: Booked[] = []
    stays.touching(start, end, found)
    return found
  }
}
