import { quantityOf } from '../../../check/CheckContext.ts'
import type { Id } from '../../../records/ids.ts'
import { type Ask, mayHold } from './Ask.ts'
import type { Booked } from './UnitStays.ts'

/** What a unit's own other stays leave of it. The fields tell about the last question asked. */
export class OwnStays {
  /** The mission in the way. */
  other: Id<'mission'> | null = null
  /** When there may be more of it, where `given` is less than asked. */
  better = Number.POSITIVE_INFINITY
  readonly #touching: Booked[] = []

  /** For a unit that does not split: the start itself where it is free until `end`, else when its other stays are over. */
  nextWhole(ask: Ask, start: number, end: number): number {
    const { stays } = ask
    let next = start
    if (!stays.isTouched(start, end)) return next
    stays.touching(start, end, this.#touching)
    for (const slot of this.#touching) {
      if (slot.end <= next || !mayHold(ask, slot.mission.id)) continue
      next = slot.end
      this.other = slot.mission.id
    }
    return next
  }

  /** For a unit that splits: lowers `given` to what is left all the time until `end`. */
  limit(ask: Ask, given: number[], start: number, end: number): void {
    this.better = Number.POSITIVE_INFINITY
    const { stays, brings } = ask
    if (!stays.isTouched(start, end)) return
    const touching = this.#touching
    stays.touching(start, end, touching)
    for (const [k, { capability }] of brings.entries()) {
      const wanted = given[k]!
      if (wanted <= 0) continue
      const has = stays.has(capability)
      let bound = 0
      for (const slot of touching) bound += boundBy(ask, slot, capability, has)
      if (bound + wanted > has) bound = peakOf(ask, touching, capability, has, start)
      if (bound + wanted <= has) continue
      given[k] = Math.max(0, has - bound)
      for (const slot of touching) {
        if (slot.end >= this.better || boundBy(ask, slot, capability, has) === 0) continue
        this.better = slot.end
        this.other = slot.mission.id
      }
    }
  }
}

function boundBy(ask: Ask, slot: Booked, capability: string, has: number): number {
  if (slot.assignment.brings.length === 0) return 0
  const amount = Math.min(has, quantityOf(slot.assignment.brings, capability))
  return amount > 0 && mayHold(ask, slot.mission.id) ? amount : 0
}

/** The most that is bound at any one time from `start` on. */
function peakOf(ask: Ask, slots: readonly Booked[], capability: string, has: number, start: number): number {
  let peak = 0
  for (const at of slots) {
    const time = Math.max(at.start, start)
    let sum = 0
    for (const slot of slots) if (slot.start <= time && slot.end > time) sum += boundBy(ask, slot, capability, has)
    peak = Math.max(peak, sum)
  }
  return peak
}
