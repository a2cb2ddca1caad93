import type { Position } from '../../../domain/records/common.ts'
import type { SymbolItem } from '../../map-engine/Scene.ts'

/** Metres; nearer ones are drawn as one at any scale. */
const TOGETHER = 40
const METRES_PER_DEGREE = 111_320

/** Positions to bring into view so that a cluster parts; null where its symbols stand at one spot. */
export function partingPositions(items: readonly Pick<SymbolItem, 'at'>[]): Position[] | null {
  const first = items[0]
  if (first === undefined) return null
  const [longitude, latitude] = first.at
  const east = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)
  const isApart = items.some(
    ({ at }) => Math.hypot((at[0] - longitude) * east, (at[1] - latitude) * METRES_PER_DEGREE) > TOGETHER,
  )
  return isApart ? items.map(({ at }) => at) : null
}
