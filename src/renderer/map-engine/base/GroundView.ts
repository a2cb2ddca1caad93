import { CanvasLayer } from '../draw/CanvasLayer.ts'
import { GeometryBuffer } from '../draw/GeometryBuffer.ts'
import type { MapInks } from '../MapInks.ts'
import { type GroundShapes, prepareGround } from './GroundShapes.ts'
import { loadBaseMap } from './loadBaseMap.ts'
import { paintGround } from './paintGround.ts'

/** Milliseconds that preparing may take of a task. */
const SLICE = 8

let prepared: Promise<GroundShapes> | null = null

/** Land, borders and rivers of the base map; its names are drawn with the scene, where they make room for it. */
export class GroundView {
  readonly layer: CanvasLayer
  readonly #buffer: GeometryBuffer
  readonly #onReady: () => void
  #shapes: GroundShapes | null = null
  #isShown = true

  /** `onReady` when the base map is there. */
  constructor(inks: () => MapInks, onReady: () => void) {
    this.#buffer = new GeometryBuffer((pen) =>
      this.#shapes === null ? NOTHING.values() : paintGround(pen, this.#shapes),
    )
    this.#onReady = onReady
    this.layer = new CanvasLayer(0, (context, frame, isMoving) => {
      context.fillStyle = inks().of(this.#isShown ? '--map-beyond' : '--map-land')
      context.fillRect(0, 0, frame.width, frame.height)
      if (!this.#isShown) return true
      if (this.#shapes === null) return false
      return this.#buffer.show(context, frame, inks(), inks().theme, isMoving)
    })
    prepared ??= prepare()
    void prepared.then((shapes) => {
      this.#shapes = shapes
      this.layer.changed()
      onReady()
    })
  }

  /** Null until it is there, and while it is hidden. */
  get shapes(): GroundShapes | null {
    return this.#isShown ? this.#shapes : null
  }

  /** Leaves the ground to own layers. */
  show(isShown: boolean): void {
    if (this.#isShown === isShown) return
    this.#isShown = isShown
    this.layer.changed()
    this.#onReady()
  }
}

const NOTHING: readonly undefined[] = []

async function prepare(): Promise<GroundShapes> {
  const steps = prepareGround(await loadBaseMap())
  let until = performance.now() + SLICE
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() < until) continue
    await new Promise((resolve) => setTimeout(resolve))
    until = performance.now() + SLICE
  }
}
