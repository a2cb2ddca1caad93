import { useEffect } from 'react'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { fitSelection } from './fitSelection.ts'
import { useMapView } from './mapView.ts'
import { OBJECT_LAYERS } from './objectsInView.ts'

/** Beside the matrix, what is chosen there comes into sight here, unless it is in sight already. */
export function useFollowFocused(map: MapAdapter | null): void {
  const isSplit = useMapView((v) => v.isSplit)
  const focused = useSessionState((s) => s.focused)
  useEffect(() => {
    if (map === null || !isSplit || focused === null) return
    const isInView = map.inView(OBJECT_LAYERS).some(({ record }) => record === focused)
    if (!isInView) fitSelection(map, new Set([focused]))
  }, [map, isSplit, focused])
}
