import type { Id } from '../../../domain/records/ids.ts'
import { FindingItem } from '../../fields/FindingItem.tsx'
import { useFindingsOf, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Section } from './Sheet.tsx'

/** How many findings of one record are shown in full; the check lists them all. */
const SHOWN = 20

/** What the check says about a record, first on its sheet. Nothing where it says nothing. */
export function SheetFindings({ id }: { id: Id }) {
  const { t } = useTexts()
  const findings = useFindingsOf(id)
  // Accepted ones stand last, and change places when they are accepted.
  useSessionState((s) => s.revision)
  const plan = useSessionState((s) => s.plan)
  if (findings.length === 0 || plan === null) return null
  const isAccepted = (key: string): number => (plan.indexes.acceptancesOfFinding.get(key).length > 0 ? 1 : 0)
  const ordered = findings.toSorted((a, b) => isAccepted(a.key) - isAccepted(b.key))
  return (
    <Section id="findings" title={t('sheet.findings')} count={findings.length}>
      <ul className="sheet-findings">
        {ordered.slice(0, SHOWN).map((finding) => (
          <li key={finding.key}>
            <FindingItem finding={finding} at={id} />
          </li>
        ))}
      </ul>
      {findings.length > SHOWN ? <p>{t('sheet.more-findings', { count: findings.length - SHOWN })}</p> : null}
    </Section>
  )
}
