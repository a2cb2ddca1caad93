import { useEffect } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import type { Hit, MapAdapter, Pixel } from '../../map-engine/MapAdapter.ts'
import type { SymbolItem } from '../../map-engine/Scene.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { partingPositions } from './clusterExtent.ts'
import { mapView } from './mapView.ts'

/** A cluster whose symbols stand at one spot, to be chosen from a list. */
export interface OpenCluster {
  readonly items: readonly SymbolItem[]
  readonly pixel: Pixel
}

/** Clicks, clicks with Ctrl and boxes choose records; a cluster parts, or asks which. */
export function useMapSelection(map: MapAdapter | null, onCluster: (cluster: OpenCluster) => void): void {
  const session = useSession()
  useEffect(() => {
    if (map === null) return undefined
    const isChoosing = (): boolean => mapView.getState().mode === 'choose'
    const stops = [
      map.onPointer(({ type, hits, pixel, isAdding, at }) => {
        if (!isChoosing()) return
        if (type === 'click') choose(map, session, hits, pixel, isAdding, onCluster)
        else if (type === 'context') chooseForMenu(session, hits)
        else if (type === 'double' && hits.length === 0) {
          map.setView(at, map.view().metresPerPixel / 2)
        }
      }),
      map.onBox(({ items, isAdding }) => {
        if (!isChoosing()) return
        const ids = items.flatMap(({ record }) => (record === null ? [] : [record]))
        const before = isAdding ? session.store.getState().selection : []
        session.select(new Set([...before, ...ids]))
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [map, session, onCluster])
}

function choose(
  map: MapAdapter,
  session: PlanSession,
  hits: readonly Hit[],
  pixel: Pixel,
  isAdding: boolean,
  onCluster: (cluster: OpenCluster) => void,
): void {
  const top = hits[0]
  if (top !== undefined && top.items.length > 1) {
    const positions = partingPositions(top.items as readonly SymbolItem[])
    if (positions === null) onCluster({ items: top.items as readonly SymbolItem[], pixel })
    else map.fit(positions)
    return
  }
  const { selection, focused } = session.store.getState()
  const ids = recordsOf(hits)
  mapView.setState({ active: null })
  if (isAdding) {
    const id = ids[0]
    if (id === undefined) return
    const next = new Set(selection)
    if (!next.delete(id)) next.add(id)
    session.select(next)
    return
  }
  // Where several lie on one another, clicking again goes on to the next below.
  const at = selection.size === 1 && focused !== null ? ids.indexOf(focused) : -1
  const id = ids[(at + 1) % Math.max(1, ids.length)]
  if (id === undefined) {
    if (selection.size > 0) session.select([])
  } else session.select([id])
}

/** A menu is about what lies under the pointer, unless that is among the selected already. */
function chooseForMenu(session: PlanSession, hits: readonly Hit[]): void {
  const ids = recordsOf(hits)
  const { selection } = session.store.getState()
  const id = ids[0]
  if (id !== undefined && !ids.some((each) => selection.has(each))) session.select([id])
}

function recordsOf(hits: readonly Hit[]): Id[] {
  const ids = hits.flatMap(({ item, items }) => (items.length > 1 || item.record === null ? [] : [item.record]))
  return [...new Set(ids)]
}
