import type { RuleId } from '../check/Finding.ts'
import type { Rule } from '../check/Rule.ts'
import { airspaceOverlap } from './airspace-overlap.ts'
import { altitude } from './altitude.ts'
import { capabilityShort } from './capability-short.ts'
import { commandConflict } from './command-conflict.ts'
import { doubleBooking } from './double-booking.ts'
import { enablerMissing } from './enabler-missing.ts'
import { legalBasis } from './legal-basis.ts'
import { lightUnsuited } from './light-unsuited.ts'
import { noMedevac } from './no-medevac.ts'
import { noReserve } from './no-reserve.ts'
import { objectiveUncovered } from './objective-uncovered.ts'
import { orderBroken } from './order-broken.ts'
import { outsideAllocation } from './outside-allocation.ts'
import { outsideArea } from './outside-area.ts'
import { outsideRole } from './outside-role.ts'
import { planningTime } from './planning-time.ts'
import { readinessLow } from './readiness-low.ts'
import { seasonUnsuited } from './season-unsuited.ts'
import { sortiesExceeded } from './sorties-exceeded.ts'
import { supplyShort } from './supply-short.ts'
import { travelInfeasible } from './travel-infeasible.ts'

/** Every rule of the feasibility check. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  'double-booking': doubleBooking,
  'outside-role': outsideRole,
  'capability-short': capabilityShort,
  'readiness-low': readinessLow,
  'outside-allocation': outsideAllocation,
  'enabler-missing': enablerMissing,
  'travel-infeasible': travelInfeasible,
  'order-broken': orderBroken,
  'legal-basis': legalBasis,
  'objective-uncovered': objectiveUncovered,
  'outside-area': outsideArea,
  'light-unsuited': lightUnsuited,
  'season-unsuited': seasonUnsuited,
  'sorties-exceeded': sortiesExceeded,
  altitude,
  'planning-time': planningTime,
  'no-reserve': noReserve,
  'no-medevac': noMedevac,
  'command-conflict': commandConflict,
  'supply-short': supplyShort,
  'airspace-overlap': airspaceOverlap,
}
