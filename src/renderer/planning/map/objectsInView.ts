import type { Position } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import type { SceneItem, SceneLayer } from '../../map-engine/Scene.ts'

/** Layers whose items stand for records that one looks for; their order is that of lists. */
export const OBJECT_LAYERS = ['units', 'missions', 'measures', 'places', 'districts'] as const satisfies SceneLayer[]
export type ObjectLayer = (typeof OBJECT_LAYERS)[number]

/** A record that the map shows. */
export interface MapObject {
  readonly record: Id
  readonly layer: ObjectLayer
  readonly title: string
  readonly at: Position
}

/** Records in view, each once however many items it has. */
export function objectsInView(map: MapAdapter): MapObject[] {
  const seen = new Set<Id>()
  const objects: MapObject[] = []
  for (const layer of OBJECT_LAYERS) {
    for (const item of map.inView([layer])) {
      if (item.record === null || seen.has(item.record)) continue
      seen.add(item.record)
      objects.push({ record: item.record, layer, title: item.title, at: positionOf(item) })
    }
  }
  return objects
}

/** Where a ring or the middle of the view goes for an item. */
export function positionOf(item: SceneItem): Position {
  switch (item.kind) {
    case 'symbol':
    case 'text':
      return item.at
    case 'line':
      return item.path[item.path.length >> 1] ?? [0, 0]
    case 'area': {
      const ring = item.rings[0] ?? []
      const middle = (axis: 0 | 1): number => ring.reduce((sum, at) => sum + at[axis], 0) / Math.max(1, ring.length)
      return [middle(0), middle(1)]
    }
  }
}

/** In reading order: rows of about a tenth of the view's height from north to south, each from west to east. */
export function inReadingOrder(objects: readonly MapObject[], height: number): MapObject[] {
  const row = ({ at }: MapObject): number => Math.floor(-at[1] / Math.max(1e-9, height / 10))
  return objects.toSorted((a, b) => row(a) - row(b) || a.at[0] - b.at[0] || (a.record < b.record ? -1 : 1))
}

/** The one after, or before, the active one; round at the ends. */
export function nextObject(objects: readonly MapObject[], active: Id | null, step: 1 | -1): MapObject | null {
  const count = objects.length
  if (count === 0) return null
  const at = objects.findIndex(({ record }) => record === active)
  const next = at < 0 ? (step === 1 ? 0 : count - 1) : (at + step + count) % count
  return objects[next] ?? null
}
