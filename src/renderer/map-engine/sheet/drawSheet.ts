import { translate } from '../../texts/translate.ts'
import type { BaseMap } from '../base/BaseMap.ts'
import { SCENE_LAYERS, type SceneLayer } from '../Scene.ts'
import { BoxIndex } from './BoxIndex.ts'
import type { AirfieldSign } from './baseSigns.ts'
import { drawBaseLabels, drawTowns, isSeat, townsBeside } from './drawBaseLabels.ts'
import { drawCorners } from './drawCorners.ts'
import { drawGround } from './drawGround.ts'
import { drawGrid, drawGridValues } from './drawGrid.ts'
import type { Drawing, DrawingLayer, ImageMark, Mark } from './Drawing.ts'
import { drawItems } from './drawItems.ts'
import { drawMargin } from './drawMargin.ts'
import { drawOwn, drawOwnLabels } from './drawOwn.ts'
import { sampleDrawer } from './drawSample.ts'
import type { PrintPalette } from './printPalette.ts'
import type { SheetContent } from './SheetContent.ts'
import { sheetGrid } from './sheetGrid.ts'
import { layoutSheet } from './sheetLayout.ts'
import { SheetPen } from './SheetPen.ts'
import { SheetProjection } from './SheetProjection.ts'
import { type SheetFonts, TextSetter } from './TextSetter.ts'

export interface SheetMeans {
  readonly fonts: SheetFonts
  readonly palette: PrintPalette
  readonly base: BaseMap
}

const NO_GROUND: BaseMap = { departments: [], rivers: [], towns: [], airfields: [] }

/** A whole sheet in millimetres: map inside the neatline, grid, margin. The same content always gives the same drawing. */
export function drawSheet(content: SheetContent, { fonts, palette, base: known }: SheetMeans): Drawing {
  const base = content.hasGround ? known : NO_GROUND
  const { sheet, language } = content
  const layout = layoutSheet(sheet)
  const { neatline } = layout
  const projection = new SheetProjection(sheet, neatline)
  const pen = new SheetPen(palette, new TextSetter(fonts), layout.unit)
  const taken = new BoxIndex()
  const ground = drawGround(base, projection, pen)
  const grid = sheetGrid(projection, sheet.scale)
  const planned = content.scene.find(([layer]) => layer === 'places')?.[1] ?? []
  const towns = sheet.hasBaseLabels ? townsBeside(base.towns, planned) : []
  // Seats are what one finds one's way by: symbols make room for them.
  const seats = drawTowns(towns.filter(isSeat), projection, pen, taken)
  const items = drawItems(
    content.scene.filter(([layer]) => layer !== 'grid'),
    projection,
    pen,
    taken,
  )
  const ownNames = drawOwnLabels(content.own, projection, pen, taken)
  const names = sheet.hasBaseLabels
    ? drawBaseLabels({ ...base, towns: towns.filter((town) => !isSeat(town)) }, projection, pen, taken)
    : { marks: [], airfields: new Set<AirfieldSign>(), towns: 0 }
  const rasters = content.own.flatMap((each) => each.rasters)
  const images = rasters.map(({ corners, opacity }, raster): ImageMark => {
    const [p, q, r] = corners
    return {
      kind: 'image',
      raster,
      corners: [projection.toSheet(p), projection.toSheet(q), projection.toSheet(r)],
      opacity,
    }
  })
  const margin = drawMargin({
    content,
    layout,
    projection,
    pen,
    grid,
    seen: { ...ground, hasSeats: seats.length > 0, hasTowns: names.towns > 0, airfields: names.airfields },
    dots: items.dots,
    sample: sampleDrawer(pen, items.pictures),
  })
  const layer = (key: Parameters<typeof translate>[1], marks: readonly Mark[], clip = neatline): DrawingLayer => ({
    name: translate(language, key),
    clip,
    marks,
  })
  // Names of the ground stand above what covers it and below what stands on it.
  const scene = (marks: ReadonlyMap<SceneLayer, readonly Mark[]>): DrawingLayer[] =>
    SCENE_LAYERS.map((name) => layer(`map-print.layer-${name}`, marks.get(name) ?? []))
  const all: DrawingLayer[] = [
    layer('map-print.layer-base', ground.marks),
    layer('map-print.layer-own', [...images, ...drawOwn(content.own, projection, pen)]),
    layer('map-print.layer-grid', sheet.hasGrid ? drawGrid(grid, sheet.scale, pen) : []),
    ...scene(items.ground),
    layer('map-print.layer-labels', [...names.marks, ...seats]),
    ...scene(items.symbols),
    layer('map-print.layer-labels', [...items.labels, ...ownNames]),
    {
      name: translate(language, 'map-print.layer-margin'),
      clip: null,
      marks: [
        ...margin,
        ...drawCorners(projection, pen, language),
        ...(sheet.hasGrid ? drawGridValues(grid, projection, pen) : []),
      ],
    },
  ]
  return {
    width: layout.width,
    height: layout.height,
    layers: all.filter(({ marks }) => marks.length > 0),
    pictures: items.pictures,
    rasters: rasters.map(({ raster }) => raster),
  }
}
