import { Wrench } from 'lucide-react'
import type { Cause } from '../../../domain/check/causes.ts'
import { sayCause } from '../../../domain/check/sayCause.ts'
import { isNamedRecord } from '../../fields/recordText.ts'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import { SEVERITIES } from './groupFindings.ts'
import { useCauseRepair } from './useCauseRepair.ts'

/** What several findings are put down to, and the one change that mends most of them. */
export function CauseItem({ cause }: { cause: Cause }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const canEdit = useSessionState((s) => s.canEdit)
  const { findings, record } = cause
  const severity = SEVERITIES.find((one) => findings.some((f) => f.severity === one)) ?? 'note'
  return (
    <div className="finding" data-severity={severity}>
      <ToneIcon tone={severity} label={t(`severity.${severity}`)} />
      <div className="finding-words">
        <p className="finding-rule">{t('check.cause')}</p>
        <p className="finding-sentence">{sayCause(cause, plan, language)}</p>
        {record === null || !isNamedRecord(record) ? null : (
          <ul className="finding-records" aria-label={t('finding.records')}>
            <li>
              <RecordLink id={record} />
            </li>
          </ul>
        )}
        {canEdit ? <MostMending cause={cause} /> : null}
      </div>
    </div>
  )
}

function MostMending({ cause }: { cause: Cause }) {
  const { t, language } = useTexts()
  const session = useSession()
  const repair = useCauseRepair(cause, language)
  if (repair === undefined) return <p className="check-hint">{t('check.cause-searching')}</p>
  if (repair === null) return <p className="check-hint">{t('check.cause-no-repair')}</p>
  return (
    <>
      <ul className="finding-repairs" aria-label={t('finding.repairs')}>
        <li>
          <Button
            icon={Wrench}
            onPress={() => {
              session.dispatch(repair.command)
              // The cause goes away with what it caused, and this button with it.
              document.querySelector<HTMLElement>('.check-list [role="treegrid"]')?.focus()
            }}
          >
            {repair.text}
          </Button>
        </li>
      </ul>
      <p className="check-mends">
        {t('check.cause-mends', { mended: repair.mended, count: cause.findings.length, errors: repair.newErrors })}
      </p>
    </>
  )
}
