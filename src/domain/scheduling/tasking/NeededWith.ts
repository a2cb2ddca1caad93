import type { Id } from '../../records/ids.ts'
import type { BareChange } from './changesOf.ts'
import type { Placement, Relation, TaskingModel } from './TaskingModel.ts'
import { Timetable } from './Timetable.ts'

/**
 * For each change, the other changes it cannot do without: those of missions that hold its units where they stand now, or
 * that it is tied to and that stand elsewhere or nowhere now. Worked out pair by pair, so that a part of a proposal can
 * be taken.
 */
export class NeededWith {
  readonly #model: TaskingModel
  /** Holds one pair at a time. */
  readonly #timetable: Timetable
  readonly #placements: readonly (Placement | null)[]
  readonly #changed: ReadonlySet<number>
  /** Changed tasks by the units they have in the plan as it stands. */
  readonly #byUnit = new Map<Id<'unit'>, number[]>()

  constructor(model: TaskingModel, placements: readonly (Placement | null)[], changes: readonly BareChange[]) {
    this.#model = model
    this.#timetable = new Timetable(model)
    this.#placements = placements
    const indexes = changes.flatMap((c) => model.taskOf.get(c.mission)?.index ?? [])
    this.#changed = new Set(indexes)
    for (const { mission, start, units } of changes) {
      const task = model.taskOf.get(mission)
      if (task === undefined || start.from === null) continue
      for (const { unit } of units.from) {
        const list = this.#byUnit.get(unit)
        if (list === undefined) this.#byUnit.set(unit, [task.index])
        else list.push(task.index)
      }
    }
  }

  of({ mission, units }: BareChange): Id<'mission'>[] {
    const own = this.#model.taskOf.get(mission)
    const placement = own === undefined ? null : this.#placements[own.index]
    if (own === undefined || placement === null || placement === undefined) return []
    const needed = new Set<number>()
    for (const relation of own.relations) {
      if (this.#changed.has(relation.other) && !this.#holds(placement.start, relation)) needed.add(relation.other)
    }
    for (const unit of this.#line(units.to.map((u) => u.unit))) {
      for (const other of this.#byUnit.get(unit) ?? []) {
        if (other !== own.index && !needed.has(other) && this.#clashes(own.index, placement, other)) needed.add(other)
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
  #clashes(task: number, placement: Placement, other: number): boolean {
    const current = this.#timetable.currentOf(other)
    // What stands there now is not whole, and cannot be told apart from a clash.
    if (current === null) return true
    this.#timetable.place(other, current)
    const obstacle = this.#timetable.obstacleOf(task, placement)
    this.#timetable.remove(other)
    return obstacle !== null
  }

  /** Units and all above and below them. */
  #line(units: readonly Id<'unit'>[]): ReadonlySet<Id<'unit'>> {
    const { plan } = this.#model
    const line = new Set(units)
    for (const id of line) {
      for (const { id: below } of plan.indexes.subordinatesEver.get(id)) line.add(below)
    }
    for (const id of units) {
      for (let at = plan.get(id)?.parent ?? null; at !== null && !line.has(at); at = plan.get(at)?.parent ?? null) {
        line.add(at)
      }
    }
    return line
  }
}
