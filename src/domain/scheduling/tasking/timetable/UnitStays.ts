import { quantityOf, type Slot } from '../../../check/CheckContext.ts'
import type { Id } from '../../../records/ids.ts'
import type { Unit } from '../../../records/unit.ts'
import type { Window } from './unitWindows.ts'

/** A stay of a unit, as the check sees it, with what travel asks of its mission. */
export interface Booked extends Slot {
  /** Number of the mission among those asked about. */
  readonly no: number
  /** Whether it is known where the mission is. */
  readonly isLocated: boolean
}

/** The stays of one unit in order of start, with what is asked of them most often. */
export class UnitStays {
  readonly unit: Unit
  /** Place in the model's list of units; -1 where it is not in it. */
  readonly index: number
  readonly allocated: readonly Window[]
  readonly ready: readonly Window[]
  readonly slots: Booked[] = []
  /** Of each slot the latest end of it and those before. */
  readonly reach: number[] = []
  /** Minutes on missions, those in reserve apart. */
  work = 0
  readonly #has = new Map<string, number>()

  constructor(unit: Unit, index: number, allocated: readonly Window[], ready: readonly Window[]) {
    this.unit = unit
    this.index = index
    this.allocated = allocated
    this.ready = ready
    for (const { capability } of unit.capabilities) this.#has.set(capability, quantityOf(unit.capabilities, capability))
  }

  has(capability: string): number {
    return this.#has.get(capability) ?? 0
  }

  add(slot: Booked): void {
    let at = this.slots.length
    while (at > 0 && isBefore(slot, this.slots[at - 1]!)) at -= 1
    if (at === this.slots.length) {
      this.slots.push(slot)
      this.reach.push(0)
    } else {
      this.slots.splice(at, 0, slot)
      this.reach.push(0)
    }
    this.#measure(at)
    if (slot.assignment.part !== 'reserve') this.work += slot.missionEnd - slot.start
  }

  remove(slot: Booked): void {
    const at = this.slots.lastIndexOf(slot)
    if (at < 0) return
    this.slots.splice(at, 1)
    this.reach.pop()
    this.#measure(at)
    if (slot.assignment.part !== 'reserve') this.work -= slot.missionEnd - slot.start
  }

  /** How many slots start before a time. */
  countBefore(time: number): number {
    let [low, high] = [0, this.slots.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.slots[middle]!.start < time) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Whether any stay touches a time from `start` to before `end`. */
  isTouched(start: number, end: number): boolean {
    const count = this.countBefore(end)
    return count > 0 && this.reach[count - 1]! > start
  }

  /** Stays that touch a time, the latest to start first, into a list. */
  touching(start: number, end: number, into: Booked[]): void {
    into.length = 0
    for (let i = this.countBefore(end) - 1; i >= 0 && this.reach[i]! > start; i -= 1) {
      const slot = this.slots[i]!
      if (slot.end > start) into.push(slot)
    }
  }

  slotOn(mission: Id<'mission'>): Booked | undefined {
    return this.slots.find((s) => s.mission.id === mission)
  }

  #measure(from: number): void {
    let most = from > 0 ? this.reach[from - 1]! : Number.NEGATIVE_INFINITY
    for (let i = from; i < this.slots.length; i += 1) {
      most = Math.max(most, this.slots[i]!.end)
      this.reach[i] = most
    }
  }
}

/** By start, at equal starts by mission: the order of the check. */
const isBefore = (a: Slot, b: Slot): boolean => (a.start !== b.start ? a.start < b.start : a.mission.id < b.mission.id)
