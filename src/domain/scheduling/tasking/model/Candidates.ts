import { quantityOf } from '../../../check/CheckContext.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { CapabilityQuantity, ComponentKind } from '../../../records/common.ts'
import type { MissionType } from '../../../records/missionType.ts'
import type { Unit } from '../../../records/unit.ts'

export interface Force {
  readonly leaders: readonly Unit[]
  readonly supporters: readonly Unit[]
}

const NOBODY: Force = { leaders: [], supporters: [] }

/**
 * Who may serve missions by what no time changes. A leader is of a component that may lead the type, and has something of
 * what is needed where any such unit has; a supporter has something of it. Partners serve only types that partners lead.
 * A unit that is never allocated serves nothing.
 */
export class Candidates {
  readonly #known = new Map<string, Force>()
  readonly #units: { readonly unit: Unit; readonly kind: ComponentKind }[] = []

  constructor(plan: PlanReader) {
    for (const unit of plan.all('unit')) {
      const kind = plan.get(unit.component)?.kind
      if (kind !== undefined && unit.allocation.some((p) => p.to === null || p.from < p.to)) {
        this.#units.push({ unit, kind })
      }
    }
  }

  of(type: MissionType | undefined, needs: readonly CapabilityQuantity[], needsLeader: boolean): Force {
    if (type === undefined || (needs.length === 0 && !needsLeader)) return NOBODY
    const asked = needs.map((n) => n.capability).sort()
    const key = [type.id, needsLeader, ...asked].join(' ')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const has = (unit: Unit): boolean => asked.some((capability) => quantityOf(unit.capabilities, capability) > 0)
    const able = asked.length === 0 ? this.#units : this.#units.filter(({ unit }) => has(unit))
    const mayLead = ({ kind }: { readonly kind: ComponentKind }): boolean => type.components.includes(kind)
    const leading = able.filter(mayLead)
    const force = {
      leaders: !needsLeader ? [] : (leading.length > 0 ? leading : this.#units.filter(mayLead)).map(({ unit }) => unit),
      supporters:
        asked.length === 0
          ? []
          : able
              .filter(({ kind }) => kind !== 'partners' || type.components.includes('partners'))
              .map(({ unit }) => unit),
    }
    this.#known.set(key, force)
    return force
  }
}
