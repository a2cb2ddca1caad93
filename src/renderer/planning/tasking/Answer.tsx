import { useStore } from 'zustand'
import type { Id } from '../../../domain/records/ids.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { AskedMissions } from './AskedMissions.tsx'
import { ChangesSection } from './ChangesSection.tsx'
import { ResultSection } from './ResultSection.tsx'
import { SearchStatus } from './SearchStatus.tsx'
import type { TaskingScopes } from './taskingScopes.ts'
import { type AnswerSection, taskingView } from './taskingView.ts'
import { UnplacedSection } from './UnplacedSection.tsx'
import { useTasking } from './useTasking.ts'
import './Answer.css'

interface AnswerProps {
  readonly scopes: TaskingScopes
  readonly missions: readonly Id<'mission'>[]
}

/** What was looked at in a section is selected again with it. */
function lookAtSection(session: PlanSession, section: AnswerSection): void {
  taskingView.setState({ section })
  const { change, unplaced } = taskingView.getState()
  const looked = section === 'changes' ? change : section === 'unplaced' ? unplaced : null
  if (looked !== null && session.store.getState().plan?.has(looked) === true) session.select([looked])
}

/** The proposal as a difference to the plan; until there is one, the missions that are asked about. */
export function Answer({ scopes, missions }: AnswerProps) {
  const { t } = useTexts()
  const session = useSession()
  const proposal = useTasking((s) => s.proposal)
  const isIdle = useTasking((s) => s.status === 'idle')
  const section = useStore(taskingView, (s) => s.section)
  return (
    <div className="tasking-answer">
      {isIdle ? null : <SearchStatus />}
      {proposal === null ? (
        <AskedMissions scopes={scopes} missions={missions} />
      ) : (
        <Tabs
          label={t('tasking.sections')}
          tabs={[
            { id: 'changes', label: t('tasking.changes'), count: proposal.changes.length },
            { id: 'unplaced', label: t('tasking.unplaced'), count: proposal.unplaced.length },
            { id: 'result', label: t('tasking.result') },
          ]}
          value={section}
          onChange={(next) => lookAtSection(session, next)}
        >
          {section === 'changes' ? (
            <ChangesSection proposal={proposal} />
          ) : section === 'unplaced' ? (
            <UnplacedSection unplaced={proposal.unplaced} />
          ) : (
            <ResultSection proposal={proposal} />
          )}
        </Tabs>
      )}
    </div>
  )
}
