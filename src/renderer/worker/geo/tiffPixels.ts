import type { GeoTIFFImage } from 'geotiff'
import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'

/** A piece of an image, red, green, blue and opacity of each pixel in turn. */
export interface Pixels {
  readonly rgba: Uint8ClampedArray
  readonly width: number
  readonly height: number
  /** Where it begins, and what one of its pixels spans, in pixels of the whole image. */
  readonly left: number
  readonly top: number
  readonly perX: number
  readonly perY: number
}

type Window = readonly [left: number, top: number, right: number, bottom: number]

/** Least and most of what a grey image measures. */
export type Range = readonly [least: number, most: number]

/** null: the image holds colours, or shades of eight bits, which are shown as they are. */
export async function rangeOf(image: GeoTIFFImage, width: number, height: number): Promise<Range | null> {
  if (!isGrey(image) || bitsOf(image) <= 8) return null
  const samples = await image.readRasters({ samples: [0], width, height, interleave: true })
  const noData = image.getGDALNoData()
  let [least, most] = [Infinity, -Infinity]
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] as number
    if (!Number.isFinite(value) || value === noData) continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return least <= most ? [least, most] : [0, 1]
}

const photometricOf = (image: GeoTIFFImage): number => image.fileDirectory.getValue('PhotometricInterpretation') ?? 1

const isGrey = (image: GeoTIFFImage): boolean => photometricOf(image) <= 1 && image.getSamplesPerPixel() < 3

const bitsOf = (image: GeoTIFFImage): number =>
  Math.max(...Array.from({ length: image.getSamplesPerPixel() }, (_, i) => image.getBitsPerSample(i)))

/** Reads a window of an image at a size of its own; `range` is what becomes black and white. */
export async function readPixels(
  image: GeoTIFFImage,
  [left, top, right, bottom]: Window,
  width: number,
  height: number,
  range: Range | null,
): Promise<Pixels> {
  const options = { window: [left, top, right, bottom], width, height, interleave: true as const }
  const place = { width, height, left, top, perX: (right - left) / width, perY: (bottom - top) / height }
  if (isGrey(image)) {
    const samples = await image.readRasters({ ...options, samples: [0] })
    const shades = range ?? ([0, 2 ** Math.min(8, bitsOf(image)) - 1] as const)
    return { ...place, rgba: greyPixels(samples, shades, photometricOf(image) === 0, image.getGDALNoData()) }
  }
  if (bitsOf(image) > 8) throw new GeoRefusal('image-kind', { bits: bitsOf(image) })
  const samples = await image.readRGB({ ...options, enableAlpha: true })
  return { ...place, rgba: colorPixels(samples, width * height) }
}

function greyPixels(
  samples: ArrayLike<number>,
  [least, most]: Range,
  isInverted: boolean,
  noData: number | null,
): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(samples.length * 4)
  const scale = most > least ? 255 / (most - least) : 1
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] as number
    if (!Number.isFinite(value) || value === noData) continue
    const grey = (value - least) * scale
    rgba.fill(isInverted ? 255 - grey : grey, i * 4, i * 4 + 3)
    rgba[i * 4 + 3] = 255
  }
  return rgba
}

function colorPixels(samples: ArrayLike<number>, count: number): Uint8ClampedArray {
  const bands = samples.length / count
  if (bands !== 3 && bands !== 4) throw new GeoRefusal('image-kind', { bits: 0 })
  const rgba = new Uint8ClampedArray(count * 4)
  for (let i = 0; i < count; i++) {
    for (let band = 0; band < bands; band++) rgba[i * 4 + band] = samples[i * bands + band] as number
    if (bands === 3) rgba[i * 4 + 3] = 255
  }
  return rgba
}
