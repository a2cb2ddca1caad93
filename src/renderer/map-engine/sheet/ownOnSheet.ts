import { featuresOfTile, type GeoTile, TILE_KINDS } from '../../../domain/formats/geo/GeoTile.ts'
import type { Position } from '../../../domain/records/common.ts'
import type { OwnLayerView, OwnTileAddress } from '../layers/OwnLayerView.ts'
import { fromMercator, stretchAt, toMercator } from '../mercator.ts'
import { clipLine, clipRing } from './clip.ts'
import type { Colour } from './Drawing.ts'
import { metresPerPixelOf } from './metresPerPixelOf.ts'
import type { Box, Point, Sheet } from './Sheet.ts'
import type { OwnShape, OwnSheetLayer, OwnStroke, SheetRaster } from './SheetContent.ts'
import { layoutSheet } from './sheetLayout.ts'
import { SheetProjection } from './SheetProjection.ts'

/** Metres of EPSG:3857 across the world. */
const WORLD = 40_075_016.685578488
/** Paper shows finer than a screen: tiles of this many pixels to one of the sheet's. */
const FINER = 2
/** Beyond this many tiles of one layer, coarser ones are read. */
const MOST_TILES = 160
/** Read at once. */
const AT_ONCE = 8

/** What own layers show on a sheet, bottom first: shapes cut at their tiles' edges, pictures tile by tile. */
export async function ownOnSheet(views: readonly OwnLayerView[], sheet: Sheet): Promise<OwnSheetLayer[]> {
  const layers: OwnSheetLayer[] = []
  for (const view of views.toReversed()) {
    if (!view.isShown || view.opacity === 0) continue
    const shapes: OwnShape[] = []
    const rasters: SheetRaster[] = []
    const tiles = tilesOf(view, sheet)
    for (let from = 0; from < tiles.length; from += AT_ONCE) {
      const some = tiles.slice(from, from + AT_ONCE)
      const read = await Promise.all(some.map((at) => view.read(at, false, undefined)))
      for (const [i, tile] of read.entries()) {
        const at = some[i]
        if (tile === null || at === undefined) continue
        if (tile.kind === 'features') shapes.push(...shapesOf(tile, boxOf(at), view))
        else if (tile.kind === 'image') rasters.push(rasterOf(tile.image, boxOf(at), view.opacity))
      }
    }
    if (shapes.length > 0 || rasters.length > 0)
      layers.push({ id: view.id, color: `--map-own-${view.color}`, opacity: view.opacity, shapes, rasters })
  }
  return layers
}

/** Tiles that cover what a sheet shows of a layer, at the zoom that its scale asks for. */
export function tilesOf(
  view: Pick<OwnLayerView, 'bounds' | 'minZoom' | 'maxZoom' | 'tileSize'>,
  sheet: Sheet,
): OwnTileAddress[] {
  const projection = new SheetProjection(sheet, layoutSheet(sheet).neatline)
  const ground = projection.groundRing().map(toMercator)
  const [west, south] = toMercator([view.bounds[0], view.bounds[1]])
  const [east, north] = toMercator([view.bounds[2], view.bounds[3]])
  const left = Math.max(west, Math.min(...ground.map(([x]) => x)))
  const right = Math.min(east, Math.max(...ground.map(([x]) => x)))
  const bottom = Math.max(south, Math.min(...ground.map(([, y]) => y)))
  const top = Math.min(north, Math.max(...ground.map(([, y]) => y)))
  if (left > right || bottom > top) return []
  const resolution = (metresPerPixelOf(sheet) * stretchAt(sheet.center[1])) / FINER
  const wanted = Math.ceil(Math.log2(WORLD / view.tileSize / resolution))
  for (let z = Math.min(view.maxZoom, Math.max(view.minZoom, wanted)); z >= view.minZoom; z--) {
    const side = WORLD / 2 ** z
    const column = (x: number): number => Math.max(0, Math.min(2 ** z - 1, Math.floor((x + WORLD / 2) / side)))
    const row = (y: number): number => Math.max(0, Math.min(2 ** z - 1, Math.floor((WORLD / 2 - y) / side)))
    const [fromX, toX, fromY, toY] = [column(left), column(right), row(top), row(bottom)]
    if ((toX - fromX + 1) * (toY - fromY + 1) > MOST_TILES && z > view.minZoom) continue
    const tiles: OwnTileAddress[] = []
    for (let x = fromX; x <= toX; x++) for (let y = fromY; y <= toY; y++) tiles.push({ z, x, y })
    return tiles.length > MOST_TILES ? [] : tiles
  }
  return []
}

/** Metres of EPSG:3857, its y upwards. */
function boxOf({ z, x, y }: OwnTileAddress): Box {
  const side = WORLD / 2 ** z
  return { x: x * side - WORLD / 2, y: WORLD / 2 - (y + 1) * side, width: side, height: side }
}

/** Features of neighbouring tiles overlap by a margin; each tile shows only its own part, so that nothing is drawn twice. */
function shapesOf(tile: GeoTile, box: Box, { styles }: Pick<OwnLayerView, 'styles'>): OwnShape[] {
  const shapes: OwnShape[] = []
  const ground = (points: readonly Point[]): Position[] => points.map(fromMercator)
  for (const { kind, style: number, text, start, ends } of featuresOfTile(tile)) {
    const style = styles[number] ?? {}
    let from = start
    const parts = Array.from(ends, (end): Point[] => {
      const part: Point[] = []
      for (let i = from; i + 1 < end; i += 2) part.push([tile.coordinates[i] ?? 0, tile.coordinates[i + 1] ?? 0])
      from = end
      return part
    })
    const stroke = (usual: number): OwnStroke | null => {
      const width = style.width ?? usual
      return width === 0 ? null : { color: colour(style.stroke), width, opacity: style.strokeOpacity ?? 1 }
    }
    if (kind === TILE_KINDS.area) {
      const rings = parts.map((ring) => clipRing(ring, box)).filter((ring) => ring.length > 2)
      const edges = parts.flatMap((ring) => clipLine(ring, box))
      const fill = { color: colour(style.fill ?? style.stroke), opacity: style.fillOpacity ?? 0.1 }
      shapes.push({ kind: 'area', rings: rings.map(ground), lines: edges.map(ground), stroke: stroke(1.25), fill })
    } else if (kind === TILE_KINDS.line) {
      const lines = parts.flatMap((part) => clipLine(part, box)).map(ground)
      if (lines.length > 0) shapes.push({ kind: 'line', lines, stroke: stroke(1.5) })
    } else {
      const inside = parts
        .flat()
        .filter(([x, y]) => x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height)
      for (const at of ground(inside)) {
        if (kind === TILE_KINDS.label) shapes.push({ kind: 'label', at, text: text ?? '' })
        else shapes.push({ kind: 'point', at, color: colour(style.marker ?? style.fill ?? style.stroke) })
      }
    }
  }
  return shapes
}

/** Null stands for the layer's own colour. */
const colour = (value: string | undefined): Colour | null =>
  value !== undefined && /^#[0-9a-f]{6}$/i.test(value) ? (value as Colour) : null

function rasterOf(image: ImageBitmap, { x, y, width, height }: Box, opacity: number): SheetRaster {
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas to read a tile from')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return {
    raster: { width: image.width, height: image.height, rgba: data },
    corners: [fromMercator([x, y + height]), fromMercator([x + width, y + height]), fromMercator([x, y])],
    opacity,
  }
}
