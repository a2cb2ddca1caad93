import type { PlanRecord } from '../../../../domain/records/plan.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { InstantField } from '../../../fields/InstantField.tsx'
import { writeSpan } from '../../../fields/readSpan.ts'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { AlertDialog } from '../../../ui/AlertDialog.tsx'

/** D-day H-hour. All planned times count from it, so a change says first what it moves. */
export function HHourField({ meta }: { meta: PlanRecord }) {
  const { t } = useTexts()
  const { showDialog } = useActionContext()
  const isReadOnly = !useSessionState((s) => s.canEdit)
  return (
    <InstantField
      label={t('plan.h-hour')}
      layout="beside"
      value={meta.hHour}
      isRequired
      isReadOnly={isReadOnly}
      description={t('plan.h-hour-what')}
      onCommit={(instant) => {
        if (instant !== null) {
          showDialog((close) => <MoveHHour meta={meta} instant={instant} close={close} />)
        }
      }}
    />
  )
}

function MoveHHour({ meta, instant, close }: { meta: PlanRecord; instant: number; close: () => void }) {
  const { t, language } = useTexts()
  const session = useSession()
  const plan = session.store.getState().plan
  const shift = Math.round((instant - meta.hHour) / 60_000)
  const dtg = (at: number): string => formatDtg(at, meta.timeZone, language)
  return (
    <AlertDialog
      isOpen
      title={t('plan.move-h-hour')}
      confirmLabel={t('plan.move')}
      cancelLabel={t('app.cancel')}
      onCancel={close}
      onConfirm={() => {
        session.dispatch({ type: 'editRecords', ids: [meta.id], fields: { hHour: instant } })
        close()
      }}
    >
      <p>{t('plan.h-hour-from-to', { from: dtg(meta.hHour), to: dtg(instant) })}</p>
      <p>
        {t(shift < 0 ? 'plan.h-hour-earlier' : 'plan.h-hour-later', {
          span: writeSpan(Math.abs(shift)),
          missions: plan?.count('mission') ?? 0,
          phases: meta.phases.length,
        })}
      </p>
      <p>{t('plan.h-hour-stays')}</p>
    </AlertDialog>
  )
}
