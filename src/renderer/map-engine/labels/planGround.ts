import { airfieldName } from '../base/airfieldName.ts'
import type { AirfieldShape, GroundShapes, TownShape } from '../base/GroundShapes.ts'
import type { GroundPoint, SpriteMark } from '../draw/ScenePlan.ts'
import { airfieldSign, townSign } from '../draw/signs.ts'
import type { Sprite, Sprites, TextStyle } from '../draw/sprites.ts'
import { type Extent, isIn } from '../Shape.ts'
import { extentOf, type Frame, pixelX, pixelY } from '../Frame.ts'
import { boxAround, placeBeside } from './placeBeside.ts'
import { curvedLabels } from './curvedLabel.ts'
import { folded } from '../../ui/folded.ts'
import type { RoomGrid } from './RoomGrid.ts'

const RIVER: TextStyle = {
  size: 12,
  weight: 500,
  color: '--map-river-label',
  halo: '--map-land',
  isItalic: true,
  spacing: 1,
}
const SMALL_RIVER: TextStyle = { ...RIVER, size: 11 }
const DEPARTMENT: TextStyle = { size: 12, weight: 500, color: '--map-label-faint', halo: '--map-land', spacing: 3 }
const AIRFIELD: TextStyle = { size: 10, weight: 500, color: '--map-airfield', halo: '--map-land' }

/** Inhabitants from which on a town is shown at a resolution of up to so many metres per pixel. */
const TOWNS_FROM: readonly (readonly [number, number])[] = [
  [60, 0],
  [110, 500],
  [180, 1_500],
  [300, 4_000],
  [600, 9_000],
  [1_200, 40_000],
  [4_000, 130_000],
]
/** Below this resolution a town without room for its name still has its dot. */
const DOTS_BELOW = 110
const SEATS_BELOW = 1_500
const AIRFIELDS_BELOW = 420
const AIRFIELD_NAMES_BELOW = 160
const CLOSED_BELOW = 160

/** A place of the plan that says its own name. */
export interface NamedPlace {
  readonly name: string
  /** Metres of EPSG:3857. */
  readonly x: number
  readonly y: number
}

/** Pixels within which a town and a place of the plan with the same name are the same. */
const SAME = 70

export interface GroundPlan {
  readonly marks: readonly SpriteMark[]
  readonly points: readonly GroundPoint[]
}

/** Names and signs of the base map that find room, but for towns that the plan itself shows. */
export function planGround(
  ground: GroundShapes,
  frame: Frame,
  sprites: Sprites,
  room: RoomGrid,
  named: readonly NamedPlace[],
): GroundPlan {
  const marks: SpriteMark[] = []
  const points: GroundPoint[] = []
  const extent = extentOf(frame)
  const { resolution } = frame
  const put = (sprite: Sprite, x: number, y: number, dx = 0, dy = 0): void => {
    marks.push({ sprite, x, y, dx, dy, angle: 0, alpha: 1 })
  }
  for (const town of ground.towns) {
    if (!isShown(town, resolution) || !isAt(town, extent) || isNamed(town, named, SAME * resolution)) continue
    const style = townStyle(town)
    const sign = townSign(sprites, dotSize(town), town.kind === 'PPLA')
    const text = sprites.text(town.name, style)
    const box = boxAround(pixelX(frame, town.x), pixelY(frame, town.y), sign.width - 3, sign.height - 3)
    const beside = placeBeside(room, box, { width: text.width - 3, height: text.height - 6 })
    if (beside === null && resolution > DOTS_BELOW) continue
    put(sign, town.x, town.y)
    points.push({ kind: 'town', id: town.id, x: town.x, y: town.y })
    if (beside !== null) put(text, town.x, town.y, ...beside)
  }
  for (const { river, shape } of ground.rivers.toReversed()) {
    if (river.name === null || !isIn(shape, extent) || (river.rank > 1 && resolution > 900)) continue
    marks.push(...curvedLabels(shape, river.name, river.rank === 1 ? RIVER : SMALL_RIVER, frame, sprites, room))
  }
  for (const airfield of ground.airfields) {
    if (!isAirfieldShown(airfield, resolution) || !isAt(airfield, extent)) continue
    const sign = airfieldSign(sprites, airfieldKind(airfield))
    const box = boxAround(pixelX(frame, airfield.x), pixelY(frame, airfield.y), sign.width - 3, sign.height - 3)
    put(sign, airfield.x, airfield.y)
    points.push({ kind: 'airfield', id: airfield.id, x: airfield.x, y: airfield.y })
    if (resolution > AIRFIELD_NAMES_BELOW) continue
    const text = sprites.text(airfieldName(airfield.name), AIRFIELD)
    const beside = placeBeside(room, box, { width: text.width - 3, height: text.height - 6 })
    if (beside !== null) put(text, airfield.x, airfield.y, ...beside)
  }
  for (const { department, x, y, room: radius } of ground.departments) {
    const text = sprites.text(department.name.toUpperCase(), DEPARTMENT)
    if (radius / resolution < text.width * 0.3 || !isAt({ x, y }, extent)) continue
    if (room.claim([boxAround(pixelX(frame, x), pixelY(frame, y), text.width, text.height)])) put(text, x, y)
  }
  return { marks, points }
}

const isAt = ({ x, y }: { x: number; y: number }, [west, south, east, north]: Extent): boolean =>
  x >= west && x <= east && y >= south && y <= north

const isNamed = (town: TownShape, named: readonly NamedPlace[], metres: number): boolean =>
  named.some(({ name, x, y }) => Math.hypot(x - town.x, y - town.y) < metres && folded(name) === folded(town.name))

function isShown(town: TownShape, resolution: number): boolean {
  if (town.kind === 'PPLA' && resolution <= SEATS_BELOW) return true
  const least = TOWNS_FROM.find(([below]) => resolution <= below)?.[1] ?? Infinity
  return (town.population ?? 0) >= least
}

function townStyle({ population, kind }: TownShape): TextStyle {
  const people = population ?? 0
  if (kind === 'PPLA' || people >= 100_000) return { size: 13, weight: 600, color: '--map-label', halo: '--map-land' }
  if (people >= 9_000) return { size: 12, weight: 500, color: '--map-label', halo: '--map-land' }
  return { size: 11, weight: 400, color: '--map-label', halo: '--map-land' }
}

function dotSize({ population, kind }: TownShape): number {
  const people = population ?? 0
  return kind === 'PPLA' ? 7 : people >= 9_000 ? 6 : people >= 1_500 ? 5 : 4
}

const isAirfieldShown = ({ kind }: AirfieldShape, resolution: number): boolean =>
  resolution <= (kind === 'closed' || kind === 'heliport' ? CLOSED_BELOW : AIRFIELDS_BELOW)

function airfieldKind({ kind }: AirfieldShape): 'runway' | 'heliport' | 'closed' {
  return kind === 'heliport' || kind === 'closed' ? kind : 'runway'
}
