import type { Id } from '../../../domain/records/ids.ts'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import { OBJECT_LAYERS } from './objectsInView.ts'
import { positionsOf } from './positionsOf.ts'

/** Brings all that stands for the records into view. */
export function fitSelection(map: MapAdapter, records: ReadonlySet<Id>): void {
  map.fit(
    OBJECT_LAYERS.flatMap((layer) =>
      map.items(layer).flatMap((item) => (item.record !== null && records.has(item.record) ? positionsOf(item) : [])),
    ),
  )
}
