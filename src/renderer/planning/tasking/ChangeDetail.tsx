import { LayoutGrid } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'
import { sayTimeReason } from '../../../domain/scheduling/tasking/explain/sayTimeReason.ts'
import { formatRelative } from '../../../domain/time/planTime.ts'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { needing } from './changeChoice.ts'
import { startDelta } from './goalWords.ts'
import { isFirstStart } from './isFirstStart.ts'
import { StartText } from './MissionCells.tsx'
import { ProposedUnits } from './ProposedUnits.tsx'
import { taskingView } from './taskingView.ts'
import { useTasking } from './useTasking.ts'
import { LinkList } from './LinkList.tsx'

const MOST_LINKS = 12

/** The change in focus: why then, why these units, and what goes with it. */
export function ChangeDetail({ changes }: { changes: readonly ProposedChange[] }) {
  const { t } = useTexts()
  const session = useSession()
  const mission = useStore(taskingView, (s) => s.change)
  const change = useMemo(() => changes.find((c) => c.mission === mission), [changes, mission])
  return (
    <section className="tasking-detail" aria-label={t('tasking.detail')}>
      {change === undefined ? (
        <p className="tasking-hint">{t('tasking.choose')}</p>
      ) : (
        <>
          <div className="tasking-detail-head">
            <RecordLink id={change.mission} isWhole />
            <span className="tasking-space" />
            <Button
              variant="quiet"
              icon={LayoutGrid}
              onPress={() => {
                session.select([change.mission])
                session.goTo('matrix')
              }}
            >
              {t('tasking.show-on-matrix')}
            </Button>
          </div>
          <div className="tasking-columns">
            <When change={change} />
            <ProposedUnits change={change} />
            <Together change={change} changes={changes} />
          </div>
        </>
      )}
    </section>
  )
}

function When({ change }: { change: ProposedChange }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const { start, whyThen } = change
  const meta = usePlanMeta()
  const notBefore = useTasking((s) => s.request?.notBefore ?? null)
  const mission = plan.get(change.mission)
  const isFirst = mission !== undefined && isFirstStart(mission, start.to, meta, notBefore)
  const delta = startDelta(start)
  return (
    <div>
      <h3>{t('tasking.when')}</h3>
      <dl className="tasking-facts">
        <dt>{t('tasking.now')}</dt>
        <dd>
          <StartText minutes={start.from} />
          {start.from === null ? null : <span className="tasking-was"> {formatRelative(start.from)}</span>}
        </dd>
        <dt>{t('tasking.proposed')}</dt>
        <dd>
          <strong>
            <StartText minutes={start.to} />
          </strong>
          <span className="tasking-was">
            {' '}
            {formatRelative(start.to)}
            {delta === '' ? '' : ` (${delta})`}
          </span>
        </dd>
      </dl>
      {start.from === start.to ? null : whyThen.length === 0 ? (
        <p>{t(isFirst ? 'tasking.earliest' : 'tasking.by-the-rest')}</p>
      ) : (
        <ul className="tasking-reasons" aria-label={t('tasking.why-then')}>
          {whyThen.map((reason) => (
            <li key={JSON.stringify(reason)}>{sayTimeReason(reason, change.mission, plan, language)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface TogetherProps {
  readonly change: ProposedChange
  readonly changes: readonly ProposedChange[]
}

/** What has to be taken with it, and what cannot be taken without it. */
function Together({ change, changes }: TogetherProps) {
  const { t } = useTexts()
  const dependents = useMemo(() => needing(changes, change.mission), [changes, change])
  return (
    <div>
      <h3>{t('tasking.together')}</h3>
      {change.needs.length === 0 && dependents.length === 0 ? <p>{t('tasking.alone')}</p> : null}
      <LinkList label={t('tasking.needs')} ids={change.needs} most={MOST_LINKS} />
      <LinkList label={t('tasking.needed-by')} ids={dependents} most={MOST_LINKS} />
      {change.legalBasis === undefined ? null : (
        <>
          <h4>{t('tasking.legal-basis')}</h4>
          <RecordLink id={change.legalBasis} isWhole />
        </>
      )}
    </div>
  )
}
