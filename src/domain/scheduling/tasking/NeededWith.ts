import type { Id } from '../../records/ids.ts'
import { DAY } from '../../time/planTime.ts'
import type { BareChange } from './changesOf.ts'
import type { Placement, Relation, TaskingModel } from './model/TaskingModel.ts'
import { Timetable } from './timetable/Timetable.ts'

/** Stays farther apart than this do not get in each other's way: no way in the area takes longer. */
const MOST_APART = 3 * DAY

/** A task where it is in the plan as it stands; without a placement where that is not whole. */
interface Present {
  readonly task: number
  readonly from: number
  readonly to: number
  readonly placement: Placement | null
}

/**
 * For each change, the other changes it cannot do without: those of missions that hold its units where they stand now, or
 * that it is tied to and that stand elsewhere or nowhere now; whatever gives it what it needs goes with it. Worked out
 * pair by pair, so that a part of a proposal can be taken.
 */
export class NeededWith {
  readonly #model: TaskingModel
  /** Holds one pair at a time. */
  readonly #timetable: Timetable
  readonly #placements: readonly (Placement | null)[]
  readonly #changed: ReadonlySet<number>
  /** Changed tasks by the units they have in the plan as it stands. */
  readonly #byUnit = new Map<Id<'unit'>, Present[]>()
  readonly #lines = new Map<Id<'unit'>, readonly Id<'unit'>[]>()

  constructor(model: TaskingModel, placements: readonly (Placement | null)[], changes: readonly BareChange[]) {
    this.#model = model
    this.#timetable = new Timetable(model)
    this.#placements = placements
    const indexes = changes.flatMap((c) => model.taskOf.get(c.mission)?.index ?? [])
    this.#changed = new Set(indexes)
    for (const { mission, start, units } of changes) {
      const task = model.taskOf.get(mission)
      if (task === undefined || start.from === null) continue
      const placement = this.#timetable.currentOf(task.index)
      const present = { task: task.index, from: start.from, to: start.from + task.minutes, placement }
      for (const { unit } of units.from) {
        const list = this.#byUnit.get(unit)
        if (list === undefined) this.#byUnit.set(unit, [present])
        else list.push(present)
      }
    }
  }

  of({ mission, units }: BareChange): Id<'mission'>[] {
    const own = this.#model.taskOf.get(mission)
    const placement = own === undefined ? null : this.#placements[own.index]
    if (own === undefined || placement === null || placement === undefined) return []
    const needed = new Set<number>()
    for (const relation of own.relations) {
      if (!this.#changed.has(relation.other)) continue
      if (relation.isEnabled === true || !this.#holds(placement.start, relation)) needed.add(relation.other)
    }
    for (const { ties } of own.choices) for (const { task } of ties) if (this.#changed.has(task)) needed.add(task)
    for (const { enabled } of own.serves) if (enabled !== null && this.#changed.has(enabled)) needed.add(enabled)
    const from = placement.start - MOST_APART
    const to = placement.start + own.minutes + MOST_APART
    for (const { unit } of units.to) {
      for (const near of this.#lineOf(unit)) {
        for (const other of this.#byUnit.get(near) ?? []) {
          if (other.from >= to || other.to <= from || other.task === own.index || needed.has(other.task)) continue
          if (this.#clashes(own.index, placement, other)) needed.add(other.task)
        }
      }
    }
    return [...needed].sort((a, b) => a - b).flatMap((i) => this.#model.tasks[i]?.mission.id ?? [])
  }

  /** Whether a tie holds while the other mission stays where it is now. */
  #holds(start: number, { other, spans, kind }: Relation): boolean {
    const at = this.#model.tasks[other]?.mission.start ?? null
    if (at === null) return kind === 'dependency'
    return spans.some(({ least, most }) => start - at >= least && start - at <= most)
  }

  /** Whether a placement clashes with where another task is in the plan as it stands. */
  #clashes(task: number, placement: Placement, present: Present): boolean {
    // What stands there now is not whole, and cannot be told apart from a clash.
    if (present.placement === null) return true
    this.#timetable.place(present.task, present.placement)
    const obstacle = this.#timetable.obstacleOf(task, placement)
    this.#timetable.remove(present.task)
    return obstacle !== null
  }

  /** A unit and all above and below it. */
  #lineOf(unit: Id<'unit'>): readonly Id<'unit'>[] {
    const known = this.#lines.get(unit)
    if (known !== undefined) return known
    const { plan } = this.#model
    const line = new Set([unit])
    for (const id of line) for (const { id: below } of plan.indexes.subordinatesEver.get(id)) line.add(below)
    for (let at = plan.get(unit)?.parent ?? null; at !== null && !line.has(at); at = plan.get(at)?.parent ?? null) {
      line.add(at)
    }
    const list = [...line]
    this.#lines.set(unit, list)
    return list
  }
}
