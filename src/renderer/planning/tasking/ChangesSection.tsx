import { Check, CheckCheck, Trash2 } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { sayList } from '../../../domain/check/saying.ts'
import { nameOfRecord } from '../../../domain/commands/nameOfRecord.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Proposal, ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitPane } from '../../ui/SplitPane.tsx'
import { ToolbarRow } from '../../ui/Toolbar.tsx'
import { ChangeDetail } from './ChangeDetail.tsx'
import { ChangeGrid } from './ChangeGrid.tsx'
import { chosenChanges } from './changeChoice.ts'
import { takeChanges } from './takeChanges.ts'
import { taskingView } from './taskingView.ts'
import { useTasking } from './useTasking.ts'

/** The changes of the proposal: which to take, what each is, and why. */
export function ChangesSection({ proposal }: { proposal: Proposal }) {
  const { t } = useTexts()
  const session = useSession()
  const { changes } = proposal
  useLookAtSelected(changes)
  const left = useStore(taskingView, (s) => s.left)
  const chosen = useMemo(() => chosenChanges(changes, left), [changes, left])
  const isSearching = useTasking((s) => s.status === 'searching')
  // What may neither move nor get other units stays as it is, however good it is.
  const bound = useTasking(({ request }) =>
    request === null || request.mayMove || request.units === 'change' ? null : request.units,
  )
  if (changes.length === 0) {
    return (
      <EmptyState
        text={
          isSearching
            ? t('tasking.no-changes-yet')
            : bound !== null && proposal.unplaced.length === 0
              ? t('tasking.nothing-free', { units: bound })
              : t('tasking.no-changes', { unplaced: proposal.unplaced.length })
        }
        primary={
          proposal.unplaced.length === 0
            ? undefined
            : {
                label: t('tasking.see-unplaced', { count: proposal.unplaced.length }),
                onPress: () => taskingView.setState({ section: 'unplaced' }),
              }
        }
        alternative={{ label: t('tasking.discard'), onPress: () => session.tasking.clear() }}
      />
    )
  }
  return (
    <>
      <TakeBar changes={changes} chosen={chosen} />
      <SplitPane
        label={t('tasking.detail-height')}
        direction="column"
        first={<ChangeGrid changes={changes} chosen={chosen} />}
        second={<ChangeDetail changes={changes} />}
        defaultSize={Math.min(260, Math.round(window.innerHeight * 0.32))}
        min={120}
        max={520}
      />
    </>
  )
}

/** Coming from elsewhere one looks at the change of the mission that is selected there. */
function useLookAtSelected(changes: readonly ProposedChange[]): void {
  const session = useSession()
  useEffect(() => {
    const { focused } = session.store.getState()
    const change = changes.find((c) => c.mission === focused)
    if (change !== undefined) taskingView.setState({ change: change.mission })
    // Only on coming: while one is here, the list says what is looked at.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session])
}

interface TakeBarProps {
  readonly changes: readonly ProposedChange[]
  readonly chosen: ReadonlySet<Id<'mission'>>
}

function TakeBar({ changes, chosen }: TakeBarProps) {
  const { t } = useTexts()
  const context = useActionContext()
  const canEdit = useSessionState((s) => s.canEdit)
  const isStale = useTasking((s) => s.isStale)
  const isWhole = chosen.size === changes.length
  return (
    <>
      <ToolbarRow>
        <Checkbox
          isSelected={isWhole}
          isIndeterminate={!isWhole && chosen.size > 0}
          onChange={(all) =>
            taskingView.setState({ left: new Set(all ? [] : changes.map((c) => c.mission)), notice: null })
          }
        >
          {t('tasking.chosen', { chosen: chosen.size, count: changes.length })}
        </Checkbox>
        <span className="tasking-space" />
        <Button variant="quiet" icon={Trash2} onPress={() => context.session.tasking.clear()}>
          {t('tasking.discard')}
        </Button>
        <Button
          variant={isWhole ? 'plain' : 'primary'}
          icon={Check}
          isDisabled={!canEdit || isStale || chosen.size === 0}
          onPress={() => takeChanges(context, 'chosen')}
        >
          {t('tasking.take-chosen', { count: chosen.size })}
        </Button>
        <Button
          variant={isWhole ? 'primary' : 'plain'}
          icon={CheckCheck}
          isDisabled={!canEdit || isStale}
          onPress={() => takeChanges(context, 'all')}
        >
          {t('tasking.take-all')}
        </Button>
      </ToolbarRow>
      {canEdit ? null : <p className="tasking-line">{t('tasking.read-only')}</p>}
      <Notice />
    </>
  )
}

/** What went along with the change that was checked or unchecked last. */
function Notice() {
  const { t, language } = useTexts()
  const plan = usePlan()
  const notice = useStore(taskingView, (s) => s.notice)
  const text =
    notice === null
      ? ''
      : t(`tasking.${notice.kind}`, {
          code: nameOfRecord(plan, notice.mission),
          count: notice.others.length,
          others: sayList(
            notice.others.map((id) => nameOfRecord(plan, id)),
            language,
          ),
        })
  return (
    <output className="tasking-line" data-empty={text === '' || undefined}>
      {text}
    </output>
  )
}
