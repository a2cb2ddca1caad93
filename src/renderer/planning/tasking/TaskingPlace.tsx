import { useEffect } from 'react'
import { useStore } from 'zustand'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitPane } from '../../ui/SplitPane.tsx'
import { Answer } from './Answer.tsx'
import { QuestionPanel } from './QuestionPanel.tsx'
import { lookAtPlan, taskingView } from './taskingView.ts'
import { useAskedMissions, useTasking, useTaskingScopes } from './useTasking.ts'
import './TaskingPlace.css'

/** Asks for times and units under goals, shows the proposal as a difference, and takes it, whole or in part. */
export function TaskingPlace() {
  const { t } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const planId = plan.meta.id
  useEffect(() => lookAtPlan(planId), [planId])
  const scopes = useTaskingScopes()
  const missions = useAskedMissions(scopes)
  const isShown = useStore(taskingView, (s) => s.isQuestionShown)
  // What hides it stands beside the answer.
  const isCollapsed = useTasking((s) => s.status !== 'idle') && !isShown
  if (plan.count('mission') === 0) {
    return (
      <EmptyState
        text={t('tasking.no-missions')}
        primary={{ label: t('action.go-missions'), onPress: () => session.goTo('missions') }}
        alternative={{ label: t('action.go-matrix'), onPress: () => session.goTo('matrix') }}
      />
    )
  }
  if (plan.count('unit') === 0) {
    return (
      <EmptyState
        text={t('tasking.no-units')}
        primary={{ label: t('action.go-forces'), onPress: () => session.goTo('forces') }}
        alternative={{ label: t('action.go-missions'), onPress: () => session.goTo('missions') }}
      />
    )
  }
  return (
    <div className="tasking">
      <SplitPane
        label={t('tasking.question-width')}
        sized="first"
        first={<QuestionPanel scopes={scopes} missions={missions} />}
        second={<Answer scopes={scopes} missions={missions} />}
        defaultSize={268}
        min={220}
        max={420}
        isCollapsed={isCollapsed}
      />
    </div>
  )
}
