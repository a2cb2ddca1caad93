import { Check, Wrench } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../domain/check/Finding.ts'
import { sayFinding } from '../../domain/check/words.ts'
import type { Id } from '../../domain/records/ids.ts'
import { useActionContext } from '../actions/ActionsContext.tsx'
import { usePlan, useSession, useSessionState } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { Button } from '../ui/Button.tsx'
import { ToneIcon } from '../ui/ToneIcon.tsx'
import { AcceptFindingDialog } from './AcceptFindingDialog.tsx'
import { isNamedRecord } from './recordText.ts'
import { RecordLink } from './RecordLink.tsx'
import { useRepairs } from './useRepairs.ts'
import './FindingItem.css'

interface FindingItemProps {
  finding: Finding
  /** The record whose sheet it stands on: its own link is left out. */
  at?: Id
}

const SHOWN_REPAIRS = 3

/** One finding: what is wrong with the numbers, the records it is about, what would mend it, and a way to accept it. */
export function FindingItem({ finding, at }: FindingItemProps) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const { showDialog } = useActionContext()
  const canEdit = useSessionState((s) => s.canEdit)
  const acceptance = plan.indexes.acceptancesOfFinding.get(finding.key)[0]
  const sentence = sayFinding(finding, plan, language)
  const others = finding.records.filter((id) => id !== at && isNamedRecord(id))
  return (
    <div className="finding" data-severity={finding.severity} data-accepted={acceptance !== undefined || undefined}>
      <ToneIcon tone={finding.severity} label={t(`severity.${finding.severity}`)} />
      <div className="finding-words">
        {/* Repairs come a moment later; what stands above them keeps its place under the pointer. */}
        <div className="finding-head">
          <p className="finding-rule">{t(`rule.${finding.rule}`)}</p>
          {acceptance === undefined && canEdit ? (
            <Button
              variant="quiet"
              icon={Check}
              onPress={() =>
                showDialog((close) => (
                  <AcceptFindingDialog findingKey={finding.key} sentence={sentence} close={close} />
                ))
              }
            >
              {t('finding.accept-with-reason')}
            </Button>
          ) : null}
        </div>
        <p className="finding-sentence">{sentence}</p>
        {others.length === 0 ? null : (
          <ul className="finding-records" aria-label={t('finding.records')}>
            {others.map((id) => (
              <li key={id}>
                <RecordLink id={id} />
              </li>
            ))}
          </ul>
        )}
        {acceptance === undefined ? (
          canEdit ? (
            <Repairs finding={finding} />
          ) : null
        ) : (
          <p className="finding-accepted">{t('finding.accepted-because', { reason: acceptance.reason })}</p>
        )}
      </div>
    </div>
  )
}

function Repairs({ finding }: { finding: Finding }) {
  const { t, language } = useTexts()
  const session = useSession()
  const repairs = useRepairs(finding, language)
  const [isWhole, setWhole] = useState(false)
  if (repairs === null || repairs.length === 0) return null
  const shown = isWhole ? repairs : repairs.slice(0, SHOWN_REPAIRS)
  return (
    <ul className="finding-repairs" aria-label={t('finding.repairs')}>
      {shown.map((repair) => (
        <li key={repair.text}>
          <Button icon={Wrench} onPress={() => session.dispatch(repair.command)}>
            {repair.text}
          </Button>
        </li>
      ))}
      {shown.length < repairs.length ? (
        <li>
          <Button variant="quiet" onPress={() => setWhole(true)}>
            {t('finding.more-repairs', { count: repairs.length - shown.length })}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}
