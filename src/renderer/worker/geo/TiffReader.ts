import { GeoTIFF, type GeoTIFFImage } from 'geotiff'
import { crsOfEpsg, type Crs } from '../../../domain/formats/geo/crs.ts'
import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'
import type { GeoBounds } from '../../../domain/formats/geo/GeoLayerData.ts'
import { toUtm } from '../../../domain/geo/utm.ts'
import type { ByteSource } from './ByteSource.ts'
import { type ArchiveFacts, type LayerReader, NO_FEATURES, type TileAddress, type TileAnswer } from './LayerReader.ts'
import { type Pixels, type Range, rangeOf, readPixels } from './tiffPixels.ts'
import { toNight } from './tilePicture.ts'
import { HALF_WORLD, tileExtent } from './webMercator.ts'

/** Without smaller versions of itself inside, an image is read whole once: up to this many pixels. */
const MOST_PIXELS = 40_000_000
/** With them (a "cloud optimized" one) only what is seen is read. */
const MOST_PIXELS_WITH_OVERVIEWS = 4_000_000_000
/** Of the reduced image that is held. */
const OVERVIEW_SIDE = 2_048
const TILE = 256
const MAX_ZOOM = 22

/** Where the image lies: metres or degrees of its system, of the upper left corner, and per pixel. */
interface Placing {
  readonly crs: Crs
  readonly left: number
  readonly top: number
  readonly perX: number
  readonly perY: number
  readonly width: number
  readonly height: number
}

/** A GeoTIFF image with north up, brought to the map's projection tile by tile. */
export class TiffReader implements LayerReader {
  readonly styles = []
  readonly names = NO_FEATURES.names
  readonly areas = NO_FEATURES.areas
  readonly outlines = NO_FEATURES.outlines
  readonly locate = NO_FEATURES.locate
  /** From the whole to the smallest. */
  readonly #images: readonly GeoTIFFImage[]
  readonly #placing: Placing
  #overview: Promise<Pixels> | null = null
  /** Known once the image was read whole, which `open` does. */
  #range: Range | null = null

  private constructor(images: readonly GeoTIFFImage[], placing: Placing) {
    this.#images = images
    this.#placing = placing
  }

  /** Throws `GeoRefusal` where it is no image that can be placed. */
  static async open(bytes: ByteSource): Promise<{ reader: TiffReader; facts: ArchiveFacts }> {
    const { images, placing } = await asFault(openImages(bytes))
    const reader = new TiffReader(images, placing)
    // One look, so that what cannot be unpacked is refused now and not as a blank map later.
    await asFault(reader.#look())
    const bounds = boundsOf(placing)
    const metres = (((bounds[2] - bounds[0]) / 360) * 2 * HALF_WORLD) / placing.width
    const zoom = Math.ceil(Math.log2((2 * HALF_WORLD) / TILE / metres))
    const maxZoom = Math.min(MAX_ZOOM, Math.max(0, zoom))
    const facts: ArchiveFacts = {
      format: 'geotiff',
      kind: 'raster',
      title: null,
      bounds: [...bounds],
      minZoom: 0,
      maxZoom,
      tileSize: TILE,
      features: null,
      vertices: null,
      areas: 0,
      losses:
        placing.crs.kind === 'wgs84' || placing.crs.kind === 'web-mercator' ? [] : [{ code: 'reprojected', count: 1 }],
      credit: '',
    }
    return { reader, facts }
  }

  async tile(at: TileAddress, isNight: boolean): Promise<TileAnswer> {
    const grid = sourceGrid(this.#placing, at)
    const window = windowOf(grid, this.#placing)
    if (window === null) return { kind: 'none' }
    const pixels = await asFault(this.#pixels(window))
    const image = warp(grid, pixels, this.#placing)
    const canvas = new OffscreenCanvas(TILE, TILE)
    canvas.getContext('2d')?.putImageData(new ImageData(image, TILE, TILE), 0, 0)
    const bitmap = canvas.transferToImageBitmap()
    return { kind: 'image', image: isNight ? toNight(bitmap) : bitmap }
  }

  async describe(): ReturnType<LayerReader['describe']> {
    return null
  }

  close(): void {}

  async #look(): Promise<void> {
    await this.#reduced()
  }

  /** The whole image, small, kept once it was read. */
  #reduced(): Promise<Pixels> {
    this.#overview ??= this.#readReduced()
    return this.#overview
  }

  async #readReduced(): Promise<Pixels> {
    const smallest = this.#images.at(-1) as GeoTIFFImage
    const [width, height] = [smallest.getWidth(), smallest.getHeight()]
    const factor = Math.max(1, width / OVERVIEW_SIDE, height / OVERVIEW_SIDE)
    const [columns, rows] = [Math.ceil(width / factor), Math.ceil(height / factor)]
    this.#range = await rangeOf(smallest, columns, rows)
    const read = await readPixels(smallest, [0, 0, width, height], columns, rows, this.#range)
    return { ...read, perX: this.#placing.width / columns, perY: this.#placing.height / rows }
  }

  /** The pixels of a window (in those of the whole image) from the version that is just fine enough. */
  async #pixels([left, top, right, bottom]: Window): Promise<Pixels> {
    const { width, height } = this.#placing
    const wanted = Math.max((right - left) / TILE, (bottom - top) / TILE)
    const reduced = Math.max(width, height) / OVERVIEW_SIDE
    if (wanted >= reduced) return this.#reduced()
    const image = this.#images.findLast((each) => width / each.getWidth() <= wanted) ?? this.#images[0]
    if (image === undefined) return this.#reduced()
    const [sx, sy] = [image.getWidth() / width, image.getHeight() / height]
    const own: Window = [
      Math.max(0, Math.floor(left * sx) - 1),
      Math.max(0, Math.floor(top * sy) - 1),
      Math.min(image.getWidth(), Math.ceil(right * sx) + 1),
      Math.min(image.getHeight(), Math.ceil(bottom * sy) + 1),
    ]
    const read = await readPixels(image, own, own[2] - own[0], own[3] - own[1], this.#range)
    return { ...read, left: own[0] / sx, top: own[1] / sy, perX: 1 / sx, perY: 1 / sy }
  }
}

type Window = readonly [left: number, top: number, right: number, bottom: number]

async function openImages(bytes: ByteSource): Promise<{ images: GeoTIFFImage[]; placing: Placing }> {
  const source = {
    fetch: (slices: { offset: number; length: number }[]) =>
      Promise.all(slices.map(async ({ offset, length }) => (await bytes.read(offset, length)).slice().buffer)),
    fetchSlice: async (slice: { offset: number; length: number }) => ({
      ...slice,
      data: (await bytes.read(slice.offset, slice.length)).slice().buffer,
    }),
    fileSize: bytes.size,
    close: async () => {},
  }
  const tiff = await GeoTIFF.fromSource(source)
  const whole = await tiff.getImage(0)
  const placing = placingOf(whole)
  const images = [whole]
  const count = Math.min(await tiff.getImageCount(), 24)
  for (let i = 1; i < count; i++) {
    const image = await tiff.getImage(i)
    const isMask = ((image.fileDirectory.getValue('NewSubfileType') ?? 0) & 4) !== 0
    const isSmaller = image.getWidth() < (images.at(-1)?.getWidth() ?? 0)
    const isSameShape = Math.abs(image.getWidth() / image.getHeight() / (placing.width / placing.height) - 1) < 0.02
    if (!isMask && isSmaller && isSameShape) images.push(image)
  }
  const pixels = placing.width * placing.height
  const smallest = images.at(-1) as GeoTIFFImage
  const hasOverviews = smallest.getWidth() * smallest.getHeight() <= MOST_PIXELS && images.length > 1
  const limit = hasOverviews ? MOST_PIXELS_WITH_OVERVIEWS : MOST_PIXELS
  if (pixels > limit) {
    throw new GeoRefusal('image-too-large', { pixels: Math.round(pixels / 1e6), limit: Math.round(limit / 1e6) })
  }
  return { images, placing }
}

function placingOf(image: GeoTIFFImage): Placing {
  const keys = image.getGeoKeys()
  const code = Number(keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey ?? Number.NaN)
  const matrix = image.fileDirectory.getValue('ModelTransformation') as ArrayLike<number> | undefined
  if (matrix !== undefined && (matrix[1] !== 0 || matrix[4] !== 0)) throw new GeoRefusal('image-rotated')
  const hasPlace = matrix !== undefined || image.fileDirectory.hasTag('ModelTiepoint')
  if (!hasPlace) throw new GeoRefusal('image-unplaced')
  const crs = Number.isNaN(code) ? null : crsOfEpsg(code)
  if (crs === null || crs.kind === 'psad56') throw new GeoRefusal('image-crs', { code: Number.isNaN(code) ? '' : code })
  const [left = 0, top = 0] = image.getOrigin()
  const [perX = 0, perY = 0] = image.getResolution()
  if (!(perX > 0) || !(perY < 0)) throw new GeoRefusal('image-rotated')
  // Where a pixel's place means its middle, the corner lies half a pixel before it.
  const shift = image.pixelIsArea() ? 0 : 0.5
  return {
    crs,
    left: left - perX * shift,
    top: top - perY * shift,
    perX,
    perY,
    width: image.getWidth(),
    height: image.getHeight(),
  }
}

function boundsOf(placing: Placing): GeoBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i <= 8; i++) {
    for (const [sx, sy] of [
      [i / 8, 0],
      [i / 8, 1],
      [0, i / 8],
      [1, i / 8],
    ] as const) {
      const [lon, lat] = placing.crs.toLonLat(
        placing.left + sx * placing.width * placing.perX,
        placing.top + sy * placing.height * placing.perY,
      )
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  const isSound = west >= -180.01 && east <= 180.01 && south >= -90.01 && north <= 90.01 && west < east && south < north
  if (!isSound) throw new GeoRefusal('image-unplaced')
  return [Math.max(-180, west), Math.max(-85.05, south), Math.min(180, east), Math.min(85.05, north)]
}

/** Steps between which the way from tile to image is taken as straight: off by far less than a pixel. */
const STEPS = 16

/** Pixels of the whole image (x, y) under a grid of points of the tile, row by row. */
function sourceGrid(placing: Placing, at: TileAddress): Float64Array {
  const { west, north, side } = tileExtent(at)
  const grid = new Float64Array((STEPS + 1) ** 2 * 2)
  let slot = 0
  for (let row = 0; row <= STEPS; row++) {
    for (let column = 0; column <= STEPS; column++) {
      const [x, y] = toSystem(placing.crs, west + (side * column) / STEPS, north - (side * row) / STEPS)
      grid[slot++] = (x - placing.left) / placing.perX
      grid[slot++] = (y - placing.top) / placing.perY
    }
  }
  return grid
}

function toSystem(crs: Crs, x: number, y: number): readonly [number, number] {
  if (crs.kind === 'web-mercator') return [x, y]
  const lon = (x / HALF_WORLD) * 180
  const lat = (Math.atan(Math.sinh((y / HALF_WORLD) * Math.PI)) * 180) / Math.PI
  if (crs.kind === 'wgs84' || crs.zone === null) return [lon, lat]
  const { easting, northing } = toUtm([lon, lat], crs.zone, false)
  return [easting, northing]
}

function windowOf(grid: Float64Array, { width, height }: Placing): Window | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < grid.length; i += 2) {
    left = Math.min(left, grid[i] as number)
    right = Math.max(right, grid[i] as number)
    top = Math.min(top, grid[i + 1] as number)
    bottom = Math.max(bottom, grid[i + 1] as number)
  }
  const window: Window = [Math.max(0, left), Math.max(0, top), Math.min(width, right), Math.min(height, bottom)]
  return window[0] < window[2] && window[1] < window[3] ? window : null
}

function warp(grid: Float64Array, pixels: Pixels, { width, height }: Placing): Uint8ClampedArray<ArrayBuffer> {
  const image = new Uint8ClampedArray(TILE * TILE * 4)
  const cell = TILE / STEPS
  const read = (row: number, column: number, axis: number): number => grid[(row * (STEPS + 1) + column) * 2 + axis] ?? 0
  for (let py = 0; py < TILE; py++) {
    const row = Math.floor(py / cell)
    const v = (py + 0.5) / cell - row
    for (let px = 0; px < TILE; px++) {
      const column = Math.floor(px / cell)
      const u = (px + 0.5) / cell - column
      const mix = (axis: number): number =>
        (read(row, column, axis) * (1 - u) + read(row, column + 1, axis) * u) * (1 - v) +
        (read(row + 1, column, axis) * (1 - u) + read(row + 1, column + 1, axis) * u) * v
      const [x, y] = [mix(0), mix(1)]
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      const sx = Math.min(pixels.width - 1, Math.max(0, Math.floor((x - pixels.left) / pixels.perX)))
      const sy = Math.min(pixels.height - 1, Math.max(0, Math.floor((y - pixels.top) / pixels.perY)))
      const from = (sy * pixels.width + sx) * 4
      const to = (py * TILE + px) * 4
      for (let band = 0; band < 4; band++) image[to + band] = pixels.rgba[from + band] ?? 0
    }
  }
  return image
}

/** What the library throws on a broken image is the file's fault, but for bytes that cannot be had at all. */
async function asFault<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const isOther = error instanceof GeoRefusal || (error instanceof Error && error.name === 'SourceError')
    throw isOther ? error : new GeoRefusal('broken-archive')
  }
}
