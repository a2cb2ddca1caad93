import type { SceneItem, SceneLayer, SymbolItem, Tone } from '../Scene.ts'
import type { BoxIndex } from './BoxIndex.ts'
import type { Mark, VectorPicture } from './Drawing.ts'
import { ellipse } from './ellipse.ts'
import { paperPicture } from './paperPicture.ts'
import { placeLabel } from './placeLabel.ts'
import type { Box, Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'
import { spreadSymbols } from './spreadSymbols.ts'

/** How far from its place a symbol may be moved, millimetres on an A4. */
const REACH = 45
const FADED = 0.4

export const opacityOf = ({ emphasis }: SceneItem): number => (emphasis === 'faded' ? FADED : 1)

/** Symbols that say where a thing about is, and may stand beside it; all others mark their very place. */
const MOVABLE: ReadonlySet<SceneLayer> = new Set(['units', 'missions'])

/** Gives each symbol its room, with a leader where it had to move and a dot where there is none. Labels come when asked for. */
export function drawSymbols(
  symbols: readonly { layer: SceneLayer; item: SymbolItem; at: Point }[],
  neatline: Box,
  pen: SheetPen,
  taken: BoxIndex,
): { marks: Map<SceneLayer, Mark[]>; labels: () => Mark[]; pictures: Map<string, VectorPicture>; dots: number } {
  const marks = new Map<SceneLayer, Mark[]>()
  const pictures = new Map<string, VectorPicture>()
  const add = (layer: SceneLayer, made: readonly Mark[]): void => {
    const known = marks.get(layer)
    if (known === undefined) marks.set(layer, [...made])
    else known.push(...made)
  }
  const byRank = [...symbols].sort((a, b) => a.item.rank - b.item.rank)
  const fixed = byRank.filter(({ layer }) => !MOVABLE.has(layer))
  const movable = byRank.filter(({ layer }) => MOVABLE.has(layer))
  const sized = ({ item, at }: (typeof byRank)[number]) => ({
    at,
    width: item.picture.width * pen.scale,
    height: item.picture.height * pen.scale,
    anchor: [item.picture.anchor[0] * pen.scale, item.picture.anchor[1] * pen.scale] as const,
  })
  const placed: { item: SymbolItem; layer: SceneLayer; box: Box }[] = []
  for (const symbol of fixed) {
    const { at, width, height, anchor } = sized(symbol)
    const box = { x: at[0] - anchor[0], y: at[1] - anchor[1], width, height }
    taken.add(box)
    placed.push({ ...symbol, box })
  }
  const spread = spreadSymbols(movable.map(sized), neatline, taken, REACH * pen.unit)
  let dots = 0
  const leaders: Mark[] = []
  for (const [i, symbol] of movable.entries()) {
    const place = spread[i] ?? null
    if (place === null) {
      dots += 1
      add(symbol.layer, [
        pen.filled(
          ellipse(symbol.at[0], symbol.at[1], 0.5 * pen.unit, 0.5 * pen.unit),
          pen.token('--map-overlay'),
          opacityOf(symbol.item),
        ),
      ])
      continue
    }
    if (place.leader !== null) {
      const [from, to] = place.leader
      leaders.push(
        pen.rule([from, to], 0.15, '--map-overlay'),
        pen.filled(ellipse(from[0], from[1], 0.35 * pen.unit, 0.35 * pen.unit), pen.token('--map-overlay')),
      )
    }
    placed.push({ ...symbol, box: place.box })
  }
  // All leaders lie below all symbols.
  const first = movable[0]?.layer
  if (first !== undefined && leaders.length > 0) marks.set(first, [...leaders, ...(marks.get(first) ?? [])])
  for (const { item, layer, box } of placed) {
    const { picture } = item
    if (!pictures.has(picture.key)) pictures.set(picture.key, paperPicture(picture.svg, pen))
    add(layer, [{ kind: 'picture', picture: picture.key, box, opacity: opacityOf(item) }])
    if (item.badge !== null) add(layer, drawBadge(item.badge, box, pen))
  }
  const labels = (): Mark[] =>
    placed.flatMap(({ item, box }) => {
      if (item.label === null) return []
      const look = pen.look(2.1, { color: '--map-label', hasHalo: true })
      const mark = placeLabel(item.label, box, look, pen.text, neatline, taken)
      return mark === null ? [] : [mark]
    })
  return { marks, labels, pictures, dots }
}

/** A disc with its letter at the upper right of a symbol. */
function drawBadge({ tone, text }: { tone: Tone; text: string }, box: Box, pen: SheetPen): Mark[] {
  const radius = 1.2 * pen.unit
  const [x, y] = [box.x + box.width, box.y]
  const look = { ...pen.look(1.7, { isStrong: true }), color: pen.palette.paper }
  return [
    {
      kind: 'path',
      outline: ellipse(x, y, radius, radius),
      fill: { color: pen.token(`--${tone}`), opacity: 1 },
      pen: { ...pen.pen(0.2, '--map-halo') },
    },
    pen.text.line(text, [x, y + look.size * 0.36], look, 'center'),
  ]
}
