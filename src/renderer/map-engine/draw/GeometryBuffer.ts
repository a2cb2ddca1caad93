import type { Frame } from '../Frame.ts'
import type { MapInks } from '../MapInks.ts'
import type { Context2d, Pen } from './Pen.ts'

/** Share of the map's width and height drawn beyond each edge, so that short pans need no new drawing. */
const MARGIN = 0.3
/** Share of them that may be left beyond the edge before the next picture is begun. */
const RESERVE = 0.1
/** Milliseconds that drawing may take of a frame. */
const SLICE = 7
/** While nothing is on screen yet there is nothing to hold up. */
const FIRST_SLICE = 60
/** A zoom under way may wait this long for a sharp picture. */
const PATIENCE = 250

interface Job {
  readonly key: string
  readonly frame: Frame
  readonly canvas: OffscreenCanvas
  readonly context: OffscreenCanvasRenderingContext2D
  readonly steps: Iterator<void>
}

interface Drawn {
  readonly key: string
  readonly frame: Frame
  readonly image: ImageBitmap
}

/** Draws its content, yielding where it may be interrupted. */
export type Painter = (pen: Pen) => Iterator<void>

/**
 * A picture of what is costly to draw, somewhat larger than the map: moved while one pans, scaled while one zooms, and
 * drawn anew in slices beside it, so that no frame waits for it however much there is to draw.
 */
export class GeometryBuffer {
  readonly #paint: Painter
  #drawn: Drawn | null = null
  #job: Job | null = null
  #since = 0

  constructor(paint: Painter) {
    this.#paint = paint
  }

  /**
   * Puts the picture on the context. `key` says what it holds: another key is another picture. True when what was put
   * there is what was asked for; else it wants to be called again with the next frame.
   */
  show(context: Context2d, frame: Frame, inks: MapInks, key: string, isMoving: boolean): boolean {
    const now = performance.now()
    const isRight = isRightFor(this.#drawn, frame, key)
    // Begun anew before the edge comes into sight.
    if (!isRight || !covers(this.#drawn?.frame ?? frame, frame, RESERVE)) this.#work(frame, inks, key, isMoving, now)
    else this.#job = null
    const drawn = this.#drawn
    if (drawn !== null) put(context, frame, drawn)
    return this.#job === null && isRightFor(drawn, frame, key)
  }

  forget(): void {
    this.#drawn?.image.close()
    this.#drawn = null
    this.#job = null
  }

  #work(frame: Frame, inks: MapInks, key: string, isMoving: boolean, now: number): void {
    // A job whose content alone has aged is finished all the same: what changes with every frame would never show else.
    const job = this.#job
    const isUseful = job !== null && isSharp(job.frame, frame) && covers(job.frame, frame, RESERVE / 2)
    const isZooming = isMoving && this.#drawn !== null && !isSharp(this.#drawn.frame, frame)
    if (!isUseful) {
      if (isZooming && now - this.#since < PATIENCE) return
      this.#since = now
      this.#job = begin(this.#paint, frame, inks, key)
    }
    this.#draw(now)
  }

  #draw(now: number): void {
    const job = this.#job
    if (job === null) return
    const until = now + (this.#drawn === null ? FIRST_SLICE : SLICE)
    for (let done = 1; ; done++) {
      if (job.steps.next().done === true) break
      if (done % 16 === 0) {
        // Reading a pixel makes the browser draw what it has only noted so far: its time belongs to this slice.
        job.context.getImageData(0, 0, 1, 1)
        if (performance.now() > until) return
      }
    }
    this.#drawn?.image.close()
    this.#drawn = { key: job.key, frame: job.frame, image: job.canvas.transferToImageBitmap() }
    this.#job = null
  }
}

function begin(paint: Painter, frame: Frame, inks: MapInks, key: string): Job {
  const wide: Frame = {
    ...frame,
    width: Math.ceil(frame.width * (1 + 2 * MARGIN)),
    height: Math.ceil(frame.height * (1 + 2 * MARGIN)),
  }
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(wide.width * frame.ratio)),
    Math.max(1, Math.round(wide.height * frame.ratio)),
  )
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas to draw on')
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0)
  return { key, frame: wide, canvas, context, steps: paint({ context, frame: wide, inks }) }
}

const isRightFor = (drawn: Drawn | null, frame: Frame, key: string): boolean =>
  drawn !== null && drawn.key === key && isSharp(drawn.frame, frame) && covers(drawn.frame, frame, 0)

const isSharp = (drawn: Frame, frame: Frame): boolean =>
  drawn.ratio === frame.ratio && Math.abs(drawn.resolution / frame.resolution - 1) < 1e-6

/** Whether the drawn lies under the frame, and under so large a share of its size around it. */
function covers(drawn: Frame, frame: Frame, reserve: number): boolean {
  const right = Math.abs(drawn.x - frame.x) / drawn.resolution + frame.width * (0.5 + reserve)
  const down = Math.abs(drawn.y - frame.y) / drawn.resolution + frame.height * (0.5 + reserve)
  return right <= drawn.width / 2 && down <= drawn.height / 2
}

function put(context: Context2d, frame: Frame, { frame: drawn, image }: Drawn): void {
  const scale = drawn.resolution / frame.resolution
  const left = (drawn.x - frame.x) / frame.resolution + frame.width / 2 - (drawn.width * scale) / 2
  const top = (frame.y - drawn.y) / frame.resolution + frame.height / 2 - (drawn.height * scale) / 2
  const snap = (pixels: number): number =>
    isSharp(drawn, frame) ? Math.round(pixels * frame.ratio) / frame.ratio : pixels
  const { ratio } = frame
  context.drawImage(image, snap(left), snap(top), (image.width / ratio) * scale, (image.height / ratio) * scale)
}
