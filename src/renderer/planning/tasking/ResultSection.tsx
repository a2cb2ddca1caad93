import type { Id } from '../../../domain/records/ids.ts'
import type { Finish, GoalValue, Proposal } from '../../../domain/scheduling/tasking/Proposal.ts'
import { formatSpan } from '../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { goalDelta, goalValueText, isBeforeComparable } from './goalWords.ts'
import { useUntouched } from './useTasking.ts'
import { LinkList } from './LinkList.tsx'

const MOST_LINKS = 20

/** How the goals come out, and how far the finish is from the earliest there can be. */
export function ResultSection({ proposal }: { proposal: Proposal }) {
  const { t } = useTexts()
  const isComparable = isBeforeComparable(proposal)
  const untouched = useUntouched(proposal)
  return (
    <div className="tasking-result">
      <GoalTable goals={proposal.goals} isComparable={isComparable} />
      {isComparable ? null : <p className="tasking-hint">{t('tasking.before-fewer')}</p>}
      {proposal.unplaced.length === 0 ? null : <p className="tasking-hint">{t('tasking.placed-only')}</p>}
      {proposal.finish === null ? null : <FinishBound finish={proposal.finish} />}
      {untouched.length === 0 ? null : <Untouched missions={untouched} />}
    </div>
  )
}

interface GoalTableProps {
  readonly goals: readonly GoalValue[]
  readonly isComparable: boolean
}

function GoalTable({ goals, isComparable }: GoalTableProps) {
  const texts = useTexts()
  const { t } = texts
  const meta = usePlanMeta()
  if (goals.length === 0) return <p className="tasking-hint">{t('tasking.no-goals')}</p>
  return (
    <table className="tasking-table">
      <caption>{t('tasking.goals-result')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tasking.goal')}</th>
          <th scope="col">{t('tasking.before')}</th>
          <th scope="col">{t('tasking.after')}</th>
          <th scope="col">{t('tasking.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {goals.map((value) => {
          const delta = isComparable ? goalDelta(value, texts) : null
          return (
            <tr key={value.goal}>
              <th scope="row">
                {t(`tasking.goal-${value.goal}`)}
                <span className="tasking-more">{t(`tasking.goal-${value.goal}-more`)}</span>
              </th>
              <td>{goalValueText(value.goal, value.before, texts, meta)}</td>
              <td>{goalValueText(value.goal, value.after, texts, meta)}</td>
              <td>
                {delta === null ? (
                  '—'
                ) : (
                  <span className="tasking-delta" data-tone={delta.tone}>
                    {delta.text}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function FinishBound({ finish }: { finish: Finish }) {
  const texts = useTexts()
  const { t } = texts
  const meta = usePlanMeta()
  const { end, bound, reason, isProven } = finish
  const time = (minutes: number): string => goalValueText('finish', minutes, texts, meta)
  const isBest = isProven || end <= bound
  return (
    <section className="tasking-finish" aria-label={t('tasking.finish')}>
      <h3>
        {t('tasking.finish')} {isBest ? <Badge tone="ok">{t('tasking.proven')}</Badge> : null}
      </h3>
      <p>
        {isBest
          ? t('tasking.finish-best', { end: time(end) })
          : t('tasking.finish-bound', { end: time(end), bound: time(bound), gap: formatSpan(end - bound) })}
      </p>
      {reason.kind === 'order' ? (
        <LinkList
          most={MOST_LINKS}
          label={t('tasking.bound-order', { count: reason.missions.length })}
          ids={reason.missions}
        />
      ) : (
        <>
          <LinkList
            most={MOST_LINKS}
            label={t('tasking.bound-work', {
              work: formatSpan(reason.minutes),
              count: reason.missions.length,
              units: reason.units.length,
            })}
            ids={reason.units}
          />
          <LinkList label={t('tasking.bound-missions')} ids={reason.missions} most={MOST_LINKS} />
        </>
      )}
    </section>
  )
}

function Untouched({ missions }: { missions: readonly Id<'mission'>[] }) {
  const { t } = useTexts()
  return <LinkList most={MOST_LINKS} label={t('tasking.untouched', { count: missions.length })} ids={missions} />
}
