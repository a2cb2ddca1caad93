import type { Position } from '../../../domain/records/common.ts'
import { assertNever } from '../../../domain/result.ts'
import { fromMercator, toMercator } from '../mercator.ts'
import type { AreaItem, LineItem, SceneItem, SceneLayer, SymbolItem, TextItem } from '../Scene.ts'
import type { BoxIndex } from './BoxIndex.ts'
import { clipLine, clipRing, isInside } from './clip.ts'
import { joined, type Mark, outlineOf, type VectorPicture } from './Drawing.ts'
import { hatch } from './hatch.ts'
import { placeLabel } from './placeLabel.ts'
import { drawSymbols, opacityOf } from './drawSymbols.ts'
import type { Box, Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'

/** Straight on the screen's Mercator is bent on the sheet: longer legs are followed by points this far apart, metres. */
const LEG = 40_000
/** Millimetres between hatches on an A4. */
const HATCH = 1.6

type Scene = readonly (readonly [SceneLayer, readonly SceneItem[]])[]

export interface ItemsDrawn {
  /** Lines and areas by layer, from the ground up. */
  readonly ground: ReadonlyMap<SceneLayer, readonly Mark[]>
  readonly symbols: ReadonlyMap<SceneLayer, readonly Mark[]>
  readonly labels: readonly Mark[]
  readonly pictures: Map<string, VectorPicture>
  /** Symbols for which there was no room; they are dots. */
  readonly dots: number
}

/** Draws the scene's items inside the neatline. Symbols get room first, then texts, then labels, each by rank. */
export function drawItems(scene: Scene, projection: SheetProjection, pen: SheetPen, taken: BoxIndex): ItemsDrawn {
  const ground = new Map<SceneLayer, Mark[]>()
  const labels: Mark[] = []
  const later: (() => void)[] = []
  const symbols: { layer: SceneLayer; item: SymbolItem; at: Point }[] = []
  for (const [layer, items] of scene) {
    const marks: Mark[] = []
    for (const item of items) {
      switch (item.kind) {
        case 'symbol': {
          const at = projection.toSheet(item.at)
          if (isInside(at, projection.neatline)) symbols.push({ layer, item, at })
          break
        }
        case 'line': {
          const parts = clipLine(onSheet(item.path, projection), projection.neatline)
          marks.push(...drawLine(item, parts, projection.toSheet(item.path.at(-1) ?? [0, 0]), pen))
          if (item.label !== null) later.push(() => labels.push(...labelLine(item, parts, pen, taken)))
          break
        }
        case 'area': {
          const rings = item.rings.map((ring) => onSheet([...ring, ...ring.slice(0, 1)], projection))
          marks.push(...drawArea(item, rings, projection.neatline, pen))
          if (item.label !== null)
            later.push(() => labels.push(...labelArea(item, rings, projection.neatline, pen, taken)))
          break
        }
        case 'text':
          labels.push(...drawText(item, projection, pen, taken))
          break
        default:
          assertNever(item)
      }
    }
    ground.set(layer, marks)
  }
  const drawn = drawSymbols(symbols, projection.neatline, pen, taken)
  for (const label of later) label()
  return {
    ground,
    symbols: drawn.marks,
    labels: [...labels, ...drawn.labels()],
    pictures: drawn.pictures,
    dots: drawn.dots,
  }
}

/** Positions on paper, with points between those that lie far apart. */
function onSheet(path: readonly Position[], projection: SheetProjection): Point[] {
  const points: Point[] = []
  let before: readonly [number, number] | null = null
  for (const position of path) {
    const now = toMercator(position)
    if (before !== null) {
      const steps = Math.ceil(Math.hypot(now[0] - before[0], now[1] - before[1]) / LEG)
      for (let step = 1; step < steps; step++) {
        const share = step / steps
        points.push(
          projection.toSheet(
            fromMercator([before[0] + share * (now[0] - before[0]), before[1] + share * (now[1] - before[1])]),
          ),
        )
      }
    }
    points.push(projection.toSheet(position))
    before = now
  }
  return points
}

function drawLine(item: LineItem, parts: readonly (readonly Point[])[], end: Point, pen: SheetPen): Mark[] {
  const opacity = opacityOf(item)
  const marks = pen.strokes(joined(parts.map((part) => outlineOf(part))), item.stroke, opacity)
  for (const part of parts) {
    const head = item.arrow === 'end' ? part.slice(-2) : item.arrow === 'middle' ? middleLeg(part) : []
    const [from, to] = head
    // Where the neatline cuts a line off, it does not end.
    const isCut = item.arrow === 'end' && (to?.[0] !== end[0] || to[1] !== end[1])
    if (from !== undefined && to !== undefined && !isCut) marks.push(pen.arrowHead(from, to, item.stroke, opacity))
  }
  return marks
}

/** The leg in which half of the length is reached, cut there. */
function middleLeg(part: readonly Point[]): readonly Point[] {
  const lengths = part.map(([x, y], i) => Math.hypot(x - (part[i - 1]?.[0] ?? x), y - (part[i - 1]?.[1] ?? y)))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [i, length] of lengths.entries()) {
    const from = part[i - 1]
    const to = part[i]
    if (from === undefined || to === undefined || left > length) {
      left -= length
      continue
    }
    const share = length === 0 ? 0 : left / length
    return [from, [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]]
  }
  return []
}

function drawArea(item: AreaItem, rings: readonly (readonly Point[])[], neatline: Box, pen: SheetPen): Mark[] {
  const opacity = opacityOf(item)
  const marks: Mark[] = []
  const inside = rings.map((ring) => clipRing(ring, neatline)).filter((ring) => ring.length > 2)
  if (item.fill !== null && inside.length > 0) {
    const color = pen.token(item.fill.color)
    const outline = joined(inside.map((ring) => outlineOf(ring, true)))
    marks.push(pen.filled(outline, color, item.fill.opacity * opacity))
    if (item.fill.hatch) {
      const strokes = hatch(inside, HATCH * pen.unit)
      if (strokes.ops !== '') marks.push(pen.stroked(strokes, { ...pen.pen(0.14, item.fill.color), opacity }))
    }
  }
  if (item.stroke !== null) {
    const edges = rings.flatMap((ring) => clipLine(ring, neatline))
    marks.push(...pen.strokes(joined(edges.map((edge) => outlineOf(edge))), item.stroke, opacity))
  }
  return marks
}

function labelLine(item: LineItem, parts: readonly (readonly Point[])[], pen: SheetPen, taken: BoxIndex): Mark[] {
  const text = item.label ?? ''
  const look = { ...pen.look(2.3, { isStrong: true, hasHalo: true }), color: pen.token(item.stroke.color) }
  const length = (part: readonly Point[]): number =>
    part.reduce((sum, [x, y], i) => sum + Math.hypot(x - (part[i - 1]?.[0] ?? x), y - (part[i - 1]?.[1] ?? y)), 0)
  for (const part of [...parts].sort((a, b) => length(b) - length(a))) {
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      const mark = pen.text.along(text, part, share * length(part), look, look.size * 0.4)
      if (mark === null) continue
      const boxes = pen.text.boxesOf(mark)
      if (!taken.areFree(boxes)) continue
      for (const box of boxes) taken.add(box)
      return [mark]
    }
  }
  // Too short or too crooked to write along: beside its middle.
  const [, middle] = middleLeg(parts[0] ?? [])
  if (middle === undefined) return []
  const [x, y] = middle
  const mark = placeLabel(
    text,
    { x, y, width: 0, height: 0 },
    look,
    pen.text,
    { x: 0, y: 0, width: 1e4, height: 1e4 },
    taken,
  )
  return mark === null ? [] : [mark]
}

function labelArea(
  item: AreaItem,
  rings: readonly (readonly Point[])[],
  neatline: Box,
  pen: SheetPen,
  taken: BoxIndex,
): Mark[] {
  const ring = clipRing(rings[0] ?? [], neatline)
  if (ring.length < 3) return []
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const middle: Point = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
  const look = {
    ...pen.look(2.5, { isStrong: true, hasHalo: true }),
    color: pen.token(item.stroke?.color ?? item.fill?.color ?? '--map-overlay'),
  }
  const mark = placeLabel(
    item.label ?? '',
    { x: middle[0], y: middle[1], width: 0, height: 0 },
    look,
    pen.text,
    neatline,
    taken,
  )
  return mark === null ? [] : [mark]
}

function drawText(item: TextItem, projection: SheetProjection, pen: SheetPen, taken: BoxIndex): Mark[] {
  const at = projection.toSheet(item.at)
  if (!isInside(at, projection.neatline)) return []
  const size = item.size * pen.scale
  const look = { size, isStrong: item.isStrong, color: pen.token(item.color), halo: 0.3 * pen.unit }
  // North of the item's angle is true north; up on the sheet is grid north.
  const angle = item.angle - projection.convergence
  const turn = (angle * Math.PI) / 180
  const drop = size * 0.36
  const mark = pen.text.line(
    item.text,
    [at[0] - drop * Math.sin(turn), at[1] + drop * Math.cos(turn)],
    look,
    item.align,
    angle,
  )
  const curved = { kind: 'curved-text' as const, ...look, letters: [] }
  const letters = Array.from(item.text)
  let along = 0
  const boxes = pen.text.boxesOf({
    ...curved,
    letters: letters.map((text) => {
      const letter = { text, x: mark.x + along * Math.cos(turn), y: mark.y + along * Math.sin(turn), angle }
      along += pen.text.width(text, size, item.isStrong)
      return letter
    }),
  })
  for (const box of boxes) taken.add(box)
  return [mark]
}
