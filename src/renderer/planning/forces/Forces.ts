import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { superiorAt, superiorTurns } from '../../../domain/plan/unitStates.ts'
import type { RecordOf } from '../../../domain/records/catalog.ts'
import { ECHELONS } from '../../../domain/records/unit.ts'
import { folded } from '../../ui/folded.ts'

export interface ComponentRow {
  readonly kind: 'component'
  readonly id: string
  readonly component: RecordOf<'component'>
}

export interface UnitRow {
  readonly kind: 'unit'
  readonly id: string
  readonly unit: RecordOf<'unit'>
  /** Name, designation and notes as they are searched. */
  readonly text: string
}

export type ForcesRow = ComponentRow | UnitRow

/** Who stands under whom at one time. */
export interface ForcesTree {
  readonly roots: readonly ComponentRow[]
  readonly childrenOf: (row: ForcesRow) => readonly UnitRow[]
  /** The row above a unit: a unit, or its component. */
  readonly parentOf: (row: UnitRow) => ForcesRow | null
}

const NO_ROWS: readonly UnitRow[] = []
const RANKS = new Map(ECHELONS.map((echelon, at) => [echelon, echelon === 'none' ? -1 : at]))
const rows = new WeakMap<RecordOf<'unit'>, UnitRow>()
const componentRows = new WeakMap<RecordOf<'component'>, ComponentRow>()

/** The same row for the same record, so that rows that did not change are not drawn again. */
function rowOf(unit: RecordOf<'unit'>): UnitRow {
  const known = rows.get(unit)
  if (known !== undefined) return known
  const row: UnitRow = { kind: 'unit', id: unit.id, unit, text: folded(`${unit.designation} ${unit.name}`) }
  rows.set(unit, row)
  return row
}

function componentRowOf(component: RecordOf<'component'>): ComponentRow {
  const known = componentRows.get(component)
  if (known !== undefined) return known
  const row: ComponentRow = { kind: 'component', id: component.id, component }
  componentRows.set(component, row)
  return row
}

/** Components and units of one state of a plan, sorted once, with the tree at any instant. */
export class Forces {
  readonly components: readonly ComponentRow[]
  /** Larger echelons first within a component, then in the order they came. */
  readonly units: readonly UnitRow[]
  /** Places in the arrays: of units, then of components. */
  readonly #at = new Map<string, number>()
  /** Places of superiors where no dated one says otherwise, and of the units for which one may. */
  readonly #standing: Int32Array
  readonly #dated: readonly number[]
  /** Instants at which any unit changes its superior, ascending. */
  readonly #turns: readonly number[]
  readonly #counts = new Map<string, number>()
  #changes: Float64Array | null = null
  #tree: { readonly turn: number; readonly tree: ForcesTree } | null = null

  constructor(components: readonly RecordOf<'component'>[], units: readonly RecordOf<'unit'>[]) {
    this.components = components.toSorted((a, b) => a.order - b.order).map(componentRowOf)
    const order = new Map(this.components.map((row, at) => [row.id, at]))
    const weight = (u: RecordOf<'unit'>): number => (order.get(u.component) ?? 0) * 100 - (RANKS.get(u.echelon) ?? 0)
    const weighed = units.map((unit) => ({ unit, weight: weight(unit) })).sort((a, b) => a.weight - b.weight)
    this.units = weighed.map(({ unit }) => rowOf(unit))
    for (const [at, row] of [...this.units, ...this.components].entries()) this.#at.set(row.id, at)
    for (const row of this.units) {
      this.#counts.set(row.unit.component, this.countIn(row.unit.component) + 1)
    }
    this.#standing = Int32Array.from(this.units, ({ unit }) => this.#placeOf(unit.parent, unit))
    this.#dated = [...this.units.keys()].filter((at) => this.units[at]?.unit.states.superior.length !== 0)
    this.#turns = superiorTurns(units)
  }

  get(id: string): UnitRow | undefined {
    return this.units[this.#at.get(id) ?? -1]
  }

  /** How many units belong to a component. */
  countIn(component: string): number {
    return this.#counts.get(component) ?? 0
  }

  /** The tree at an instant (epoch ms): the same object between two changes of superiors. */
  treeAt(instant: number): ForcesTree {
    const turn = countUpTo(this.#turns, instant)
    if (this.#tree?.turn !== turn) this.#tree = { turn, tree: this.#build(instant) }
    return this.#tree.tree
  }

  /** The next instant at which anything about the units changes: superior, place, readiness, allocation. */
  changeAfter(instant: number): number | null {
    const changes = this.#allChanges()
    return changes[countUpTo(changes, instant)] ?? null
  }

  changeBefore(instant: number): number | null {
    const changes = this.#allChanges()
    const until = countUpTo(changes, instant - 1)
    return until === 0 ? null : (changes[until - 1] ?? null)
  }

  #allChanges(): Float64Array {
    if (this.#changes !== null) return this.#changes
    const instants = new Set<number>()
    for (const { unit } of this.units) {
      for (const states of [unit.states.superior, unit.states.location, unit.states.readiness]) {
        for (const state of states) instants.add(state.from)
      }
      for (const period of unit.allocation) {
        instants.add(period.from)
        if (period.to !== null) instants.add(period.to)
      }
    }
    this.#changes = Float64Array.from(instants).sort()
    return this.#changes
  }

  #build(instant: number): ForcesTree {
    const { units, components } = this
    const parents = this.#parentsAt(instant)
    this.#untangle(parents)
    const children: UnitRow[][] = []
    for (const [at, row] of units.entries()) {
      const parent = parents[at] ?? 0
      const siblings = children[parent]
      if (siblings === undefined) children[parent] = [row]
      else siblings.push(row)
    }
    return {
      roots: components,
      childrenOf: (row) => children[this.#at.get(row.id) ?? -1] ?? NO_ROWS,
      parentOf: (row) => {
        const parent = parents[this.#at.get(row.id) ?? -1] ?? -1
        return units[parent] ?? components[parent - units.length] ?? null
      },
    }
  }

  /** The place of each unit's superior at an instant; those of components come after those of units. */
  #parentsAt(instant: number): Int32Array {
    const parents = this.#standing.slice()
    for (const at of this.#dated) {
      const row = this.units[at]
      if (row !== undefined) parents[at] = this.#placeOf(superiorAt(row.unit, instant), row.unit)
    }
    return parents
  }

  /** A superior that is not there, or an unknown component, leaves the unit at the first component. */
  #placeOf(superior: string | null, unit: RecordOf<'unit'>): number {
    const above = superior === null ? undefined : this.#at.get(superior)
    return above ?? this.#at.get(unit.component) ?? this.units.length
  }

  /** Units in a circle of superiors hang on no component; the first of each circle is shown under its own. */
  #untangle(parents: Int32Array): void {
    const count = this.units.length
    /** 0 not seen; else the number of the walk that saw it. */
    const seen = new Int32Array(count)
    for (let start = 0; start < count; start += 1) {
      let at = start
      while (at < count && seen[at] === 0) {
        seen[at] = start + 1
        at = parents[at] ?? count
      }
      const row = this.units[start]
      if (at < count && seen[at] === start + 1 && row !== undefined)
        parents[at] = this.#placeOf(null, this.units[at]?.unit ?? row.unit)
    }
  }
}

/** How many of ascending numbers are at most `value`. */
function countUpTo(ascending: ArrayLike<number>, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

let last: {
  readonly plan: PlanReader
  readonly revision: number
  readonly forces: Forces
  readonly parts: readonly unknown[]
} | null = null

/** The forces of a plan: the same object until a unit or a component changes, whatever else does. */
export function forcesOf(plan: PlanReader): Forces {
  if (last?.plan === plan && last.revision === plan.revision) return last.forces
  const components = [...plan.all('component')]
  const units = [...plan.all('unit')]
  const parts = [...components, ...units]
  const before = last?.plan === plan ? last : null
  const isSame = before?.parts.length === parts.length && parts.every((part, at) => part === before.parts[at])
  const forces = isSame && before !== null ? before.forces : new Forces(components, units)
  last = { plan, revision: plan.revision, forces, parts }
  return forces
}
