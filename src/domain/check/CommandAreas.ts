import { Area } from '../geo/Area.ts'
import { overlaySpan } from '../plan/overlayTimes.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { superiorAt } from '../plan/unitStates.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Overlay } from '../records/overlay.ts'
import type { Unit } from '../records/unit.ts'

/** A command that areas are drawn for: a unit, a component, or all of the plan. */
export type Owner = Id<'unit'> | Id<'component'> | 'plan'

interface Drawn {
  readonly overlay: Overlay
  readonly area: Area
  readonly from: number
  readonly to: number
}

/** Where a unit may work on a mission at a time. */
export interface Bounds {
  /** Whose area of operations it is. */
  readonly owner: Owner
  readonly operations: readonly Drawn[]
  /** Areas of operations and of coordination together. */
  readonly areas: readonly Area[]
}

const NOTHING: readonly Drawn[] = []

/** Whether a record of a control measure has a say in where missions may be. */
export function boundsMissions(overlay: Overlay): boolean {
  return overlay.kind === 'area-of-operations' || overlay.kind === 'area-of-coordination'
}

export function ownerOf(overlay: Overlay): Owner {
  return overlay.unit ?? overlay.component ?? 'plan'
}

/**
 * The areas of operations and of coordination of one plan, by whom they are for. What encloses nothing is left out. To be
 * made anew when areas, phases, or superiors and components of units have changed.
 */
export class CommandAreas {
  readonly #plan: PlanReader
  readonly #operations = new Map<Owner, Owned>()
  readonly #coordination = new Map<Owner | Id<'mission'>, Drawn[]>()
  readonly #commands = new Map<Unit, Command>()

  constructor(plan: PlanReader) {
    this.#plan = plan
    const operations = new Map<Owner, Drawn[]>()
    for (const overlay of plan.all('overlay')) {
      const area = overlay.shape === 'area' && boundsMissions(overlay) ? Area.of(overlay.points) : null
      if (area === null) continue
      const drawn = { overlay, area, ...overlaySpan(plan, overlay) }
      if (overlay.kind === 'area-of-operations') add(operations, ownerOf(overlay), drawn)
      else add(this.#coordination, overlay.mission ?? ownerOf(overlay), drawn)
    }
    for (const [owner, drawn] of operations) {
      this.#operations.set(owner, { owner, drawn, areas: drawn.map((d) => d.area), isAlways: drawn.every(isOpen) })
    }
  }

  /** No area of operations is drawn, so nothing lies outside of one. */
  get isEmpty(): boolean {
    return this.#operations.size === 0
  }

  /**
   * The areas of the unit itself or of the nearest superior that has one in force at the mission's start, else of its
   * component, else of the whole plan; with those of coordination that are for any of these or name the mission. Null
   * where no area of operations is in force.
   */
  boundsOf(unit: Unit, mission: Mission, start: number, instant: number): Bounds | null {
    const { owners, coordination } = this.#commandOf(unit, instant)
    for (const { owner, drawn, areas, isAlways } of owners) {
      const operations = isAlways ? drawn : inForce(drawn, start)
      if (operations.length === 0) continue
      const own = operations === drawn ? areas : operations.map((d) => d.area)
      if (coordination.length === 0 && !this.#coordination.has(mission.id)) return { owner, operations, areas: own }
      const shared = [coordination, this.#coordination.get(mission.id) ?? NOTHING].flatMap((list) =>
        inForce(list, start),
      )
      return { owner, operations, areas: [...own, ...shared.map((d) => d.area)] }
    }
    return null
  }

  /** The unit, those above it at an instant, its component and the plan: those of them that areas are drawn for. */
  #commandOf(unit: Unit, instant: number): Command {
    const known = this.#commands.get(unit)
    if (known !== undefined && known.from <= instant && instant < known.to) return known
    const chain: Owner[] = [unit.id]
    let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let at: Unit | undefined = unit; at !== undefined; ) {
      const id: Id<'unit'> | null = superiorAt(at, instant)
      if (at.states.superior.length > 0) {
        const time = timeUnder(at, id, instant)
        from = Math.max(from, time.from)
        to = Math.min(to, time.to)
      }
      if (id === null || chain.includes(id)) break
      chain.push(id)
      at = this.#plan.get(id)
    }
    chain.push(unit.component, 'plan')
    const owners: Owned[] = []
    const coordination: Drawn[] = []
    for (const owner of chain) {
      const owned = this.#operations.get(owner)
      if (owned !== undefined) owners.push(owned)
      if (this.#coordination.size > 0) coordination.push(...(this.#coordination.get(owner) ?? NOTHING))
    }
    const command = { from, to, owners, coordination }
    this.#commands.set(unit, command)
    return command
  }
}

/** From when to when around an instant a unit is under the superior it has then. */
function timeUnder(unit: Unit, superior: Id<'unit'> | null, instant: number): { from: number; to: number } {
  let [from, before] = [Number.NEGATIVE_INFINITY, unit.parent]
  for (const turn of unit.states.superior) {
    if (turn.from > instant && turn.unit !== superior) return { from, to: turn.from }
    if (turn.from <= instant && turn.unit !== before) from = turn.from
    before = turn.unit
  }
  return { from, to: Number.POSITIVE_INFINITY }
}

interface Owned {
  readonly owner: Owner
  readonly drawn: readonly Drawn[]
  readonly areas: readonly Area[]
  /** All of them are in force at any time. */
  readonly isAlways: boolean
}

/** Who commands a unit between two turns of it, epoch ms, as far as areas are drawn for them; the nearest first. */
interface Command {
  readonly from: number
  readonly to: number
  readonly owners: readonly Owned[]
  readonly coordination: readonly Drawn[]
}

function add<K>(lists: Map<K, Drawn[]>, key: K, drawn: Drawn): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [drawn])
  else list.push(drawn)
}

const isOpen = ({ from, to }: Drawn): boolean => from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY

function inForce(list: readonly Drawn[], at: number): readonly Drawn[] {
  return list.every((d) => d.from <= at && at < d.to) ? list : list.filter((d) => d.from <= at && at < d.to)
}
