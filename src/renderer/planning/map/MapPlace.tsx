import { useRef, useState } from 'react'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { usePlan } from '../../session/SessionContext.tsx'
import { LayerDropZone } from './layers/LayerDropZone.tsx'
import { OwnLayersOnMap } from './layers/OwnLayersOnMap.tsx'
import { FoundSpotLayer } from './find/SpotCard.tsx'
import { GridLayer } from './grid/GridLayer.tsx'
import { MapContext } from './MapContext.tsx'
import { MapFootline } from './MapFootline.tsx'
import { MapPanel } from './MapPanel.tsx'
import './MapPlace.css'
import { Measures } from './measures/Measures.tsx'
import { warmMeasures } from './measures/warmMeasures.ts'
import { MapSheet } from './MapSheet.tsx'
import { MeasureTool } from './measuring/MeasureTool.tsx'
import { PickLayer } from './pick/PickLayer.tsx'
import { MapToolbar } from './MapToolbar.tsx'
import { PrintPanel } from './print/PrintPanel.tsx'
import { SceneLayers } from './SceneLayers.tsx'
import { TimeBar } from './time/TimeBar.tsx'
import { UnitDrag } from './units/UnitDrag.tsx'
import { MapModelProvider, useNewMapModel } from './useMapModel.ts'
import { lookAtPlan, useMapView } from './mapView.ts'
import { useKeptMapView } from './useKeptMapView.ts'
import { useMapOn } from './useMapOn.ts'

/** Where everything is at the chosen time. */
export function MapPlace() {
  const plan = usePlan()
  // Before the first look at the view; another plan mounts another place.
  const { settings } = useActionContext()
  useState(() => lookAtPlan(plan.meta.id, settings.current.mapViews))
  useState(() => warmMeasures(plan))
  useKeptMapView(settings)
  const target = useRef<HTMLDivElement>(null)
  const map = useMapOn(target)
  const model = useNewMapModel()
  // The matrix beside it has the same time, and the room is needed.
  const isSplit = useMapView((v) => v.isSplit)
  return (
    <MapModelProvider value={model}>
      <MapContext value={map}>
        <div className="map">
          <MapToolbar />
          <div className="map-body">
            {map === null ? null : <MapPanel />}
            <MapSheet target={target}>
              <MapParts />
            </MapSheet>
            {map === null ? null : <PrintPanel />}
          </div>
          <MapFootline />
          <TimeBar isShort={isSplit} />
        </div>
      </MapContext>
    </MapModelProvider>
  )
}

/** What puts items on the map; each part shows nothing itself but what floats over it. */
function MapParts() {
  return (
    <>
      <SceneLayers />
      <UnitDrag />
      <OwnLayersOnMap />
      <LayerDropZone />
      <Measures />
      <GridLayer />
      <FoundSpotLayer />
      <MeasureTool />
      <PickLayer />
    </>
  )
}
