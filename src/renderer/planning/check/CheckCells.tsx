import { memo, useMemo } from 'react'
import type { Finding, Severity } from '../../../domain/check/Finding.ts'
import { sayFinding } from '../../../domain/check/words.ts'
import type { AnyRecord } from '../../../domain/records/catalog.ts'
import { isNamedRecord, recordShort } from '../../fields/recordText.ts'
import { usePlan, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Count } from '../../ui/Count.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import { SEVERITIES } from './groupFindings.ts'

/** The sentence of a finding. Follows the plan by itself, as names in it may change while the finding does not. */
export const SentenceCell = memo(function SentenceCell({ finding }: { finding: Finding }) {
  const { language } = useTexts()
  const plan = usePlan()
  const revision = useSessionState((s) => s.revision)
  // The plan is one living document: its revision says when to look again.
  // oxlint-disable-next-line react/exhaustive-deps
  const sentence = useMemo(() => sayFinding(finding, plan, language), [finding, plan, language, revision])
  return <span title={sentence}>{sentence}</span>
})

export function SeverityCell({ severity }: { severity: Severity }) {
  const { t } = useTexts()
  return (
    <span className="check-severity">
      <ToneIcon tone={severity} size={14} />
      {t(`severity.${severity}`)}
    </span>
  )
}

/** Codes and designations of the records of a finding. */
export const RecordsCell = memo(function RecordsCell({ finding }: { finding: Finding }) {
  const { language } = useTexts()
  const names = useSessionState((s) =>
    finding.records
      .filter(isNamedRecord)
      .map((id) => {
        const record: AnyRecord | undefined = s.plan?.get(id)
        return record === undefined ? id : recordShort(record, language)
      })
      .join(', '),
  )
  return <>{names}</>
})

/** How many of each severity, where there are any. */
export function SeverityCounts({ counts }: { counts: Readonly<Record<Severity, number>> }) {
  const { t } = useTexts()
  return (
    <span className="check-counts">
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <Count
          key={severity}
          value={counts[severity]}
          tone={severity}
          label={t(`check.count-${severity}`, { count: counts[severity] })}
        />
      ))}
    </span>
  )
}
