import { type ReactNode, useState } from 'react'
import { CheckPlace } from '../planning/check/CheckPlace.tsx'
import { ForcesPlace } from '../planning/forces/ForcesPlace.tsx'
import { HistoryPlace } from '../planning/history/HistoryPlace.tsx'
import { Inspector } from '../planning/inspector/Inspector.tsx'
import { LibraryPlace } from '../planning/library/LibraryPlace.tsx'
import { MissionsPlace } from '../planning/missions/MissionsPlace.tsx'
import { SettingsPlace } from '../planning/settings/SettingsPlace.tsx'
import { TaskingPlace } from '../planning/tasking/TaskingPlace.tsx'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import type { Place } from '../session/SessionState.ts'
import { useTexts } from '../texts/TextContext.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { SplitPane } from '../ui/SplitPane.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Marking } from './Marking.tsx'
import { NavigationRail } from './NavigationRail.tsx'
import { PlanMessages } from './PlanMessages.tsx'
import './Shell.css'
import { MapPlaceOrSplit, MatrixPlaceOrSplit } from './SplitPlaces.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TitleBar } from './TitleBar.tsx'

const WITHOUT_PLAN: Partial<Record<Place, () => ReactNode>> = { library: LibraryPlace, settings: SettingsPlace }
const WITH_PLAN: Partial<Record<Place, () => ReactNode>> = {
  forces: ForcesPlace,
  map: MapPlaceOrSplit,
  missions: MissionsPlace,
  matrix: MatrixPlaceOrSplit,
  check: CheckPlace,
  tasking: TaskingPlace,
  history: HistoryPlace,
}

/** What frames every place: marking, title bar, navigation, inspector, status bar. */
export function Shell() {
  const place = useSessionState((s) => s.place)
  const [isInspectorOpen, setInspectorOpen] = useState(true)
  return (
    <div className="shell" data-app-ready="">
      <Marking edge="top" />
      <TitleBar isInspectorOpen={isInspectorOpen} onInspector={() => setInspectorOpen(!isInspectorOpen)} />
      <div className="shell-body">
        <NavigationRail />
        <div className="shell-main">
          <PlanMessages />
          <ErrorBoundary key={place}>
            <PlaceView place={place} isInspectorOpen={isInspectorOpen} />
          </ErrorBoundary>
        </div>
      </div>
      <StatusBar />
      <Marking edge="bottom" />
    </div>
  )
}

function PlaceView({ place, isInspectorOpen }: { place: Place; isInspectorOpen: boolean }) {
  const { t } = useTexts()
  const session = useSession()
  const open = useSessionState((s) => s.open)
  const Free = WITHOUT_PLAN[place]
  if (Free !== undefined) {
    return (
      <main className="shell-place" aria-label={t(`place.${place}`)}>
        <Free />
      </main>
    )
  }
  const View = WITH_PLAN[place]
  if (open.state === 'opening') {
    return (
      <main className="shell-place" aria-label={t(`place.${place}`)}>
        <div className="shell-opening">
          <ProgressBar label={t('app.opening')} share={open.fraction} />
        </div>
      </main>
    )
  }
  if (open.state !== 'open' || View === undefined) {
    return (
      <main className="shell-place" aria-label={t(`place.${place}`)}>
        <EmptyState
          text={t('app.needs-plan')}
          primary={{ label: t('app.open-library'), onPress: () => session.goTo('library') }}
        />
      </main>
    )
  }
  const main = (
    <main className="shell-place" aria-label={t(`place.${place}`)} key={open.id}>
      <View />
    </main>
  )
  if (place === 'history') return main
  return (
    <SplitPane
      label={t('app.inspector-width')}
      first={main}
      second={
        <aside className="shell-inspector" aria-label={t('app.inspector')}>
          <Inspector />
        </aside>
      }
      defaultSize={340}
      min={260}
      max={640}
      isCollapsed={!isInspectorOpen}
    />
  )
}
