import { alongGeodesic } from '../../../../domain/geo/ellipsoid.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { AreaItem, LineItem, SceneItem, TextItem } from '../../../map-engine/Scene.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import type { MeasuredWay } from './measureWay.ts'
import { type AngleUnit, bearingText, lengthText } from './measureWords.ts'

const PLAIN = { record: null, title: '', rank: -900, emphasis: 'normal' } as const
const STROKE = { color: '--accent', width: 2, dash: [6, 3], halo: 1.5 } as const

/** Longer legs are drawn as the curves that they are, in pieces of so many metres. */
const PIECE = 40_000
const MOST_PIECES = 32

/** A measured way on the map: its legs, each with its length and bearing, and its area. */
export function measuringItems(way: MeasuredWay, unit: AngleUnit, texts: Texts): readonly SceneItem[] {
  const paths = way.legs.map(({ from, to, metres }) =>
    alongGeodesic(from, to, Math.min(MOST_PIECES, Math.max(2, 2 * Math.ceil(metres / PIECE / 2)))),
  )
  const ring = paths.flatMap((path) => path.slice(1))
  const area: AreaItem[] =
    way.squareMetres === null
      ? []
      : [
          {
            ...PLAIN,
            kind: 'area',
            id: 'measure:area',
            rings: [ring],
            stroke: null,
            fill: { color: '--accent', opacity: 0.12, hatch: false },
            label: null,
          },
        ]
  const lines = paths.map((path, i): LineItem => {
    return { ...PLAIN, kind: 'line', id: `measure:leg:${i}`, path, stroke: STROKE, arrow: 'none', label: null }
  })
  const labels = way.legs.map(({ metres, trueBearing }, i): TextItem => {
    const text = `${lengthText(metres, texts)} · ${bearingText(trueBearing, unit, texts)}`
    return textAt(`measure:text:${i}`, middleOf(paths[i] ?? []), text)
  })
  return [...area, ...lines, ...labels]
}

function middleOf(path: readonly Position[]): Position {
  return path[Math.floor(path.length / 2)] ?? [0, 0]
}

function textAt(id: string, at: Position, text: string): TextItem {
  return {
    ...PLAIN,
    kind: 'text',
    id,
    at,
    text,
    color: '--map-overlay',
    size: 12,
    isStrong: true,
    angle: 0,
    align: 'center',
  }
}
