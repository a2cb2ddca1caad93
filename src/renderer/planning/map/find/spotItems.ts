import type { Picture, SymbolItem } from '../../../map-engine/Scene.ts'
import type { FoundSpot } from './findView.ts'

const SIZE = 28
const CROSS = 'M14 2V9M14 19V26M2 14H9M19 14H26'

/** A ring with four strokes that leave its middle free, so that what lies there is still seen. */
const PICTURE: Picture = {
  key: 'found-spot',
  svg:
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}" fill="none">` +
    `<g stroke="var(--map-halo)" stroke-width="5"><circle cx="14" cy="14" r="8"/><path d="${CROSS}"/></g>` +
    `<g stroke="var(--accent)" stroke-width="2"><circle cx="14" cy="14" r="8"/><path d="${CROSS}"/></g></svg>`,
  width: SIZE,
  height: SIZE,
  anchor: [SIZE / 2, SIZE / 2],
}

/** The mark of a spot that was searched for. */
export function spotItems(spot: FoundSpot, title: string): readonly SymbolItem[] {
  return [
    {
      kind: 'symbol',
      id: 'found-spot',
      record: null,
      title,
      rank: -1000,
      emphasis: 'normal',
      at: spot.at,
      picture: PICTURE,
      label: title,
      badge: null,
      cluster: null,
    },
  ]
}
