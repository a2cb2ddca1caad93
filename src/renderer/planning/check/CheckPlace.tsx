import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SplitPane } from '../../ui/SplitPane.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AcceptedFindings } from './AcceptedFindings.tsx'
import { CheckToolbar } from './CheckToolbar.tsx'
import { checkView, lookAtPlan } from './checkView.ts'
import { ChosenFinding } from './ChosenFinding.tsx'
import { filterFindings, openFindings } from './filterFindings.ts'
import { FindingGrid } from './FindingGrid.tsx'
import { causesIn, countOf, groupFindings } from './groupFindings.ts'
import { LoadPanel } from './load/LoadPanel.tsx'
import { RiskPanel } from './risk/RiskPanel.tsx'
import './CheckPlace.css'

/** What does not fit in the plan, why, and what would mend it. */
export function CheckPlace() {
  const { t } = useTexts()
  const plan = usePlan()
  const planId = plan.meta.id
  useEffect(() => lookAtPlan(planId), [planId])
  const section = useStore(checkView, (s) => s.section)
  const checking = useSessionState((s) => s.checking)
  const open = useOpenFindings()
  return (
    <div className="check">
      {checking === null ? null : (
        <div className="check-progress">
          <ProgressBar label={t('check.checking')} share={checking} />
        </div>
      )}
      <Tabs
        label={t('check.sections')}
        tabs={[
          { id: 'open', label: t('check.open'), count: open.length },
          { id: 'accepted', label: t('check.accepted'), count: plan.count('acceptance') },
          { id: 'load', label: t('load.section') },
          { id: 'risk', label: t('risk.section') },
        ]}
        value={section}
        onChange={(next) => checkView.setState({ section: next })}
      >
        {section === 'risk' ? (
          <RiskPanel />
        ) : section === 'load' ? (
          <LoadPanel />
        ) : section === 'open' ? (
          <OpenFindings findings={open} isChecking={checking !== null} />
        ) : (
          <AcceptedFindings />
        )}
      </Tabs>
    </div>
  )
}

function useOpenFindings() {
  const plan = usePlan()
  const findings = useSessionState((s) => s.findings)
  const version = useSessionState((s) => s.findingsVersion)
  const revision = useSessionState((s) => s.revision)
  return useMemo(
    () => openFindings(plan, findings.all()),
    // The findings and the plan are living collections: these two say when to look again.
    // oxlint-disable-next-line react/exhaustive-deps
    [plan, findings, version, revision],
  )
}

function OpenFindings({ findings, isChecking }: { findings: ReturnType<typeof useOpenFindings>; isChecking: boolean }) {
  const { t } = useTexts()
  const texts = useTexts()
  const session = useSession()
  const plan = usePlan()
  const { query, severities, components, grouping, collapsed, chosenCause } = useStore(checkView)
  const passing = useMemo(
    () => filterFindings(plan, findings, { query, severities, components }, ({ rule }) => texts.t(`rule.${rule}`)),
    [plan, findings, query, severities, components, texts],
  )
  const rows = useMemo(
    () => groupFindings(passing, grouping, collapsed, plan, texts),
    [passing, grouping, collapsed, plan, texts],
  )
  const cause = grouping === 'cause' ? causesIn(passing, plan).causes.find(({ key }) => key === chosenCause) : undefined
  if (findings.length === 0) {
    if (isChecking) return null
    return (
      <EmptyState
        text={t('check.empty')}
        primary={{ label: t('action.go-matrix'), onPress: () => session.goTo('matrix') }}
        alternative={{ label: t('action.go-missions'), onPress: () => session.goTo('missions') }}
      />
    )
  }
  return (
    <>
      <CheckToolbar counts={countOf(passing)} shown={passing.length} all={findings.length} />
      <SplitPane
        label={t('check.detail-height')}
        direction="column"
        first={<FindingGrid rows={rows} />}
        second={<ChosenFinding cause={cause} />}
        defaultSize={Math.min(220, Math.round(window.innerHeight * 0.28))}
        min={120}
        max={480}
      />
    </>
  )
}
