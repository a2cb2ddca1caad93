import { useEffect, useMemo, useState } from 'react'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { useAll } from '../../../fields/useAll.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useLayers, useLayersState } from '../../../session/layers/LayersContext.tsx'
import type { LayerTie } from '../../../session/layers/OwnLayer.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useScene } from '../MapContext.tsx'
import { type DistrictOutline, DistrictScene } from './DistrictScene.ts'

/** Degrees that an outline may be off: some 20 m, under a pixel at the scales of planning. */
const TOLERANCE = 0.0002

const NOTHING: readonly DistrictOutline[] = []

/** Districts of the plan that a layer was joined with: they can be chosen, and say what covers them. */
export function DistrictsOnMap() {
  const texts = useTexts()
  const meta = usePlanMeta()
  const tied = useLayersState((s) => s.layers.find(({ ties, isShown }) => isShown && ties[meta.id] !== undefined))
  const outlines = useOutlines(tied?.id ?? null, tied?.ties[meta.id] ?? null)
  const selection = useSessionState((s) => s.selection)
  const time = useSessionState((s) => s.time)
  const places = useAll('place')
  const documents = useAll('legal-basis')
  const [scene] = useState(() => new DistrictScene())
  const items = useMemo(
    () =>
      outlines.length === 0
        ? []
        : scene.update({ outlines, places, documents, at: toInstant(time, meta.hHour), selection, texts }),
    [scene, outlines, places, documents, time, meta.hHour, selection, texts],
  )
  useScene('districts', items)
  return null
}

/** Read anew when layer or tie change; of another tie than the wanted one nothing is shown. */
function useOutlines(layer: string | null, tie: LayerTie | null): readonly DistrictOutline[] {
  const layers = useLayers()
  const isOpen = useLayersState((s) => layer !== null && s.standing.get(layer)?.state === 'open')
  const [read, setRead] = useState<{ readonly of: LayerTie; readonly outlines: readonly DistrictOutline[] } | null>(
    null,
  )
  useEffect(() => {
    if (layer === null || tie === null || !isOpen) return undefined
    let isWanted = true
    const features = tie.pairs.map(([feature]) => feature)
    void layers.outlines(layer, features, TOLERANCE).then((polygons) => {
      if (!isWanted || polygons === null) return
      const outlines = tie.pairs.map(([, district], i) => ({ district, polygons: polygons[i] ?? [] }))
      setRead({ of: tie, outlines })
    })
    return () => {
      isWanted = false
    }
  }, [layers, layer, tie, isOpen])
  return read !== null && read.of === tie && isOpen ? read.outlines : NOTHING
}
