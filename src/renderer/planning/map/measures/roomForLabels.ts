import type { Position } from '../../../../domain/records/common.ts'
import type { SceneItem, TextItem } from '../../../map-engine/Scene.ts'

const METRES_PER_DEGREE = 111_320
/** Width of a letter, and height of a line, in shares of the size. */
const LETTER = 0.6
const LINE = 1.15

/** Pixels; nothing so small can carry a word. */
const LEAST_EXTENT = 22
/** A word may be somewhat wider than what it names. */
const OVERHANG = 0.55

/** Whether a measure is large enough on screen to carry a label. */
export function carriesLabel(points: readonly Position[], text: string, size: number, metresPerPixel: number): boolean {
  const extent = extentPixels(points, metresPerPixel)
  return extent >= Math.max(LEAST_EXTENT, OVERHANG * text.length * LETTER * size)
}

function extentPixels(points: readonly Position[], metresPerPixel: number): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  return (Math.hypot((east - west) * shrink, north - south) * METRES_PER_DEGREE) / metresPerPixel
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Pixels of the cells that boxes are looked up by. */
const CELL = 64

/**
 * Leaves out labels that would lie on one another. Which ones depends on the scale alone, not on what is in view, so that
 * none comes and goes while the map is moved. The selected stay; then come those in force, then the shorter ones, for a
 * letter tells what a symbol is.
 */
export function roomForLabels(items: readonly SceneItem[], metresPerPixel: number): readonly SceneItem[] {
  const texts = items.filter((item): item is TextItem => item.kind === 'text')
  if (texts.length < 2) return items
  const order = { selected: 0, normal: 1, faded: 2 }
  const ranked = texts.toSorted(
    (a, b) => order[a.emphasis] - order[b.emphasis] || Number(a.text.length > 3) - Number(b.text.length > 3),
  )
  const cells = new Map<string, Box[]>()
  const dropped = new Set<SceneItem>()
  for (const text of ranked) {
    const box = boxOf(text, metresPerPixel)
    const keys = cellsOf(box)
    const isFree = keys.every((key) => (cells.get(key) ?? []).every((other) => !overlaps(box, other)))
    if (!isFree && text.emphasis !== 'selected') dropped.add(text)
    else for (const key of keys) cells.set(key, [...(cells.get(key) ?? []), box])
  }
  return dropped.size === 0 ? items : items.filter((item) => !dropped.has(item))
}

/** Around the turned text, pixels from an origin of its own. */
function boxOf({ at, text, size, angle, align }: TextItem, metresPerPixel: number): Box {
  const width = text.length * LETTER * size
  const height = LINE * size
  const x = (at[0] * METRES_PER_DEGREE * Math.cos((at[1] * Math.PI) / 180)) / metresPerPixel
  const y = (-at[1] * METRES_PER_DEGREE) / metresPerPixel
  const turn = (angle * Math.PI) / 180
  const along = align === 'center' ? 0 : align === 'start' ? width / 2 : -width / 2
  const middleX = x + along * Math.cos(turn)
  const middleY = y + along * Math.sin(turn)
  const halfWidth = (Math.abs(width * Math.cos(turn)) + Math.abs(height * Math.sin(turn))) / 2
  const halfHeight = (Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn))) / 2
  return {
    left: middleX - halfWidth,
    right: middleX + halfWidth,
    top: middleY - halfHeight,
    bottom: middleY + halfHeight,
  }
}

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function cellsOf({ left, right, top, bottom }: Box): string[] {
  const keys: string[] = []
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) keys.push(`${x} ${y}`)
  }
  return keys
}
