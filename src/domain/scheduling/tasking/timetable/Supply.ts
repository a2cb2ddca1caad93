import { shortages } from '../../../check/supply.ts'
import type { Id } from '../../../records/ids.ts'
import type { TimetableContext } from './TimetableContext.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

/** Where more than rests count for what a unit carries, starts so far apart are looked at, minutes. */
const STEP = 60

/** Whether what a unit carries lasts for a stay more, and for all those it has. */
export class Supply {
  readonly #context: TimetableContext

  constructor(context: TimetableContext) {
    this.#context = context
  }

  /** The start itself where it lasts, else a later time to ask for. */
  next(stays: UnitStays, slot: Booked): number {
    if (stays.unit.supplyDays === undefined || slot.assignment.part === 'reserve') return slot.start
    const before = this.#shortOf(stays)
    stays.add(slot)
    const after = this.#shortOf(stays)
    stays.remove(slot)
    if ([...after].every((id) => before.has(id))) return slot.start
    if (slot.mission.enablers.some((tie) => tie.kind === 'resupply')) return slot.start + STEP
    let next = Number.POSITIVE_INFINITY
    for (const other of stays.slots) {
      const rested = Math.ceil(other.missionEnd + this.#context.restMinutes)
      if (rested > slot.start) next = Math.min(next, rested)
      if (other.end > slot.start) next = Math.min(next, Math.ceil(other.end))
      if (other.missionEnd > slot.start) next = Math.min(next, Math.ceil(other.missionEnd))
    }
    return next
  }

  /** Missions on which a unit runs short as it is booked. */
  #shortOf(stays: UnitStays): ReadonlySet<Id<'mission'>> {
    return new Set(shortages(this.#context, stays.unit, stays.slots).map((s) => s.mission.id))
  }
}
