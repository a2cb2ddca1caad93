import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { superiorAt } from '../../../domain/plan/unitStates.ts'
import type { Assignment } from '../../../domain/records/assignment.ts'
import type { Component } from '../../../domain/records/component.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { type Bar, type BarLanes, layLanes, NO_BARS } from './barLanes.ts'

export interface ComponentRow {
  readonly kind: 'component'
  readonly id: Id<'component'>
  readonly component: Readonly<Component>
  readonly isCollapsed: boolean
  /** Units below it that are shown when it is open. */
  readonly units: number
  readonly lanes: BarLanes
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
  readonly shownLanes: number
  /** Bars on lanes that are not shown. */
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
}

export interface RowModel {
  readonly rows: readonly MatrixRow[]
  readonly indexOf: ReadonlyMap<string, number>
  /** First start and last end of all bars; null without any. */
  readonly time: { readonly from: number; readonly to: number } | null
}

/** More lanes than these are folded into a count until asked for. */
export const MAX_LANES = 5

interface Laid {
  readonly list: readonly Assignment[]
  readonly lanes: BarLanes
}

/** Rows of a plan; keeps what one edit leaves as it was, so that only the rows it touches are laid out again. */
export class MatrixRows {
  readonly #laid = new Map<Id<'unit'>, Laid>()
  #rows = new Map<string, MatrixRow>()

  read(plan: PlanReader, choice: RowChoice): RowModel {
    const units = [...plan.all('unit')]
    const time = this.#layOut(plan, units)
    const below = groupBySuperior(plan, units, choice.instant)
    const shown = choice.isOnlyBusy || choice.fits !== null ? this.#shown(plan, units, choice) : null
    const rows: MatrixRow[] = []
    const components = [...plan.all('component')].sort((a, b) => a.order - b.order)
    for (const component of components) {
      const before = rows.length
      for (const unit of below.get(component.id) ?? []) {
        this.#push(rows, { unit, component, depth: 1, below, shown, choice })
      }
      const units = rows.length - before
      if (units === 0 && shown !== null) continue
      const isCollapsed = choice.collapsed.has(component.id)
      if (isCollapsed) rows.length = before
      rows.splice(before, 0, this.#componentRow(component, isCollapsed, units))
    }
    this.#rows = new Map(rows.map((row) => [row.id, row]))
    return { rows, indexOf: new Map(rows.map((row, i) => [row.id, i])), time }
  }

  lanesOf(unit: Id<'unit'>): BarLanes {
    return this.#laid.get(unit)?.lanes ?? NO_BARS
  }

  #layOut(plan: PlanReader, units: readonly Unit[]): RowModel['time'] {
    let from = Number.POSITIVE_INFINITY
    let to = Number.NEGATIVE_INFINITY
    for (const { id } of units) {
      const list = plan.indexes.assignmentsOfUnit.get(id)
      const known = this.#laid.get(id)
      let lanes = known?.lanes ?? NO_BARS
      if (known === undefined || known.list !== list || !isCurrent(plan, list, known.lanes)) {
        lanes = layLanes(
          list.flatMap((assignment) => {
            const mission = plan.get(assignment.mission)
            return mission === undefined ? [] : [{ assignment, mission }]
          }),
        )
        this.#laid.set(id, { list, lanes })
      }
      for (const bar of lanes.bars) {
        if (bar.start < from) from = bar.start
        if (bar.end > to) to = bar.end
      }
    }
    return from <= to ? { from, to } : null
  }

  /** Units to show, with those above them. */
  #shown(plan: PlanReader, units: readonly Unit[], { isOnlyBusy, fits, instant }: RowChoice): ReadonlySet<string> {
    const shown = new Set<string>()
    for (const unit of units) {
      if (isOnlyBusy && this.lanesOf(unit.id).bars.length === 0) continue
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
    const lanes = this.lanesOf(unit.id)
    const shownLanes = choice.unfolded.has(unit.id) ? lanes.lanes : Math.min(lanes.lanes, MAX_LANES)
    const known = this.#rows.get(unit.id)
    const isSame =
      known?.kind === 'unit' &&
      known.unit === unit &&
      known.component === component &&
      known.depth === depth &&
      known.hasBelow === children.length > 0 &&
      known.isCollapsed === isCollapsed &&
      known.lanes === lanes &&
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
            shownLanes,
            hiddenBars: lanes.lanes > shownLanes ? lanes.bars.filter((bar) => bar.lane >= shownLanes).length : 0,
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

const isCurrent = (plan: PlanReader, list: readonly Assignment[], { bars }: BarLanes): boolean => {
  for (const bar of bars) if (plan.get(bar.assignment.mission) !== bar.mission) return false
  // A mission that had no start when the row was laid out has no bar whose record could tell.
  if (bars.length === list.length) return true
  return list.every((a) => plan.get(a.mission)?.start === null || bars.some((bar) => bar.assignment === a))
}

/** Units under their superior's id; those without one, or in a ring of superiors, under their component's. */
function groupBySuperior(plan: PlanReader, units: readonly Unit[], instant: number): Map<string, Unit[]> {
  const below = new Map<string, Unit[]>()
  const hasHead = new Set<string>()
  for (const unit of units) {
    const superior = superiorAt(unit, instant)
    const key =
      superior !== null && plan.has(superior) && reachesHead(plan, unit, instant, hasHead) ? superior : unit.component
    const list = below.get(key)
    if (list === undefined) below.set(key, [unit])
    else list.push(unit)
  }
  return below
}

/** Whether going up from a unit ends at one without a superior; `known` remembers the units that do. */
function reachesHead(plan: PlanReader, unit: Unit, instant: number, known: Set<string>): boolean {
  const trail: string[] = []
  let at: Unit | undefined = unit
  while (at !== undefined && !known.has(at.id)) {
    if (trail.includes(at.id)) return false
    trail.push(at.id)
    const superior: Id<'unit'> | null = superiorAt(at, instant)
    at = superior === null ? undefined : plan.get(superior)
  }
  for (const id of trail) known.add(id)
  return true
}

/** Tops of rows, pixels, with the height of all as the last. */
export function rowTops(rows: readonly MatrixRow[], rowHeight: number): Float64Array {
  const tops = new Float64Array(rows.length + 1)
  for (const [i, row] of rows.entries()) tops[i + 1] = (tops[i] ?? 0) + heightOf(row, rowHeight)
  return tops
}

const LANE_GAP = 4

export const laneHeight = (rowHeight: number): number => rowHeight - LANE_GAP

/** One lane fills a row of the density; each further lane adds its own height. */
export function heightOf(row: MatrixRow, rowHeight: number): number {
  return LANE_GAP + laneHeight(rowHeight) * Math.max(1, row.shownLanes)
}

/** Top of a lane within its row. */
export const laneTop = (lane: number, rowHeight: number): number => LANE_GAP / 2 + lane * laneHeight(rowHeight)

/** The row at a height, found by halving; the last where it is beyond all. */
export function rowAt(tops: Float64Array, y: number): number {
  let low = 0
  let high = tops.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** The bar of an assignment on a row. */
export const barOf = (row: MatrixRow | undefined, assignment: string | null): Bar | undefined =>
  assignment === null ? undefined : row?.lanes.bars.find((bar) => bar.assignment.id === assignment)
