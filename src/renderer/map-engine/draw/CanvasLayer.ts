import type { FrameState } from 'ol/Map.js'
import Layer from 'ol/layer/Layer.js'
import ViewHint from 'ol/ViewHint.js'
import type { Frame } from '../Frame.ts'

/** Draws one frame; true when all that is to be seen is there, false to be asked again with the next frame. */
export type DrawFrame = (context: CanvasRenderingContext2D, frame: Frame, isMoving: boolean) => boolean

/** A layer of the map library that draws on a canvas of its own. */
export class CanvasLayer extends Layer {
  readonly #canvas = document.createElement('canvas')
  readonly #draw: DrawFrame
  #isDone = false

  constructor(zIndex: number, draw: DrawFrame) {
    super({ zIndex })
    this.#draw = draw
    this.addEventListener('change', () => {
      this.#isDone = false
    })
    this.#canvas.style.position = 'absolute'
    this.#canvas.style.inset = '0'
    this.#canvas.style.pointerEvents = 'none'
  }

  /** Whether the last frame showed all there is to show. */
  get isDone(): boolean {
    return this.#isDone
  }

  override render(state: FrameState | null): HTMLElement | null {
    if (state === null) return null
    const frame = frameOf(state)
    const canvas = this.#canvas
    const width = Math.round(frame.width * frame.ratio)
    const height = Math.round(frame.height * frame.ratio)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
      canvas.style.width = `${frame.width}px`
      canvas.style.height = `${frame.height}px`
    }
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas to draw on')
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0)
    const isMoving = (state.viewHints[ViewHint.ANIMATING] ?? 0) > 0 || (state.viewHints[ViewHint.INTERACTING] ?? 0) > 0
    this.#isDone = this.#draw(context, frame, isMoving)
    if (!this.#isDone) state.animate = true
    return canvas
  }
}

/** On whole pixels, so that what is drawn at different times lies on the same ones. */
function frameOf({ size, pixelRatio, viewState: { center, resolution } }: FrameState): Frame {
  const pixel = resolution / pixelRatio
  return {
    x: Math.round((center[0] ?? 0) / pixel) * pixel,
    y: Math.round((center[1] ?? 0) / pixel) * pixel,
    resolution,
    width: size[0] ?? 0,
    height: size[1] ?? 0,
    ratio: pixelRatio,
  }
}
