import type { CapabilityQuantity } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import { type CheckContext, quantityOf, type Slot, type Span } from './CheckContext.ts'
import { type Load, peakLoad } from './load.ts'
import { loadsBelow } from './loadsBelow.ts'

/** What one mission asks of a unit at a time. */
export interface Stay extends Span {
  readonly mission: Id<'mission'>
  readonly brings: readonly CapabilityQuantity[]
}

/** One capability of which more is bound than the unit has. */
export interface Shortage {
  readonly capability: string
  readonly has: number
  /** Bound elsewhere at the worst moment. */
  readonly bound: number
  readonly brings: number
  readonly longest: Load
}

export const loadOf = (unit: Id<'unit'>, slot: Slot): Load => ({
  start: slot.start,
  end: slot.end,
  until: slot.end,
  unit,
  mission: slot.mission.id,
  amounts: slot.assignment.brings,
})

/** The first capability that a stay cannot have because of other loads; what a unit never had is no matter of time. */
export function shortageAt(unit: Unit, stay: Stay, loads: readonly Load[]): Shortage | null {
  for (const { capability } of stay.brings) {
    const has = quantityOf(unit.capabilities, capability)
    if (has <= 0) continue
    const brings = Math.min(quantityOf(stay.brings, capability), has)
    const peak = brings > 0 ? peakLoad(loads, capability, stay) : null
    if (peak !== null && peak.amount + brings > has) {
      return { capability, has, bound: peak.amount, brings, longest: peak.longest }
    }
  }
  return null
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start

/**
 * When it is worth asking again whether a unit can take a stay: the first end of what stands in its way, or null where
 * nothing does. The unit's stay on the same mission does not count.
 */
export function busyUntil(context: CheckContext, unit: Unit, stay: Stay): number | null {
  const others = context.scheduleOf(unit.id).filter((s) => s.mission.id !== stay.mission && overlaps(s, stay))
  if (!unit.splittable && others.length > 0) return Math.min(...others.map((s) => s.end))
  const below = loadsBelow(context, unit.id, stay, stay.mission)
  const loads = [...others.map((s) => loadOf(unit.id, s)), ...below]
  if (shortageAt(unit, stay, loads) === null) return null
  return Math.min(...loads.map((l) => l.end))
}

/**
 * What a stay of a unit lacks for what units below it take elsewhere (`below`), beside its own other stays; null where
 * nothing is lacking, or where its own stays alone ask too much, which is told of them.
 */
export function shortageBelow(unit: Unit, slot: Slot, slots: readonly Slot[], below: readonly Load[]): Shortage | null {
  const stay = { start: slot.start, end: slot.end, mission: slot.mission.id, brings: slot.assignment.brings }
  const beside = unit.splittable ? slots.filter((s) => s !== slot).map((s) => loadOf(unit.id, s)) : []
  if (beside.length > 0 && shortageAt(unit, stay, beside) !== null) return null
  return shortageAt(unit, stay, [...below, ...beside])
}
