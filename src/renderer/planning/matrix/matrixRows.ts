import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { superiorAt } from '../../../domain/plan/unitStates.ts'
import type { Component } from '../../../domain/records/component.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { type Bar, type BarLanes, NO_BARS } from './barLanes.ts'
import { type GhostBar, type GhostLanes, layGhosts, NO_GHOSTS } from './ghostLanes.ts'
import type { ProposalGhosts, UnitGhosts } from './proposalGhosts.ts'
import { UnitLanes } from './unitLanes.ts'
import { unitTree } from '../../fields/unitTree.ts'

export interface ComponentRow {
  readonly kind: 'component'
  readonly id: Id<'component'>
  readonly component: Readonly<Component>
  readonly isCollapsed: boolean
  /** Units below it that are shown when it is open. */
  readonly units: number
  readonly lanes: BarLanes
  readonly ghosts: GhostLanes
  readonly shownLanes: number
  readonly hiddenBars: number
}

export interface UnitRow {
  readonly kind: 'unit'
  readonly id: Id<'unit'>
  readonly unit: Readonly<Unit>
  readonly component: Readonly<Component> | undefined
  readonly depth: number
  readonly hasBelow: boolean
  readonly isCollapsed: boolean
  readonly lanes: BarLanes
  /** What an open proposal would put here. */
  readonly ghosts: GhostLanes
  readonly shownLanes: number
  /** Bars and ghosts on lanes that are not shown. */
  readonly hiddenBars: number
}

export type MatrixRow = ComponentRow | UnitRow

/** What decides which rows there are. */
export interface RowChoice {
  /** Ids of rows that hide what is below them. */
  readonly collapsed: ReadonlySet<string>
  /** Ids of rows that show all their lanes. */
  readonly unfolded: ReadonlySet<string>
  readonly isOnlyBusy: boolean
  /** Whether a unit's name fits the filter; null where nothing is filtered. */
  readonly fits: ((unit: Unit) => boolean) | null
  /** Epoch milliseconds: whose superior is asked for. */
  readonly instant: number
  /** What an open proposal would change; null where none is open or shown. */
  readonly ghosts: ProposalGhosts | null
}

export interface RowModel {
  readonly rows: readonly MatrixRow[]
  readonly indexOf: ReadonlyMap<string, number>
  /** What an open proposal would change; null where none is open or shown. */
  readonly ghosts: ProposalGhosts | null
  /** First start and last end of all bars and ghosts; null without any. */
  readonly time: { readonly from: number; readonly to: number } | null
  /** False while bars of a large plan are still coming in: read again. */
  readonly isComplete: boolean
}

/** More lanes than these are folded into a count until asked for. */
const MAX_LANES = 5

/** Units laid out at one go while a plan comes in: about ten milliseconds. */
const SLICE = 400

/** Rows of a plan; keeps what one edit leaves as it was, so that only the rows it touches are laid out again. */
export class MatrixRows {
  readonly #lanes = new UnitLanes()
  readonly #ghosts = new Map<Id<'unit'>, { lanes: BarLanes; of: UnitGhosts; laid: GhostLanes }>()
  #rows = new Map<string, MatrixRow>()
  #units: readonly Unit[] = []
  #tree: { readonly instant: number; readonly below: ReadonlyMap<string, readonly Unit[]> } | null = null

  read(plan: PlanReader, choice: RowChoice): RowModel {
    const units = this.#readUnits(plan)
    const isComplete = this.#lanes.update(plan, units, SLICE)
    const { instant } = choice
    if (this.#tree?.instant !== instant) this.#tree = { instant, below: unitTree(plan, units, instant) }
    const { below } = this.#tree
    const shown = choice.isOnlyBusy || choice.fits !== null ? this.#shown(plan, units, choice) : null
    const rows: MatrixRow[] = []
    const components = [...plan.all('component')].sort((a, b) => a.order - b.order)
    for (const component of components) {
      const before = rows.length
      for (const unit of below.get(component.id) ?? []) {
        this.#push(rows, { unit, component, depth: 1, below, shown, choice })
      }
      const count = rows.length - before
      if (count === 0 && shown !== null) continue
      const isCollapsed = choice.collapsed.has(component.id)
      if (isCollapsed) rows.length = before
      rows.splice(before, 0, this.#componentRow(component, isCollapsed, count))
    }
    this.#rows = new Map(rows.map((row) => [row.id, row]))
    const indexOf = new Map(rows.map((row, i) => [row.id as string, i]))
    return { rows, indexOf, ghosts: choice.ghosts, time: union(this.#lanes.time(), choice.ghosts?.time), isComplete }
  }

  /** The ghosts of a unit in its lanes, laid out again only where either has changed. */
  #ghostsOf(unit: Id<'unit'>, lanes: BarLanes, of: UnitGhosts | undefined): GhostLanes {
    if (of === undefined) return NO_GHOSTS
    const known = this.#ghosts.get(unit)
    if (known?.lanes === lanes && known.of === of) return known.laid
    const laid = layGhosts(lanes, of)
    this.#ghosts.set(unit, { lanes, of, laid })
    return laid
  }

  /** The same list as long as no unit changes; then the tree is made anew as well. */
  #readUnits(plan: PlanReader): readonly Unit[] {
    const units = [...plan.all('unit')]
    if (units.length === this.#units.length && units.every((unit, i) => unit === this.#units[i])) return this.#units
    this.#units = units
    this.#tree = null
    return units
  }

  /** Units to show, with those above them. */
  #shown(
    plan: PlanReader,
    units: readonly Unit[],
    { isOnlyBusy, fits, instant, ghosts }: RowChoice,
  ): ReadonlySet<string> {
    const shown = new Set<string>()
    for (const unit of units) {
      const isBusy = plan.indexes.assignmentsOfUnit.get(unit.id).length > 0 || ghosts?.byUnit.has(unit.id) === true
      if (isOnlyBusy && !isBusy) continue
      if (fits !== null && !fits(unit)) continue
      let at: Unit | undefined = unit
      while (at !== undefined && !shown.has(at.id)) {
        shown.add(at.id)
        const superior: Id<'unit'> | null = superiorAt(at, instant)
        at = superior === null ? undefined : plan.get(superior)
      }
    }
    return shown
  }

  #push(rows: MatrixRow[], node: Node): void {
    const { unit, component, depth, below, shown, choice } = node
    if (shown !== null && !shown.has(unit.id)) return
    const children = (below.get(unit.id) ?? NONE).filter((child) => shown === null || shown.has(child.id))
    const isCollapsed = choice.collapsed.has(unit.id)
    const lanes = this.#lanes.of(unit.id)
    const ghosts = this.#ghostsOf(unit.id, lanes, choice.ghosts?.byUnit.get(unit.id))
    const all = Math.max(lanes.lanes, ghosts.lanes)
    const shownLanes = choice.unfolded.has(unit.id) ? all : Math.min(all, MAX_LANES)
    const known = this.#rows.get(unit.id)
    const isSame =
      known?.kind === 'unit' &&
      known.unit === unit &&
      known.component === component &&
      known.depth === depth &&
      known.hasBelow === children.length > 0 &&
      known.isCollapsed === isCollapsed &&
      known.lanes === lanes &&
      known.ghosts === ghosts &&
      known.shownLanes === shownLanes
    rows.push(
      isSame
        ? known
        : {
            kind: 'unit',
            id: unit.id,
            unit,
            component,
            depth,
            hasBelow: children.length > 0,
            isCollapsed,
            lanes,
            ghosts,
            shownLanes,
            hiddenBars:
              all > shownLanes ? [...lanes.bars, ...ghosts.bars].filter((b) => b.lane >= shownLanes).length : 0,
          },
    )
    if (isCollapsed) return
    for (const child of children) this.#push(rows, { ...node, unit: child, depth: depth + 1 })
  }

  #componentRow(component: Component, isCollapsed: boolean, units: number): ComponentRow {
    const known = this.#rows.get(component.id)
    if (
      known?.kind === 'component' &&
      known.component === component &&
      known.isCollapsed === isCollapsed &&
      known.units === units
    ) {
      return known
    }
    return {
      kind: 'component',
      id: component.id,
      component,
      isCollapsed,
      units,
      lanes: NO_BARS,
      ghosts: NO_GHOSTS,
      shownLanes: 0,
      hiddenBars: 0,
    }
  }
}

interface Node {
  readonly unit: Unit
  readonly component: Component
  readonly depth: number
  readonly below: ReadonlyMap<string, readonly Unit[]>
  readonly shown: ReadonlySet<string> | null
  readonly choice: RowChoice
}

const NONE: readonly Unit[] = []

type Time = { readonly from: number; readonly to: number }

const union = (a: Time | null, b: Time | null | undefined): Time | null =>
  a === null || b === null || b === undefined
    ? (a ?? b ?? null)
    : { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }

/** A ghost on a row. */
export const ghostOf = (row: MatrixRow | undefined, ghost: string | undefined): GhostBar | undefined =>
  ghost === undefined ? undefined : row?.ghosts.bars.find((bar) => bar.ghost.id === ghost)

/** The bar of an assignment on a row. */
export const barOf = (row: MatrixRow | undefined, assignment: string | null): Bar | undefined =>
  assignment === null ? undefined : row?.lanes.bars.find((bar) => bar.assignment.id === assignment)
