import { useStore } from 'zustand'
import { usePlan, useSession } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { RiskDates } from './RiskDates.tsx'
import { RiskDrivers } from './RiskDrivers.tsx'
import { RiskHistogram } from './RiskHistogram.tsx'
import './RiskPanel.css'
import { RiskToolbar } from './RiskToolbar.tsx'
import { riskView } from './riskView.ts'
import { useSimulation } from './useSimulation.ts'

/** When the plan will be finished, with what chance its dates hold, and what that hangs on. */
export function RiskPanel() {
  const { t } = useTexts()
  const session = useSession()
  const plan = usePlan()
  useSimulation()
  const answer = useStore(riskView, (s) => (s.planId === plan.meta.id ? s.answer : null))
  if (answer?.summary.missions === 0) {
    return (
      <EmptyState
        text={t('risk.empty')}
        primary={{ label: t('risk.empty-matrix'), onPress: () => session.goTo('matrix') }}
      />
    )
  }
  return (
    <div className="risk">
      <RiskToolbar answer={answer} />
      {answer === null ? (
        <FirstProgress />
      ) : (
        <div className="risk-body" tabIndex={-1}>
          <RiskHistogram summary={answer.summary} />
          <div className="risk-columns">
            <RiskDates groups={answer.summary.groups} />
            <RiskDrivers summary={answer.summary} />
          </div>
        </div>
      )}
    </div>
  )
}

function FirstProgress() {
  const { t } = useTexts()
  const progress = useStore(riskView, (s) => s.progress)
  return (
    <div className="risk-first">
      <ProgressBar label={t('risk.simulating')} share={progress ?? 0} />
    </div>
  )
}
