import { useMemo, useState } from 'react'
import { useAll } from '../../fields/useAll.ts'
import type { SceneItem, SymbolItem } from '../../map-engine/Scene.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { useScene } from './MapContext.tsx'
import { useMapView } from './mapView.ts'
import { missionLinks } from './missions/missionLinks.ts'
import { MissionScene, type MissionSceneResult } from './missions/MissionScene.ts'
import { namedKinds, placeItems } from './missions/placeItems.ts'
import { filterPlan, useSceneFilter } from './sceneFilter.ts'
import { unitPaths } from './units/unitPaths.ts'
import { UnitScene } from './units/UnitScene.ts'
import { useMapModel } from './useMapModel.ts'

const NO_SYMBOLS: readonly SymbolItem[] = []
const NO_ITEMS: readonly SceneItem[] = []
const NO_MISSIONS: MissionSceneResult = { items: [], found: 0, shown: 0 }

/** Units, missions, their ties and the plan's places at the chosen time. */
export function SceneLayers() {
  const { model } = useMapModel()
  // Before the first look at the filter; another plan mounts another place.
  useState(() => filterPlan(model.plan.meta.id))
  return (
    <>
      <div className="map-notices">
        <UnitLayer />
        <MissionLayer />
      </div>
      <LinkLayer />
      <PlaceLayer />
    </>
  )
}

function useSceneInput() {
  const texts = useTexts()
  const time = useSessionState((s) => s.time)
  const selection = useSessionState((s) => s.selection)
  const findings = useSessionState((s) => s.findings)
  const findingsVersion = useSessionState((s) => s.findingsVersion)
  return { texts, time, selection, findings, findingsVersion }
}

function UnitLayer() {
  const { model, version } = useMapModel()
  const [scene] = useState(() => new UnitScene(model.plan, model))
  const { texts, time, selection, findings, findingsVersion } = useSceneInput()
  const filter = useSceneFilter((f) => f.units)
  const items = useMemo(
    () => (version === 0 ? NO_SYMBOLS : scene.items({ texts, time, selection, findings, findingsVersion, filter })),
    [scene, version, texts, time, selection, findings, findingsVersion, filter],
  )
  useScene('units', items)
  const count = version === 0 ? 0 : scene.unplaced
  if (count === 0) return null
  return <output className="map-notice">{texts.t('map-units.unplaced', { count })}</output>
}

function MissionLayer() {
  const { model, version } = useMapModel()
  const [scene] = useState(() => new MissionScene(model.plan, model.columns))
  const { texts, time, selection, findings, findingsVersion } = useSceneInput()
  const filter = useSceneFilter((f) => f.missions)
  const { items, found, shown } = useMemo(
    () => (version === 0 ? NO_MISSIONS : scene.look({ texts, time, selection, findings, findingsVersion, filter })),
    [scene, version, texts, time, selection, findings, findingsVersion, filter],
  )
  useScene('missions', items)
  if (found === shown) return null
  return <output className="map-notice">{texts.t('map-units.capped', { shown, found })}</output>
}

function LinkLayer() {
  const { model, version } = useMapModel()
  const { texts, time, selection } = useSceneInput()
  const links = useMemo(() => {
    if (version === 0 || selection.size === 0) return NO_ITEMS
    const { plan, tracks } = model
    return [...unitPaths(plan, tracks, selection, time, texts), ...missionLinks(plan, tracks, selection, time, texts)]
  }, [model, version, texts, time, selection])
  useScene('links', links)
  return null
}

function PlaceLayer() {
  const texts = useTexts()
  const places = useAll('place')
  const selection = useSessionState((s) => s.selection)
  const named = useMapView((v) => namedKinds(v.metresPerPixel))
  const items = useMemo(() => placeItems(places, named, selection, texts), [places, named, selection, texts])
  useScene('places', items)
  return null
}
