import { folded } from '../../ui/folded.ts'
import type { UnitRow } from './Forces.ts'

export interface ForcesFilter {
  /** Words as typed; all must be found. */
  readonly text: string
  /** Ids of components, keys of owners and echelons; null for any. */
  readonly component: string | null
  readonly owner: string | null
  readonly echelon: string | null
}

export const NO_FILTER: ForcesFilter = { text: '', component: null, owner: null, echelon: null }

export function isFiltering({ text, component, owner, echelon }: ForcesFilter): boolean {
  return text.trim() !== '' || component !== null || owner !== null || echelon !== null
}

/** Whether a unit passes a filter; made once for many units. */
export function unitMatcher({ text, component, owner, echelon }: ForcesFilter): (row: UnitRow) => boolean {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return ({ unit, text: own }) =>
    (component === null || unit.component === component) &&
    (owner === null || unit.owner === owner) &&
    (echelon === null || unit.echelon === echelon) &&
    words.every((word) => own.includes(word))
}
