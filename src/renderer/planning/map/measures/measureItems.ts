import type { MultipointDrawing } from '../../../map-engine/multipoint/Multipoint.ts'
import type { Position } from '../../../../domain/records/common.ts'
import { measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import type { ColorToken, SceneItem, Stroke, TextItem } from '../../../map-engine/Scene.ts'
import { LABEL_SIZE } from '../../../map-engine/multipoint/labelSize.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import { measurePicture } from './measurePicture.ts'
import { shownSymbol } from './measureRequest.ts'
import { nameBesideWord, translatedLabel, wordIn } from './MeasureWords.ts'
import { carriesLabel } from './roomForLabels.ts'

export type MeasureLook = 'normal' | 'selected' | 'faded'

/** Texts of measures give way to those of units, and stand before those of the ground. */
const RANK = 40
const WIDTH = 2
const INK: ColorToken = '--map-overlay'

/**
 * What a measure looks like. `drawing` is the renderer's answer; until it is there, and where there is none, lines and
 * areas are their plain points, so that nothing in the plan is ever out of sight.
 */
export function measureItems(
  overlay: Overlay,
  drawing: MultipointDrawing | null,
  look: MeasureLook,
  title: string,
  metresPerPixel: number,
  t: Texts['t'],
): readonly SceneItem[] {
  const base = { record: overlay.id, title, rank: RANK, emphasis: look }
  const stroke = (dash: readonly number[]): Stroke => ({ color: INK, width: WIDTH, dash, halo: 1 })
  const type = measureTypeOf(overlay)
  const [first] = overlay.points
  if (first === undefined) return []
  if (overlay.shape === 'point') {
    const symbol = type === null ? (overlay.symbol ?? '') : shownSymbol(overlay, type)
    const picture = measurePicture(symbol)
    return [
      { ...base, kind: 'symbol', id: overlay.id, at: first, picture, label: overlay.name, badge: null, cluster: null },
    ]
  }
  if (drawing === null) {
    const path = overlay.shape === 'area' ? [...overlay.points, first] : overlay.points
    return [{ ...base, kind: 'line', id: overlay.id, path, stroke: stroke([]), arrow: 'none', label: null }]
  }
  const text = (label: Pick<TextItem, 'id' | 'text' | 'at' | 'angle' | 'align'>): TextItem => ({
    ...base,
    ...label,
    kind: 'text',
    color: INK,
    size: LABEL_SIZE,
    isStrong: true,
  })
  const items: SceneItem[] = [
    ...drawing.areas.map(
      ({ rings, isHatched }, i): SceneItem => ({
        ...base,
        kind: 'area',
        id: `${overlay.id}/area-${i}`,
        rings,
        stroke: null,
        fill: { color: INK, opacity: isHatched ? 0.5 : 1, hatch: isHatched },
        label: null,
      }),
    ),
    ...drawing.lines.map(
      ({ path, dash }, i): SceneItem => ({
        ...base,
        kind: 'line',
        // The one that runs through the record's own points carries its id: others snap to it.
        id: isOwnPath(overlay, path) ? overlay.id : `${overlay.id}/line-${i}`,
        path,
        stroke: stroke(dash),
        arrow: 'none',
        label: null,
      }),
    ),
    ...drawing.labels.map((label, i) =>
      text({ id: `${overlay.id}/text-${i}`, ...label, text: translatedLabel(label.text, type, t) }),
    ),
  ]
  if (type !== null && type.isNamedByUs) {
    const words = `${wordIn(type.word ?? '', t)} ${nameBesideWord(overlay, type)}`
    items.push(text({ id: `${overlay.id}/name`, text: words, at: middleOf(overlay.points), angle: 0, align: 'center' }))
  }
  return items.filter(
    (item) => item.kind !== 'text' || carriesLabel(overlay.points, item.text, LABEL_SIZE, metresPerPixel),
  )
}

/** A tenth of a metre: the renderer goes to pixels and back. */
const NEAR = 1e-6

function isOwnPath({ points, shape }: Overlay, path: readonly Position[]): boolean {
  const [first] = points
  const [begin] = path
  const last = shape === 'area' ? first : points.at(-1)
  const end = path.at(-1)
  const isNear = (a: Position | undefined, b: Position | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) < NEAR && Math.abs(a[1] - b[1]) < NEAR
  const hasAll = path.length >= Math.min(points.length, 3) && path.length > 2 === points.length > 2
  return hasAll && isNear(first, begin) && isNear(last, end)
}

/** The middle of the extent where the ring holds it; always close enough for a name. */
function middleOf(points: readonly Position[]): Position {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2
  return [middle(xs), middle(ys)]
}
