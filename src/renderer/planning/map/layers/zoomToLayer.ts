import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'
import { mapView } from '../mapView.ts'

/** Brings a layer into view. */
export function zoomToLayer({ bounds: [west, south, east, north] }: Pick<OwnLayer, 'bounds'>): void {
  const { map } = mapView.getState()
  if (map === null) return
  const isPoint = east - west < 1e-9 && north - south < 1e-9
  map.fit(
    isPoint
      ? [[west, south]]
      : [
          [west, south],
          [east, north],
        ],
  )
}
