import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../domain/records/ids.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import type { MissionComponent } from './missions/missionComponent.ts'
import type { MissionScope } from './missions/shownMissions.ts'

/** What of units and missions the map shows; outlives the place. */
export interface SceneFilter {
  readonly plan: Id<'plan'> | null
  readonly units: {
    readonly hiddenComponents: ReadonlySet<Id<'component'>>
    readonly hiddenEchelons: ReadonlySet<Unit['echelon']>
  }
  readonly missions: {
    readonly scope: MissionScope
    readonly hiddenKinds: ReadonlySet<MissionComponent>
  }
}

const FRESH: SceneFilter = {
  plan: null,
  units: { hiddenComponents: new Set(), hiddenEchelons: new Set() },
  missions: { scope: 'moment', hiddenKinds: new Set() },
}

const sceneFilter = createStore<SceneFilter>(() => FRESH)

export function useSceneFilter<T>(select: (filter: SceneFilter) => T): T {
  return useStore(sceneFilter, select)
}

/** Another plan has other components. */
export function filterPlan(plan: Id<'plan'>): void {
  if (sceneFilter.getState().plan !== plan) sceneFilter.setState({ ...FRESH, plan })
}

export function setScope(scope: MissionScope): void {
  sceneFilter.setState(({ missions }) => ({ missions: { ...missions, scope } }))
}

/** Hides or shows a component: its units, and the missions that its kind leads. */
export function toggleComponent(id: Id<'component'>, kind: MissionComponent): void {
  sceneFilter.setState(({ units, missions }) => ({
    units: { ...units, hiddenComponents: toggled(units.hiddenComponents, id) },
    missions: { ...missions, hiddenKinds: toggled(missions.hiddenKinds, kind) },
  }))
}

export function toggleEchelon(echelon: Unit['echelon']): void {
  sceneFilter.setState(({ units }) => ({
    units: { ...units, hiddenEchelons: toggled(units.hiddenEchelons, echelon) },
  }))
}

export function showAll(): void {
  sceneFilter.setState(({ plan, missions }) => ({
    ...FRESH,
    plan,
    missions: { ...FRESH.missions, scope: missions.scope },
  }))
}

function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next
}
