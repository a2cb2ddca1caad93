import { readinessAt } from '../../../domain/plan/unitStates.ts'
import { ECHELONS } from '../../../domain/records/unit.ts'
import { assertNever } from '../../../domain/result.ts'
import { folded } from '../../ui/folded.ts'
import type { UnitRow } from './Forces.ts'

export const SORT_COLUMNS = [
  'name',
  'designation',
  'component',
  'echelon',
  'owner',
  'strength',
  'readiness',
  'missions',
] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

export interface UnitSort {
  readonly column: SortColumn
  readonly isDescending: boolean
}

/** What sorting needs beside the units. */
export interface SortFacts {
  /** Epoch ms: readiness is compared as it is then. */
  readonly instant: number
  readonly componentOrder: (id: string) => number
  readonly missionCount: (id: string) => number
}

const names = new WeakMap<UnitRow, { readonly name: string; readonly designation: string }>()

/** Figures inside names compare as numbers: `Bda 2` before `Bda 31`. Kept, as Intl's collator costs 20 times as much. */
function nameKeys(row: UnitRow): { readonly name: string; readonly designation: string } {
  const known = names.get(row)
  if (known !== undefined) return known
  const key = (text: string): string => folded(text).replace(/\d+/g, (digits) => digits.padStart(8, '0'))
  const keys = { name: key(row.unit.name), designation: key(row.unit.designation) }
  names.set(row, keys)
  return keys
}

function sortKey(row: UnitRow, column: SortColumn, facts: SortFacts): string | number {
  const { unit } = row
  switch (column) {
    case 'name':
      return nameKeys(row).name
    case 'designation':
      return nameKeys(row).designation
    case 'component':
      return facts.componentOrder(unit.component)
    case 'echelon':
      return unit.echelon === 'none' ? -1 : ECHELONS.indexOf(unit.echelon)
    case 'owner':
      return unit.owner
    case 'strength':
      return unit.strength ?? -1
    case 'readiness':
      return readinessAt(unit, facts.instant) ?? -1
    case 'missions':
      return facts.missionCount(unit.id)
    default:
      return assertNever(column)
  }
}

/** Units in the order of a column; equal ones stay in the order they had, upwards and downwards. */
export function sortUnits(units: readonly UnitRow[], sort: UnitSort | null, facts: SortFacts): readonly UnitRow[] {
  if (sort === null) return units
  const sign = sort.isDescending ? -1 : 1
  const keyed = units.map((row) => ({ row, key: sortKey(row, sort.column, facts) }))
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
  return keyed.map(({ row }) => row)
}
