import { Copy, Ellipsis, FolderOpen, Trash2, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useAction, useActionContext } from '../../actions/ActionsContext.tsx'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import type { PlanSummary, StorageFault } from '../../session/PlanStorage.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { InlineMessage } from '../../ui/InlineMessage.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { duplicatePlan } from './createPlan.ts'
import './LibraryPlace.css'

/** The plans on this machine: open, create, copy, import, delete with undo. */
export function LibraryPlace() {
  const { t } = useTexts()
  const { plans, fault } = usePlans()
  const campaign = useAction('library.campaign')
  const blank = useAction('library.blank')
  const importFile = useAction('library.import')
  const open = useSessionState((s) => s.open)
  if (open.state === 'opening') {
    return (
      <div className="shell-opening">
        <ProgressBar label={t('app.opening')} share={open.fraction} />
      </div>
    )
  }
  const kept = plans?.filter((p) => p.deletedAt === null) ?? []
  const binned = plans?.filter((p) => p.deletedAt !== null) ?? []
  return (
    <div className="library">
      <header className="library-head">
        <h1>{t('place.library')}</h1>
        {kept.length === 0 ? null : (
          <>
            <Button variant="primary" icon={campaign.action.icon} onPress={campaign.perform}>
              {campaign.label}
            </Button>
            <Button icon={blank.action.icon} onPress={blank.perform}>
              {blank.label}
            </Button>
          </>
        )}
        <Button icon={importFile.action.icon} onPress={importFile.perform}>
          {importFile.label}
        </Button>
      </header>
      {open.state === 'refused' ? (
        <InlineMessage
          tone="error"
          what={t(`fail.title.${open.fault}`)}
          kept={t('library.refused-kept')}
          next={t('library.refused-next')}
          isAnnounced
        />
      ) : null}
      {fault === null ? null : (
        <InlineMessage tone="error" what={t(`fail.title.${fault}`)} next={t('library.list-failed')} isAnnounced />
      )}
      {plans !== null && kept.length === 0 ? (
        <EmptyState
          text={t('library.empty')}
          primary={{ label: campaign.label, onPress: campaign.perform }}
          alternative={{ label: blank.label, onPress: blank.perform }}
        />
      ) : (
        <ul className="library-list" aria-label={t('place.library')}>
          {kept.map((plan) => (
            <PlanRow key={plan.id} plan={plan} isOpen={open.state === 'open' && open.id === plan.id} />
          ))}
        </ul>
      )}
      {binned.length > 0 ? (
        <Disclosure title={t('library.bin', { count: binned.length })}>
          <ul className="library-list" aria-label={t('library.bin', { count: binned.length })}>
            {binned.map((plan) => (
              <BinnedRow key={plan.id} plan={plan} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  )
}

function usePlans(): { plans: readonly PlanSummary[] | null; fault: StorageFault | null } {
  const { storage } = useActionContext()
  const [plans, setPlans] = useState<readonly PlanSummary[] | null>(null)
  const [fault, setFault] = useState<StorageFault | null>(null)
  useEffect(() => {
    let isCurrent = true
    const read = async (): Promise<void> => {
      const listed = await storage.list()
      if (!isCurrent) return
      setFault(listed.ok ? null : listed.error)
      if (listed.ok) setPlans(listed.value.toSorted((a, b) => b.updatedAt - a.updatedAt))
    }
    void read()
    const end = storage.onListChange(() => void read())
    return () => {
      isCurrent = false
      end()
    }
  }, [storage])
  return { plans, fault }
}

function PlanRow({ plan, isOpen }: { plan: PlanSummary; isOpen: boolean }) {
  const { t, language } = useTexts()
  const session = useSession()
  const context = useActionContext()
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const openIt = (): void => {
    if (isOpen) session.goTo('matrix')
    else void session.open(plan.id)
  }
  const remove = async (): Promise<void> => {
    if (isOpen) await session.close()
    const done = await context.storage.setDeleted(plan.id, Date.now())
    if (!done.ok) return context.notify({ tone: 'error', text: t(`fail.title.${done.error}`) })
    context.notify({
      tone: 'note',
      text: t('library.deleted', { title: plan.title }),
      action: { label: t('action.undo'), onAction: () => void context.storage.setDeleted(plan.id, null) },
    })
  }
  return (
    <li className="library-row" data-open={isOpen || undefined}>
      <AriaButton className="library-open" onPress={openIt}>
        <span className="library-title">{plan.title}</span>
        <span className="library-counts">
          {t('library.counts', { units: plan.units, missions: plan.missions, revision: plan.revision })}
        </span>
      </AriaButton>
      <span className="library-dates">
        <span>{t('library.saved', { time: formatDtg(plan.updatedAt, zone, language) })}</span>
        <span>
          {plan.backedUpAt === null
            ? t('library.not-backed-up')
            : t('library.backed-up', { time: formatDtg(plan.backedUpAt, zone, language) })}
        </span>
      </span>
      <MenuButton
        label={t('library.more', { title: plan.title })}
        icon={Ellipsis}
        isIconOnly
        entries={[
          { id: 'open', label: t('library.open'), icon: FolderOpen, onAction: openIt },
          {
            id: 'duplicate',
            label: t('library.duplicate'),
            icon: Copy,
            onAction: () => void duplicatePlan(context, plan.id),
          },
          { kind: 'separator', id: 'separator' },
          { id: 'delete', label: t('library.delete'), icon: Trash2, isDanger: true, onAction: () => void remove() },
        ]}
      />
    </li>
  )
}

function BinnedRow({ plan }: { plan: PlanSummary }) {
  const { t } = useTexts()
  const { storage } = useActionContext()
  const [isAsking, setAsking] = useState(false)
  return (
    <li className="library-row">
      <span className="library-open">
        <span className="library-title">{plan.title}</span>
      </span>
      <Button icon={Undo2} onPress={() => void storage.setDeleted(plan.id, null)}>
        {t('library.restore')}
      </Button>
      <Button variant="danger" onPress={() => setAsking(true)}>
        {t('library.purge')}
      </Button>
      <AlertDialog
        isOpen={isAsking}
        title={t('library.purge-title', { title: plan.title })}
        confirmLabel={t('library.purge')}
        cancelLabel={t('app.cancel')}
        isDanger
        onCancel={() => setAsking(false)}
        onConfirm={() => void storage.purge(plan.id)}
      >
        {t('library.purge-text')}
      </AlertDialog>
    </li>
  )
}
