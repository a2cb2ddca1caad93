import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Assignment } from '../../../domain/records/assignment.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { type BarLanes, layLanes, NO_BARS } from './barLanes.ts'

interface Laid {
  readonly list: readonly Assignment[]
  readonly lanes: BarLanes
}

/** The lanes of every unit of a plan, laid out again only where an edit has changed them. */
export class UnitLanes {
  readonly #laid = new Map<Id<'unit'>, Laid>()
  #missions: readonly Mission[] = []

  of(unit: Id<'unit'>): BarLanes {
    return this.#laid.get(unit)?.lanes ?? NO_BARS
  }

  /**
   * Follows the plan. At most `mostNew` units are laid out that never were, so that a large plan comes in slices;
   * false while some are left.
   */
  update(plan: PlanReader, units: readonly Unit[], mostNew: number): boolean {
    const changed = this.#changedMissions(plan)
    const touched = changed === null ? null : unitsOf(changed, plan)
    let left = mostNew
    for (const { id } of units) {
      const list = plan.indexes.assignmentsOfUnit.get(id)
      const known = this.#laid.get(id)
      if (known === undefined && list.length > 0) {
        if (left === 0) continue
        left -= 1
      }
      const isSame = known?.list === list && (touched === null ? isCurrent(plan, known) : !touched.has(id))
      if (!isSame) this.#laid.set(id, { list, lanes: lay(plan, list) })
    }
    return left > 0
  }

  /** First start and last end of all bars; null without any. */
  time(): { readonly from: number; readonly to: number } | null {
    let from = Number.POSITIVE_INFINITY
    let to = Number.NEGATIVE_INFINITY
    for (const { lanes } of this.#laid.values()) {
      if (lanes.bars.length === 0) continue
      from = Math.min(from, lanes.from)
      to = Math.max(to, lanes.to)
    }
    return from <= to ? { from, to } : null
  }

  /** Missions whose record is another one than at the last look; null where some were removed and any may differ. */
  #changedMissions(plan: PlanReader): readonly Mission[] | null {
    const before = this.#missions
    const now = [...plan.all('mission')]
    this.#missions = now
    if (now.length < before.length) return null
    const changed: Mission[] = []
    for (const [i, was] of before.entries()) {
      const is = now[i]
      if (is === was || is === undefined) continue
      if (is.id !== was.id) return null
      changed.push(is)
    }
    return changed
  }
}

function unitsOf(missions: readonly Mission[], plan: PlanReader): ReadonlySet<Id<'unit'>> {
  return new Set(missions.flatMap((m) => plan.indexes.assignmentsOfMission.get(m.id).map((a) => a.unit)))
}

function lay(plan: PlanReader, list: readonly Assignment[]): BarLanes {
  return layLanes(
    list.flatMap((assignment) => {
      const mission = plan.get(assignment.mission)
      return mission === undefined ? [] : [{ assignment, mission }]
    }),
  )
}

const isCurrent = (plan: PlanReader, { list, lanes: { bars } }: Laid): boolean => {
  for (const bar of bars) if (plan.get(bar.assignment.mission) !== bar.mission) return false
  // A mission that had no start when the row was laid out has no bar whose record could tell.
  if (bars.length === list.length) return true
  return list.every((a) => plan.get(a.mission)?.start === null || bars.some((bar) => bar.assignment === a))
}
