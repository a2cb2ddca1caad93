import type { MapInks } from '../MapInks.ts'
import { type ColorToken, type Picture, withColours } from '../Scene.ts'

/** A small picture drawn once and put down many times. */
export interface Sprite {
  /** Null until it is decoded. */
  image: CanvasImageSource | null
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface TextStyle {
  /** CSS pixels. */
  readonly size: number
  readonly weight: 400 | 500 | 600
  readonly color: ColorToken
  /** Around the letters; white, or what takes its place, unless said. */
  readonly halo?: ColorToken
  readonly isItalic?: boolean
  /** CSS pixels between letters. */
  readonly spacing?: number
}

const HALO = 2
const MOST_KEPT = 4_000
const FAMILY = '"Inter Variable", "Segoe UI", system-ui, sans-serif'

export const fontOf = ({ size, weight, isItalic = false }: TextStyle): string =>
  `${isItalic ? 'italic ' : ''}${weight} ${size}px ${FAMILY}`

/** The small pictures of one theme at one density of pixels. */
export class Sprites {
  readonly inks: MapInks
  readonly ratio: number
  readonly #onReady: () => void
  readonly #pictures = new Map<string, Sprite>()
  readonly #texts = new Map<string, Sprite>()
  #waiting = 0

  constructor(inks: MapInks, ratio: number, onReady: () => void) {
    this.inks = inks
    this.ratio = ratio
    this.#onReady = onReady
  }

  /** Pictures that are still being decoded. */
  get waiting(): number {
    return this.#waiting
  }

  picture(picture: Picture): Sprite {
    const known = this.#pictures.get(picture.key)
    if (known !== undefined) return known
    if (this.#pictures.size >= MOST_KEPT) this.#pictures.clear()
    const sprite: Sprite = {
      image: null,
      width: Math.ceil(picture.width * this.ratio) / this.ratio,
      height: Math.ceil(picture.height * this.ratio) / this.ratio,
    }
    this.#pictures.set(picture.key, sprite)
    this.#waiting += 1
    void decode(
      withColours(picture.svg, (token) => this.inks.of(token)),
      picture,
      this.ratio,
    )
      .then((image) => {
        sprite.image = this.inks.theme === 'night' ? redOnly(image) : image
      })
      // A picture that cannot be drawn leaves its place empty; its label and its entry in lists remain.
      .catch(() => undefined)
      .finally(() => {
        this.#waiting -= 1
        this.#onReady()
      })
    return sprite
  }

  /** One line of text with a halo; the middle of the sprite is the middle of the text. */
  text(text: string, style: TextStyle): Sprite {
    const key = `${style.size} ${style.weight} ${style.color} ${style.halo ?? ''} ${style.isItalic ?? false} ${style.spacing ?? 0} ${text}`
    const known = this.#texts.get(key)
    if (known !== undefined) return known
    if (this.#texts.size >= MOST_KEPT) this.#texts.clear()
    const width = Math.ceil(textWidth(text, style) + 2 * HALO)
    const height = Math.ceil(style.size * 1.25 + 2 * HALO)
    const sprite = this.draw(width, height, (context) => {
      prepareText(context, style, this.inks)
      context.textAlign = 'center'
      context.strokeText(text, width / 2, height / 2)
      context.fillText(text, width / 2, height / 2)
    })
    this.#texts.set(key, sprite)
    return sprite
  }

  /** A sprite that its maker keeps. */
  draw(width: number, height: number, paint: (context: OffscreenCanvasRenderingContext2D) => void): Sprite {
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.ceil(width * this.ratio)),
      Math.max(1, Math.ceil(height * this.ratio)),
    )
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('no canvas to draw on')
    context.scale(this.ratio, this.ratio)
    paint(context)
    return {
      image: canvas.transferToImageBitmap(),
      width: canvas.width / this.ratio,
      height: canvas.height / this.ratio,
    }
  }

  /** The same sprite for the same key, drawn once. */
  kept(key: string, make: () => Sprite): Sprite {
    let sprite = this.#texts.get(`kept ${key}`)
    if (sprite === undefined) this.#texts.set(`kept ${key}`, (sprite = make()))
    return sprite
  }
}

export function prepareText(context: OffscreenCanvasRenderingContext2D, style: TextStyle, inks: MapInks): void {
  context.font = fontOf(style)
  context.letterSpacing = `${style.spacing ?? 0}px`
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 2 * HALO
  context.strokeStyle = inks.of(style.halo ?? '--map-halo')
  context.fillStyle = inks.of(style.color)
}

const widths = new Map<string, number>()
let measuring: OffscreenCanvasRenderingContext2D | null = null

/** CSS pixels. */
export function textWidth(text: string, style: TextStyle): number {
  const font = fontOf(style)
  const key = `${font} ${style.spacing ?? 0} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  measuring ??= new OffscreenCanvas(1, 1).getContext('2d')
  if (measuring === null) throw new Error('no canvas to measure on')
  measuring.font = font
  measuring.letterSpacing = `${style.spacing ?? 0}px`
  const { width } = measuring.measureText(text)
  if (widths.size > 4 * MOST_KEPT) widths.clear()
  widths.set(key, width)
  return width
}

/** Widths measured before the font was there are wrong. */
export function forgetWidths(): void {
  widths.clear()
}

async function decode(svg: string, { width, height }: Picture, ratio: number): Promise<ImageBitmap> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(width * ratio)), Math.max(1, Math.ceil(height * ratio)))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas to draw on')
  context.drawImage(image, 0, 0, width * ratio, height * ratio)
  return canvas.transferToImageBitmap()
}

/** Whatever colours a picture brings, at night only their red is shown: light as red, dark as black. */
function redOnly(image: ImageBitmap): CanvasImageSource {
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas to draw on')
  context.drawImage(image, 0, 0)
  const pixels = context.getImageData(0, 0, image.width, image.height)
  const { data } = pixels
  for (let i = 0; i < data.length; i += 4) {
    const [red, green, blue] = [data[i] as number, data[i + 1] as number, data[i + 2] as number]
    if (green + blue <= red / 2) continue
    data[i] = Math.round(0.4 * red + 0.4 * green + 0.2 * blue)
    data[i + 1] = 0
    data[i + 2] = 0
  }
  context.putImageData(pixels, 0, 0)
  return canvas.transferToImageBitmap()
}
