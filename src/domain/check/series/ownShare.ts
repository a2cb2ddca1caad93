import type { Unit } from '../../records/unit.ts'
import { type CheckContext, quantityOf, type Slot } from '../CheckContext.ts'
import type { Load } from '../load.ts'
import { isJoinedBelow, loadsBelow } from '../loadsBelow.ts'
import { type Steps, StepsBuilder } from './Steps.ts'

/**
 * What of a unit its own missions bind over time, recovery included; 1 is all of it. One that does not split counts the
 * missions it is on at once; one that splits, of its capability that is asked for most, what is asked of what it has.
 * More than 1 is what the rule `double-booking` calls an error, as what units below it do elsewhere is taken out too.
 */
export function ownShare(context: CheckContext, unit: Unit): Steps {
  const slots = context.scheduleOf(unit.id).filter((slot) => slot.start < slot.end)
  const [first] = slots
  if (first === undefined) return new StepsBuilder().build()
  const end = slots.reduce((last, slot) => Math.max(last, slot.end), first.end)
  const below = loadsBelow(context, unit.id, { start: first.start, end }, null).filter((l) => l.start < l.end)
  if (below.length === 0 && !unit.splittable) return countOf(slots)
  const elsewhere = below.length === 0 ? NONE_ELSEWHERE : elsewhereOf(context, unit, slots)
  const bound = new Bound(unit, elsewhere)
  const steps = new StepsBuilder()
  const turns = turnsOf(slots, below, [...elsewhere.values()].flat())
  for (const [i, turn] of turns.entries()) {
    bound.take(turn)
    const next = turns[i + 1]
    if (next === undefined || next.at > turn.at) steps.push(turn.at, bound.share())
  }
  return steps.build()
}

/** How many slots there are at once. */
function countOf(slots: readonly Slot[]): Steps {
  const ends = Float64Array.from(slots, (slot) => slot.end).sort()
  const steps = new StepsBuilder()
  let started = 0
  let ended = 0
  while (ended < ends.length) {
    const start = slots[started]?.start ?? Number.POSITIVE_INFINITY
    const end = ends[ended] ?? Number.POSITIVE_INFINITY
    if (end <= start) ended += 1
    else started += 1
    steps.push(Math.min(start, end), started - ended)
  }
  return steps.build()
}

interface Turn {
  readonly at: number
  readonly isStart: boolean
  readonly slot: Slot | null
  readonly load: Load | null
}

function turnsOf(slots: readonly Slot[], loads: readonly Load[], others: readonly Load[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const slot of slots) {
    turns.push({ at: slot.start, isStart: true, slot, load: null }, { at: slot.end, isStart: false, slot, load: null })
  }
  for (const load of loads) {
    turns.push({ at: load.start, isStart: true, slot: null, load }, { at: load.end, isStart: false, slot: null, load })
  }
  for (const { start, end } of others) {
    turns.push(
      { at: start, isStart: true, slot: null, load: null },
      { at: end, isStart: false, slot: null, load: null },
    )
  }
  return turns.sort((a, b) => a.at - b.at)
}

/** Of the missions that units below are on too: what those units bind elsewhere while it lasts. */
type Elsewhere = ReadonlyMap<Slot, readonly Load[]>

const NONE_ELSEWHERE: Elsewhere = new Map()

function elsewhereOf(context: CheckContext, unit: Unit, slots: readonly Slot[]): Elsewhere {
  const joined = slots.filter((slot) => isJoinedBelow(context, unit.id, slot.mission.id))
  return new Map(joined.map((slot) => [slot, loadsBelow(context, unit.id, slot, slot.mission.id)]))
}

/** What is bound at the moment, capability by capability. */
class Bound {
  readonly #isSplittable: boolean
  readonly #elsewhere: Elsewhere
  readonly #has = new Map<string, number>()
  readonly #own = new Map<string, number>()
  readonly #below = new Map<string, number>()
  readonly #slots = new Set<Slot>()
  #at = 0

  constructor({ splittable, capabilities }: Unit, elsewhere: Elsewhere) {
    this.#isSplittable = splittable
    this.#elsewhere = elsewhere
    for (const { capability } of capabilities) {
      const has = quantityOf(capabilities, capability)
      if (has > 0) this.#has.set(capability, has)
    }
  }

  take({ at, isStart, slot, load }: Turn): void {
    this.#at = at
    if (slot !== null) this.#takeSlot(slot, isStart)
    if (load !== null) {
      for (const capability of this.#has.keys()) {
        const amount = quantityOf(load.amounts, capability)
        if (amount > 0) add(this.#below, capability, isStart ? amount : -amount)
      }
    }
  }

  #takeSlot(slot: Slot, isStart: boolean): void {
    if (isStart) this.#slots.add(slot)
    else this.#slots.delete(slot)
    for (const capability of this.#has.keys()) {
      const amount = this.#broughtBy(slot, capability)
      if (amount > 0) add(this.#own, capability, isStart ? amount : -amount)
    }
  }

  /** Never more than the unit has: a single mission cannot double-book it. */
  #broughtBy({ assignment }: Slot, capability: string): number {
    return Math.min(this.#has.get(capability) ?? 0, quantityOf(assignment.brings, capability))
  }

  share(): number {
    if (this.#slots.size === 0) return 0
    let share = this.#isSplittable ? 0 : this.#slots.size
    if (share > 1) return share
    for (const [capability, has] of this.#has) {
      const own = this.#own.get(capability) ?? 0
      // What only units below it bind is no clash of its own missions, however much it is.
      const most = own > 0 ? Number.POSITIVE_INFINITY : 1
      share = Math.max(share, Math.min(most, (own + this.#boundBelow(capability)) / has))
    }
    return share
  }

  #boundBelow(capability: string): number {
    let bound = this.#below.get(capability) ?? 0
    if (this.#elsewhere.size === 0) return bound
    for (const slot of this.#slots) {
      const loads = this.#elsewhere.get(slot)
      if (loads !== undefined) bound = Math.min(bound, sumAt(loads, capability, this.#at))
    }
    return bound
  }
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}

function sumAt(loads: readonly Load[], capability: string, at: number): number {
  let sum = 0
  for (const { start, end, amounts } of loads) if (start <= at && at < end) sum += quantityOf(amounts, capability)
  return sum
}
