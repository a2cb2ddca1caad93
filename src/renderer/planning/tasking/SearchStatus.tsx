import { PanelLeft } from 'lucide-react'
import { useStore } from 'zustand'
import { DEFAULT_SECONDS } from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import type { GoalValue } from '../../../domain/scheduling/tasking/Proposal.ts'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { InlineMessage } from '../../ui/InlineMessage.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import { AskButton } from './AskButton.tsx'
import { goalValueText, isBeforeComparable } from './goalWords.ts'
import { taskingView } from './taskingView.ts'
import { useElapsed } from './useElapsed.ts'
import { useTasking, useUntouched } from './useTasking.ts'

const NONE: readonly GoalValue[] = []

/** How far the search is, or what came of it; and how the goals come out, best so far. */
export function SearchStatus() {
  const { t } = useTexts()
  const isSearching = useTasking((s) => s.status === 'searching')
  const isQuestionShown = useStore(taskingView, (s) => s.isQuestionShown)
  const isStale = useTasking((s) => s.isStale)
  const goals = useTasking(
    (s) => (s.status === 'searching' ? s.progress?.goals : undefined) ?? s.proposal?.goals ?? NONE,
  )
  return (
    <div className="tasking-status">
      <div className="tasking-status-line">
        <ToggleButton
          icon={PanelLeft}
          label={t('tasking.show-question')}
          isIconOnly
          isSelected={isQuestionShown}
          onChange={(next) => taskingView.setState({ isQuestionShown: next })}
        />
        {isSearching ? <Searching /> : <Found />}
        {isQuestionShown ? null : <AskButton />}
      </div>
      {goals.length === 0 ? null : <Goals goals={goals} />}
      {isStale ? <InlineMessage tone="note" what={t('tasking.stale')} /> : null}
    </div>
  )
}

function Searching() {
  const { t } = useTexts()
  const progress = useTasking((s) => s.progress)
  const startedAt = useTasking((s) => s.startedAt)
  const seconds = useTasking((s) => s.request?.seconds ?? DEFAULT_SECONDS)
  const elapsed = useElapsed(startedAt, true)
  return (
    <ProgressBar
      label={
        progress === null
          ? t('tasking.beginning')
          : t('tasking.searching', { placed: progress.placed, chosen: progress.chosen, rounds: progress.rounds })
      }
      share={Math.min(1, elapsed / seconds)}
      valueText={t('tasking.of-seconds', { elapsed: Math.min(seconds, Math.floor(elapsed)), seconds })}
    />
  )
}

function Found() {
  const { t } = useTexts()
  const proposal = useTasking((s) => s.proposal)
  const progress = useTasking((s) => s.progress)
  const untouched = useUntouched(proposal)
  if (proposal === null) return null
  const { changes, unplaced, unchanged } = proposal
  const parts = [
    t('tasking.found', { changes: changes.length, unplaced: unplaced.length }),
    unchanged > 0 ? t('tasking.unchanged', { count: unchanged }) : '',
    untouched.length > 0 ? t('tasking.untouched', { count: untouched.length }) : '',
    progress === null ? '' : t('tasking.rounds', { rounds: progress.rounds }),
  ]
  return <output className="tasking-found">{parts.filter((part) => part !== '').join(' · ')}</output>
}

/** Goals in a line: each with its value before and now. */
function Goals({ goals }: { goals: readonly GoalValue[] }) {
  const texts = useTexts()
  const { t } = texts
  const meta = usePlanMeta()
  const isProven = useTasking((s) => s.proposal?.finish?.isProven === true && s.proposal.goals === goals)
  // The arrow says «was, becomes», which holds for the same missions only.
  const isComparable = useTasking((s) => s.proposal !== null && isBeforeComparable(s.proposal))
  return (
    <dl className="tasking-goal-line" aria-label={t('tasking.result')}>
      {goals.map(({ goal, before, after }) => (
        <div key={goal}>
          <dt>{t(`tasking.value-${goal}`)}</dt>
          <dd>
            {!isComparable ||
            before === null ||
            !Number.isFinite(before) ||
            before === after ||
            goal === 'change' ? null : (
              <span className="tasking-was">{goalValueText(goal, before, texts, meta)} → </span>
            )}
            {goalValueText(goal, after, texts, meta)}
            {goal === 'finish' && isProven ? <span className="tasking-was"> · {t('tasking.proven')}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
