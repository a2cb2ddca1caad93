import type { Finding } from '../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { AnyRecord } from '../../../domain/records/catalog.ts'
import type { ComponentKind } from '../../../domain/records/common.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { queryWords, searchedText } from '../../fields/recordText.ts'
import { folded } from '../../ui/folded.ts'
import type { CheckView } from './checkView.ts'

/** Findings that nobody has accepted. */
export function openFindings(plan: PlanReader, all: readonly Finding[]): readonly Finding[] {
  return all.filter(({ key }) => plan.indexes.acceptancesOfFinding.get(key).length === 0)
}

/** The findings that pass, in their order. Text is looked for in the names of their records and of their rule. */
export function filterFindings(
  plan: PlanReader,
  findings: readonly Finding[],
  { query, severities, components }: Pick<CheckView, 'query' | 'severities' | 'components'>,
  ruleName: (finding: Finding) => string,
): readonly Finding[] {
  const words = queryWords(query)
  if (words.length === 0 && severities.length === 0 && components.length === 0) return findings
  return findings.filter((finding) => {
    if (severities.length > 0 && !severities.includes(finding.severity)) return false
    if (components.length > 0 && !componentsOf(plan, finding).some((kind) => components.includes(kind))) return false
    if (words.length === 0) return true
    const texts = [folded(ruleName(finding))]
    for (const id of finding.records) {
      const record: AnyRecord | undefined = plan.get(id)
      if (record !== undefined) texts.push(searchedText(record))
    }
    return words.every((word) => texts.some((text) => text.includes(word)))
  })
}

/** Components of the units a finding is about; where it is about none, those that may lead its missions. */
export function componentsOf(plan: PlanReader, { records }: Finding): readonly ComponentKind[] {
  const ofUnits = records.flatMap((id) => {
    const unit = isIdOf('unit', id) ? plan.get(id) : undefined
    const kind = unit === undefined ? undefined : plan.get(unit.component)?.kind
    return kind === undefined ? [] : [kind]
  })
  if (ofUnits.length > 0) return ofUnits
  return records.flatMap((id: Id) => {
    const mission = isIdOf('mission', id) ? plan.get(id) : undefined
    return mission === undefined ? [] : (plan.get(mission.type)?.components ?? [])
  })
}
