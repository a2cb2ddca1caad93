import { useMemo } from 'react'
import type { OwnLayerView } from '../../../map-engine/layers/OwnLayerView.ts'
import { useLayers, useLayersState } from '../../../session/layers/LayersContext.tsx'
import type { LayerStanding } from '../../../session/layers/OwnLayer.ts'
import type { OwnLayers } from '../../../session/layers/OwnLayers.ts'
import { colorOf } from './colorOf.ts'

type Read = OwnLayerView['read']

/** By standing: a layer that is opened anew stands anew, and is then read anew. */
const reads = new WeakMap<LayerStanding, Read>()

/** The layers that can be drawn now, topmost first. */
export function useOwnLayerViews(): readonly OwnLayerView[] {
  const layers = useLayers()
  const list = useLayersState((s) => s.layers)
  const standing = useLayersState((s) => s.standing)
  const styles = useLayersState((s) => s.styles)
  return useMemo(
    () =>
      list.flatMap((layer): OwnLayerView[] => {
        const stands = standing.get(layer.id)
        if (stands?.state !== 'open') return []
        const { id, kind, bounds, minZoom, maxZoom, tileSize, opacity, isShown } = layer
        return [
          {
            id,
            kind,
            bounds,
            minZoom,
            maxZoom,
            tileSize,
            opacity,
            isShown,
            color: colorOf(layer),
            styles: styles.get(id) ?? [],
            read: readOf(layers, id, stands),
          },
        ]
      }),
    [layers, list, standing, styles],
  )
}

function readOf(layers: OwnLayers, layer: string, standing: LayerStanding): Read {
  const known = reads.get(standing)
  if (known !== undefined) return known
  const read: Read = async ({ z, x, y }, isNight, signal) => {
    const tile = await layers.tile({ layer, z, x, y, isNight }, signal)
    return tile?.kind === 'image' ? { kind: 'image', image: tile.image } : tile
  }
  reads.set(standing, read)
  return read
}
