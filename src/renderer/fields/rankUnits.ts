import { bringsFor } from '../../domain/commands/bringsFor.ts'
import { isScheduled } from '../../domain/plan/missionTimes.ts'
import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import { isAllocatedFor } from '../../domain/check/allocation.ts'
import type { CapabilityQuantity } from '../../domain/records/common.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Mission } from '../../domain/records/mission.ts'
import type { MissionType } from '../../domain/records/missionType.ts'
import type { Unit } from '../../domain/records/unit.ts'
import { toInstant } from '../../domain/time/planTime.ts'
import { queryWords, searchedText } from './recordText.ts'

const SHOWN = 50

/**
 * Units that answer to a query, at most fifty: for a mission, those of a component that may lead it stand first, and
 * among them those that bring what it still asks for, then those that have what it asks for. Units on it already are
 * left out.
 */
export function rankUnits(plan: PlanReader, query: string, mission: Mission | null, without?: Id<'unit'>): Unit[] {
  const words = queryWords(query)
  const taken = new Set<Id>(
    mission === null ? [] : plan.indexes.assignmentsOfMission.get(mission.id).map((a) => a.unit),
  )
  if (without !== undefined) taken.add(without)
  const type = mission === null ? undefined : plan.get(mission.type)
  // Filled from the best rank down; a plan may have thousands of units and only the first fifty are shown.
  const ranks: Unit[][] = [[], [], [], [], [], []]
  for (const unit of plan.all('unit')) {
    if (taken.has(unit.id)) continue
    const text = searchedText(unit)
    if (!words.every((word) => text.includes(word))) continue
    if (mission === null) {
      ranks[0]?.push(unit)
      continue
    }
    const kind = plan.get(unit.component)?.kind
    const mayLead = kind !== undefined && (type?.components.includes(kind) ?? false)
    const use = bringsFor(plan, mission, unit).length > 0 ? 0 : askedOf(type, unit).length > 0 ? 1 : 2
    ranks[(mayLead ? 0 : 3) + use]?.push(unit)
  }
  return ranks.flat().slice(0, SHOWN)
}

/** What a unit has of what a type asks for, covered or not. */
function askedOf(type: MissionType | undefined, unit: Unit): readonly CapabilityQuantity[] {
  return unit.capabilities.filter((c) => type?.capabilities.some((asked) => asked.capability === c.capability) === true)
}

/** What speaks for and against a unit on a mission, for one line beside its name. */
export interface UnitOutlook {
  /** Of what the mission still lacks. */
  readonly brings: readonly CapabilityQuantity[]
  /** Of what the mission's type asks for. */
  readonly has: readonly CapabilityQuantity[]
  /** The mission that holds the unit at that time; null where none does or the mission has no time. */
  readonly busyWith: Mission | null
  readonly isAllocated: boolean
  readonly isTimed: boolean
}

export function unitOutlook(plan: PlanReader, unit: Unit, mission: Mission): UnitOutlook {
  const brings = bringsFor(plan, mission, unit)
  const has = askedOf(plan.get(mission.type), unit)
  const { start } = mission
  if (start === null) return { brings, has, busyWith: null, isAllocated: true, isTimed: false }
  const end = start + mission.duration.likely
  const { hHour } = plan.meta
  return {
    brings,
    has,
    busyWith: unit.splittable ? null : busyMission(plan, unit, mission.id, start, end),
    isAllocated: isAllocatedFor(unit, toInstant(start, hHour), toInstant(end, hHour)),
    isTimed: true,
  }
}

function busyMission(plan: PlanReader, unit: Unit, except: Id, start: number, end: number): Mission | null {
  for (const { mission: id } of plan.indexes.assignmentsOfUnit.get(unit.id)) {
    const other = plan.get(id)
    if (other === undefined || other.id === except || !isScheduled(other)) continue
    if (other.start < end && start < other.start + other.duration.likely) return other
  }
  return null
}
