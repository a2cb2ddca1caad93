import type { Finding } from '../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { queryWords } from '../../fields/recordText.ts'
import type { MissionRow } from './missionRow.ts'

/** Facets with several values: within one any may hold, and every one that has values must. */
export const VALUE_FACETS = ['component', 'phase', 'type', 'status'] as const
export type ValueFacet = (typeof VALUE_FACETS)[number]

export const FLAG_FACETS = ['findings', 'unassigned', 'notional'] as const
export type FlagFacet = (typeof FLAG_FACETS)[number]

export interface MissionFilter {
  readonly query: string
  readonly values: Readonly<Record<ValueFacet, readonly string[]>>
  readonly flags: readonly FlagFacet[]
}

export const NO_FILTER: MissionFilter = {
  query: '',
  values: { component: [], phase: [], type: [], status: [] },
  flags: [],
}

/** Stands for the missions without a phase. */
export const NO_PHASE = '-'

export function isFiltering({ query, values, flags }: MissionFilter): boolean {
  return query.trim() !== '' || flags.length > 0 || VALUE_FACETS.some((facet) => values[facet].length > 0)
}

export function toggleValue(filter: MissionFilter, facet: ValueFacet, value: string): MissionFilter {
  const values = filter.values[facet]
  const next = values.includes(value) ? values.filter((v) => v !== value) : [...values, value]
  return { ...filter, values: { ...filter.values, [facet]: next } }
}

export function toggleFlag(filter: MissionFilter, flag: FlagFacet): MissionFilter {
  const { flags } = filter
  return { ...filter, flags: flags.includes(flag) ? flags.filter((f) => f !== flag) : [...flags, flag] }
}

/** The findings about a record that nobody has accepted. */
export type FindingsOf = (id: Id) => readonly Finding[]

export function openFindingsOf(plan: PlanReader, of: FindingsOf): FindingsOf {
  return (id) => {
    const findings = of(id)
    const isOpen = (finding: Finding): boolean => plan.indexes.acceptancesOfFinding.get(finding.key).length === 0
    return findings.every(isOpen) ? findings : findings.filter(isOpen)
  }
}

/** The rows that pass, in the order they stand in. */
export function filterMissions(
  rows: readonly MissionRow[],
  filter: MissionFilter,
  openFindings: FindingsOf,
): readonly MissionRow[] {
  if (!isFiltering(filter)) return rows
  const words = queryWords(filter.query)
  const { component, phase, type, status } = filter.values
  const passes = (row: MissionRow): boolean => {
    const { mission } = row
    for (const word of words) if (!row.searched.includes(word)) return false
    if (component.length > 0 && !row.components.some((kind) => component.includes(kind))) return false
    if (phase.length > 0 && !phase.includes(mission.phase ?? NO_PHASE)) return false
    if (type.length > 0 && !type.includes(mission.type)) return false
    if (status.length > 0 && !status.includes(mission.status)) return false
    for (const flag of filter.flags) {
      if (flag === 'unassigned' && row.assignments.length > 0) return false
      if (flag === 'notional' && mission.notional !== true) return false
      if (flag === 'findings' && openFindings(mission.id).length === 0) return false
    }
    return true
  }
  return rows.filter(passes)
}
