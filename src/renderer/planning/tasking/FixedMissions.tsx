import { X } from 'lucide-react'
import { useStore } from 'zustand'
import type { Id } from '../../../domain/records/ids.ts'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { type Fixing, releaseAll, setFixed } from './fixMissions.ts'
import { taskingView } from './taskingView.ts'

const SHOWN = 20

/** What of which missions the planner has fixed, so that no proposal touches it. */
export function FixedMissions() {
  const { t } = useTexts()
  const times = useStore(taskingView, (s) => s.fixedTimes)
  const units = useStore(taskingView, (s) => s.fixedUnits)
  const missions = [...new Set([...times, ...units])]
  return (
    <div className="tasking-group">
      <h3 className="tasking-label">{t('tasking.fixed', { count: missions.length })}</h3>
      {missions.length === 0 ? (
        <p className="tasking-hint">{t('tasking.fixed-how')}</p>
      ) : (
        <ul className="tasking-fixed" aria-label={t('tasking.fixed', { count: missions.length })}>
          {missions.slice(0, SHOWN).map((id) => (
            <li key={id}>
              <RecordLink id={id} />
              {times.has(id) ? <Fixed mission={id} what="time" /> : null}
              {units.has(id) ? <Fixed mission={id} what="units" /> : null}
            </li>
          ))}
        </ul>
      )}
      {missions.length > SHOWN ? (
        <p className="tasking-hint">{t('tasking.fixed-more', { count: missions.length - SHOWN })}</p>
      ) : null}
      {missions.length > 1 ? (
        <Button variant="quiet" onPress={releaseAll}>
          {t('tasking.release-all')}
        </Button>
      ) : null}
    </div>
  )
}

function Fixed({ mission, what }: { mission: Id<'mission'>; what: Fixing }) {
  const { t } = useTexts()
  return (
    <span className="tasking-fixing">
      {t(`tasking.fixed-${what}`)}
      <IconButton icon={X} label={t(`tasking.release-${what}`)} onPress={() => setFixed([mission], what, false)} />
    </span>
  )
}
