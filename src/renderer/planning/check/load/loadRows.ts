import type { LoadSeries, PlanLoads } from '../../../../domain/check/loadSeries.ts'
import type { LoadSummary } from '../../../../domain/check/series/loadCells.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { superiorAt } from '../../../../domain/plan/unitStates.ts'
import type { Component } from '../../../../domain/records/component.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { queryWords, recordShort, searchedText } from '../../../fields/recordText.ts'
import { unitTree } from '../../../fields/unitTree.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import { type GridRows, gridRowsOf } from '../../../ui/grid/GridRows.ts'
import { treeRows } from '../../../ui/grid/treeRows.ts'
import type { LoadSort, LoadView } from './loadView.ts'

interface RowNumbers {
  readonly load: LoadSeries
  readonly summary: LoadSummary
}

export type LoadRow = RowNumbers &
  (
    | { readonly kind: 'component'; readonly id: Id<'component'>; readonly component: Component }
    | { readonly kind: 'unit'; readonly id: Id<'unit'>; readonly unit: Unit }
  )

/** Every row with its numbers, and who stands under whom. Made once for a plan, its numbers and a time of superiors. */
export interface LoadForest {
  readonly components: readonly LoadRow[]
  readonly units: readonly LoadRow[]
  readonly below: ReadonlyMap<string, readonly LoadRow[]>
  /** How many units below a row are over a limit on some day; rows without any are left out. */
  readonly overBelow: ReadonlyMap<string, number>
}

export function loadForest(
  plan: PlanReader,
  loads: PlanLoads,
  summaries: ReadonlyMap<Id, LoadSummary>,
  instant: number,
): LoadForest {
  const numbersOf = (id: Id, load: LoadSeries | undefined): RowNumbers | null => {
    const summary = summaries.get(id)
    return load === undefined || summary === undefined ? null : { load, summary }
  }
  const components = [...plan.all('component')]
    .toSorted((a, b) => a.order - b.order)
    .flatMap((component): LoadRow[] => {
      const numbers = numbersOf(component.id, loads.components.get(component.id))
      return numbers === null ? [] : [{ kind: 'component', id: component.id, component, ...numbers }]
    })
  const units = [...plan.all('unit')].flatMap((unit): LoadRow[] => {
    const numbers = numbersOf(unit.id, loads.units.get(unit.id))
    return numbers === null ? [] : [{ kind: 'unit', id: unit.id, unit, ...numbers }]
  })
  const below = belowOf(plan, units, instant)
  return { components, units, below, overBelow: overBelowOf(below) }
}

function overBelowOf(below: ReadonlyMap<string, readonly LoadRow[]>): ReadonlyMap<string, number> {
  const above = new Map<string, string>()
  for (const [id, rows] of below) for (const row of rows) above.set(row.id, id)
  const counts = new Map<string, number>()
  for (const rows of below.values()) {
    for (const row of rows) {
      if (row.summary.overDays === 0) continue
      for (let at = above.get(row.id); at !== undefined; at = above.get(at)) counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  }
  return counts
}

/** Rows of units under the id of their superior at an instant; of their component where they have none, or stand in a circle. */
function belowOf(plan: PlanReader, rows: readonly LoadRow[], instant: number): ReadonlyMap<string, readonly LoadRow[]> {
  const rowOf = new Map<Id, LoadRow>()
  const units: Unit[] = []
  for (const row of rows) {
    if (row.kind !== 'unit') continue
    rowOf.set(row.unit.id, row)
    units.push(row.unit)
  }
  const below = new Map<string, readonly LoadRow[]>()
  for (const [key, list] of unitTree(plan, units, instant))
    below.set(
      key,
      list.flatMap((u) => rowOf.get(u.id) ?? []),
    )
  return below
}

type Look = Pick<LoadView, 'arrangement' | 'sort' | 'isDescending' | 'query' | 'isOnlyOver' | 'toggled'>

/** The rows to show: in a tree with all that leads to those that pass, or the units that pass in one list. */
export function loadRows(forest: LoadForest, look: Look, texts: Texts): GridRows<LoadRow> {
  const words = queryWords(look.query)
  const isFiltered = words.length > 0 || look.isOnlyOver
  const passes = (row: LoadRow): boolean => {
    if (look.isOnlyOver && row.summary.overDays === 0) return false
    const text = searchedText(row.kind === 'unit' ? row.unit : row.component)
    return words.every((word) => text.includes(word))
  }
  const order = orderOf(look.sort, look.isDescending, texts)
  if (look.arrangement === 'list') {
    const passing = isFiltered ? forest.units.filter(passes) : forest.units
    return gridRowsOf(passing.toSorted(order), idOf)
  }
  const kept = isFiltered ? keptIn(forest, passes) : null
  const isKept = (row: LoadRow): boolean => kept === null || kept.has(row.id)
  return treeRows<LoadRow>({
    roots: forest.components.filter(isKept),
    childrenOf: (row) => (forest.below.get(row.id) ?? NO_ROWS).filter(isKept).toSorted(order),
    idOf,
    // What a filter leaves is shown whole.
    isExpanded: (id) => isFiltered || id.startsWith('component:') !== look.toggled.has(id),
  })
}

const NO_ROWS: readonly LoadRow[] = []
const idOf = (row: LoadRow): string => row.id

/** Rows that pass, and those above them. */
function keptIn({ components, below }: LoadForest, passes: (row: LoadRow) => boolean): ReadonlySet<string> {
  const kept = new Set<string>()
  const keep = (row: LoadRow): boolean => {
    let isKept = passes(row)
    for (const child of below.get(row.id) ?? NO_ROWS) if (keep(child)) isKept = true
    if (isKept) kept.add(row.id)
    return isKept
  }
  for (const component of components) keep(component)
  return kept
}

function orderOf(sort: LoadSort, isDescending: boolean, { language }: Texts): (a: LoadRow, b: LoadRow) => number {
  const collator = new Intl.Collator(language, { numeric: true })
  const names = new Map<string, string>()
  const nameOf = (row: LoadRow): string => {
    const known = names.get(row.id)
    if (known !== undefined) return known
    const name = recordShort(row.kind === 'unit' ? row.unit : row.component, language)
    names.set(row.id, name)
    return name
  }
  const sign = isDescending ? -1 : 1
  const byName = (a: LoadRow, b: LoadRow): number => collator.compare(nameOf(a), nameOf(b))
  if (sort === 'name') return (a, b) => sign * byName(a, b)
  const value = ({ summary }: LoadRow): number =>
    sort === 'over' ? summary.overDays : ((sort === 'mean' ? summary.mean : summary.peak) ?? -1)
  return (a, b) => sign * (value(a) - value(b)) || byName(a, b)
}

/** The components and units above a unit at an instant, so that its row can be opened to. */
export function rowsAbove(plan: PlanReader, id: Id<'unit'>, instant: number): readonly string[] {
  const above: string[] = []
  for (let at = plan.get(id); at !== undefined; ) {
    const superior: Id<'unit'> | null = superiorAt(at, instant)
    if (superior === null || !plan.has(superior) || above.includes(superior)) return [...above, at.component]
    above.push(superior)
    at = plan.get(superior)
  }
  return above
}
