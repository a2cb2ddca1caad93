import { useCallback } from 'react'
import { useStore } from 'zustand'
import type { SheetContent } from '../../../map-engine/sheet/SheetContent.ts'
import { useLayersState } from '../../../session/layers/LayersContext.tsx'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useGroundShown } from '../layers/groundView.ts'
import { useOwnLayerViews } from '../layers/useOwnLayerViews.ts'
import { useMap } from '../MapContext.tsx'
import { useMapView } from '../mapView.ts'
import { sceneChanges } from '../sceneChanges.ts'
import { usePrintView } from './printView.ts'
import { sheetContent } from './sheetContent.ts'

/** What goes on the sheet, gathered when it is called; another function whenever something of it may have changed. */
export function useContent(): () => Promise<SheetContent> {
  const texts = useTexts()
  const map = useMap()
  const plan = usePlan()
  const time = useSessionState((s) => s.time)
  const hiddenLayers = useMapView((v) => v.hiddenLayers)
  const ownLayers = useOwnLayerViews()
  const hasGround = useGroundShown()
  const layers = useLayersState((s) => s.layers)
  const title = usePrintView((v) => v.title)
  const parts = usePrintView((v) => v.parts)
  const sheet = usePrintView((v) => v.sheet)
  const changes = useStore(sceneChanges, (s) => s.count)
  return useCallback(async () => {
    if (sheet === null) throw new Error('the sheet has no place yet')
    const ownNames = new Map(layers.map(({ id, name }) => [id, name]))
    return sheetContent(
      sheet,
      { title, parts },
      { map, plan, time, texts, hiddenLayers, ownLayers, ownNames, hasGround },
    )
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map's items are read when asked; the count says that they are others
  }, [texts, map, plan, time, hiddenLayers, ownLayers, layers, hasGround, title, parts, sheet, changes])
}
