import { useEffect } from 'react'
import { useLayers } from '../../../session/layers/LayersContext.tsx'
import { useMap } from '../MapContext.tsx'
import { DistrictsOnMap } from './DistrictsOnMap.tsx'
import { FeaturePopover } from './FeaturePopover.tsx'
import { useGroundShown } from './groundView.ts'
import { LayersHint } from './LayersHint.tsx'
import { useOwnLayerViews } from './useOwnLayerViews.ts'

/** Own layers below the plan's objects, what their features say, and the districts they are tied to. */
export function OwnLayersOnMap() {
  const map = useMap()
  const layers = useLayers()
  const views = useOwnLayerViews()
  useEffect(() => void layers.load(), [layers])
  useEffect(() => map.setOwnLayers(views), [map, views])
  const isGroundShown = useGroundShown()
  useEffect(() => map.showGround(isGroundShown), [map, isGroundShown])
  return (
    <>
      <DistrictsOnMap />
      <FeaturePopover />
      <LayersHint />
    </>
  )
}
