import type { Position } from '../../../../domain/records/common.ts'
import type { SceneItem, Stroke } from '../../../map-engine/Scene.ts'

const PLAIN = { record: null, title: '', rank: -800, emphasis: 'normal', label: null } as const
const STROKE: Stroke = { color: '--accent', width: 2, dash: [2, 4], halo: 1.5 }

/** Radius of the ring around a point, pixels. */
const RING = 10

/** What is there already of what is being asked for, to be seen while the new one is chosen. */
export function presentItems(present: readonly Position[], shape: 'point' | 'line' | 'area'): readonly SceneItem[] {
  const [first] = present
  if (first === undefined) return []
  if (shape === 'line') {
    return [{ ...PLAIN, kind: 'line', id: 'pick:present', path: present, stroke: STROKE, arrow: 'none' }]
  }
  if (shape === 'area')
    return [{ ...PLAIN, kind: 'area', id: 'pick:present', rings: [present], stroke: STROKE, fill: null }]
  return [
    {
      ...PLAIN,
      kind: 'symbol',
      id: 'pick:present',
      at: first,
      picture: {
        key: 'pick-present',
        svg:
          `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * RING}" height="${2 * RING}" viewBox="0 0 20 20" fill="none">` +
          '<circle cx="10" cy="10" r="8" stroke="var(--map-halo)" stroke-width="4"/>' +
          '<circle cx="10" cy="10" r="8" stroke="var(--accent)" stroke-width="2" stroke-dasharray="3 2"/></svg>',
        width: 2 * RING,
        height: 2 * RING,
        anchor: [RING, RING],
      },
      badge: null,
      cluster: null,
    },
  ]
}
