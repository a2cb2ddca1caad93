import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'
import type { TileAnswer } from './LayerReader.ts'

/** Pixels of one side; archives have 256 or 512. */
const MOST_PIXELS = 1_024

/** Width and height that a PNG, JPEG or WebP states, before anything is unpacked; null for another kind. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (bytes.length >= 30 && view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view)
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8) return jpegSize(view)
  return null
}

function webpSize(view: DataView): { width: number; height: number } | null {
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: {
      const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1
      return { width: three(24), height: three(27) }
    }
    default:
      return null
  }
}

function jpegSize(view: DataView): { width: number; height: number } | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Whether tiles of this kind can be shown; throws where not. Returns their size on screen. */
export function checkPicture(bytes: Uint8Array): 256 | 512 {
  const size = pictureSize(bytes)
  if (size === null) throw new GeoRefusal('tile-kind', { kind: 'image' })
  if (size.width > MOST_PIXELS || size.height > MOST_PIXELS) {
    throw new GeoRefusal('image-too-large', { pixels: Math.max(size.width, size.height), limit: MOST_PIXELS })
  }
  return size.width > 256 ? 512 : 256
}

/** The tile as a picture that can be drawn at once; none where its bytes are no picture. */
export async function toPicture(bytes: Uint8Array<ArrayBuffer>, isNight: boolean): Promise<TileAnswer> {
  try {
    checkPicture(bytes)
    const image = await createImageBitmap(new Blob([bytes]))
    return { kind: 'image', image: isNight ? toNight(image) : image }
  } catch (error) {
    // One broken tile leaves a gap, as a missing one does.
    if (error instanceof GeoRefusal || error instanceof DOMException) return { kind: 'none' }
    throw error
  }
}

/** Of full red. */
const NIGHT_SHARE = 0.35

/**
 * The picture in dark reds alone: its light becomes red, at most a third of full, so that a bright sheet does not spoil
 * the eye's adaptation to the dark.
 */
export function toNight(image: ImageBitmap): ImageBitmap {
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return image
  context.drawImage(image, 0, 0)
  image.close()
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
  const { data } = pixels
  for (let i = 0; i < data.length; i += 4) {
    const light = 0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0)
    data[i] = Math.round(light * NIGHT_SHARE)
    data[i + 1] = 0
    data[i + 2] = 0
  }
  context.putImageData(pixels, 0, 0)
  return canvas.transferToImageBitmap()
}
