import type { CapabilityQuantity, ComponentKind } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import { readinessAt } from '../plan/unitStates.ts'
import { isAllocatedFor } from './allocation.ts'
import { busyUntil } from './clash.ts'
import { type CheckContext, quantityOf, spanOf } from './CheckContext.ts'
import { nextStartOf } from './fit.ts'
import { compareText } from './load.ts'
import { superiorsOf } from './superiorsOf.ts'

interface Wanted {
  /** What the unit must have, all of it at once. */
  readonly brings: readonly CapabilityQuantity[]
  /** Component kinds it may be of; null for any but the partners. */
  readonly components: readonly ComponentKind[] | null
  /** What else speaks against a unit. */
  readonly mayTake?: (unit: Unit) => boolean
}

/**
 * Units that could go on a mission without a new conflict: of the component asked, with the capabilities, allocated, ready
 * and free at its time, their superiors free of other missions then. Those with the fewest units below them go before, for
 * all of these go with them, then the readiest; at most two.
 */
export function freeUnits(context: CheckContext, mission: Mission, wanted: Wanted): readonly Unit[] {
  const { plan } = context
  const taken = new Set<Id>(plan.indexes.assignmentsOfMission.get(mission.id).map((a) => a.unit))
  const span = spanOf(mission)
  const at = context.toInstant(span?.start ?? 0)
  const fitting: { readonly unit: Unit; readonly readiness: number }[] = []
  for (const unit of plan.all('unit')) {
    if (taken.has(unit.id) || !isOfKind(context, unit, wanted.components)) continue
    if (!wanted.brings.every((b) => quantityOf(unit.capabilities, b.capability) >= b.quantity)) continue
    const readiness = readinessAt(unit, at) ?? context.readinessThreshold
    if (readiness < context.readinessThreshold) continue
    if (span !== null && !isFree(context, unit, mission, wanted.brings)) continue
    if (wanted.mayTake?.(unit) === false) continue
    fitting.push({ unit, readiness })
  }
  const below = (unit: Unit): number => plan.indexes.subordinatesEver.get(unit.id).length
  fitting.sort(
    (a, b) => below(a.unit) - below(b.unit) || b.readiness - a.readiness || compareText(a.unit.id, b.unit.id),
  )
  return fitting.slice(0, 2).map((f) => f.unit)
}

function isOfKind(context: CheckContext, unit: Unit, kinds: readonly ComponentKind[] | null): boolean {
  const kind = context.plan.get(unit.component)?.kind
  if (kind === undefined) return false
  return kinds === null ? kind !== 'partners' : kinds.includes(kind)
}

function isFree(context: CheckContext, unit: Unit, mission: Mission, brings: readonly CapabilityQuantity[]): boolean {
  const span = spanOf(mission)
  if (span === null) return true
  if (!isAllocatedFor(unit, context.toInstant(span.start), context.toInstant(span.end))) return false
  const stay = { start: span.start, end: span.end + context.recoveryMinutes, mission: mission.id, brings }
  if (busyUntil(context, unit, stay) !== null) return false
  if (nextStartOf(context, unit, mission, span.start, false) !== span.start) return false
  return superiorsOf(context, unit).every((superior) =>
    context
      .scheduleOf(superior)
      .every((s) => s.mission.id === mission.id || s.start >= stay.end || s.end <= stay.start),
  )
}
