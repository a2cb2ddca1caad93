import type { Position } from '../../../domain/records/common.ts'
import type { SceneItem } from '../../map-engine/Scene.ts'

/** Every position that an item is drawn by. */
export function positionsOf(item: SceneItem): readonly Position[] {
  switch (item.kind) {
    case 'symbol':
    case 'text':
      return [item.at]
    case 'line':
      return item.path
    case 'area':
      return item.rings.flat()
  }
}
