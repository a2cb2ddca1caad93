import type { Id } from '../../records/ids.ts'
import type { CheckContext, Span } from '../CheckContext.ts'
import { spansUnder } from '../loadsBelow.ts'

/** A mission that binds something of a force within a time. */
export interface StayIn {
  readonly mission: Id<'mission'>
  /** The unit that is on it: the one asked about, or one below it. */
  readonly unit: Id<'unit'>
}

/** Missions that units, or the units below them at the time, are on within a span; those of a superior before those below. */
export function staysIn(context: CheckContext, units: Iterable<Id<'unit'>>, span: Span): readonly StayIn[] {
  const stays: StayIn[] = []
  const seen = new Set<Id<'unit'>>()
  const open = [...units]
  for (let i = 0; i < open.length; i += 1) {
    const id = open[i]
    if (id === undefined || seen.has(id)) continue
    seen.add(id)
    for (const slot of context.scheduleOf(id)) {
      if (slot.start < span.end && slot.end > span.start) stays.push({ mission: slot.mission.id, unit: id })
    }
    for (const unit of context.plan.indexes.subordinatesEver.get(id)) {
      if (!seen.has(unit.id) && spansUnder(context, unit, id, [span]).length > 0) open.push(unit.id)
    }
  }
  return stays
}
