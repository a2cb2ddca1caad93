import { useAction } from '../actions/ActionsContext.tsx'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { Button } from '../ui/Button.tsx'
import { InlineMessage } from '../ui/InlineMessage.tsx'

/** What a planner must know about the tie between this window and the disk. */
export function PlanMessages() {
  const { t } = useTexts()
  const session = useSession()
  const save = useSessionState((s) => s.save)
  const open = useSessionState((s) => s.open)
  const place = useSessionState((s) => s.place)
  const isFollower = useSessionState((s) => s.isFollower)
  const isWritable = useSessionState((s) => s.isWritable)
  const isDamaged = useSessionState((s) => s.isDamaged)
  const exportPlan = useAction('plan.export')
  return (
    <>
      {save.state === 'failed' ? (
        <InlineMessage
          tone="error"
          what={t(`fail.title.${save.fault}`)}
          kept={t('fail.kept', { unsaved: save.unsaved })}
          next={t('fail.next')}
          isAnnounced
          actions={
            <>
              <Button variant="primary" onPress={exportPlan.perform}>
                {exportPlan.label}
              </Button>
              <Button onPress={() => session.retrySaving()}>{t('app.try-again')}</Button>
            </>
          }
        />
      ) : null}
      {isDamaged ? (
        <InlineMessage
          tone="error"
          what={t('app.damaged')}
          kept={t('app.damaged-kept')}
          next={t('app.damaged-next')}
          isAnnounced
          actions={<Button onPress={exportPlan.perform}>{exportPlan.label}</Button>}
        />
      ) : null}
      {isFollower && open.state === 'open' ? (
        <InlineMessage
          tone="note"
          what={isWritable ? t('app.follower-free') : t('app.follower')}
          isAnnounced
          actions={
            isWritable ? (
              <Button variant="primary" onPress={() => void session.open(open.id, place)}>
                {t('app.take-over')}
              </Button>
            ) : undefined
          }
        />
      ) : null}
    </>
  )
}
