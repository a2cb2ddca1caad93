import type { Overlay } from '../../../../domain/records/overlay.ts'
import type { MultipointDrawing, MultipointRequest } from '../../../map-engine/multipoint/Multipoint.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { measureItems, type MeasureLook } from './measureItems.ts'
import { measureRequest } from './measureRequest.ts'
import type { MeasureWords } from './MeasureWords.ts'
import { roomForLabels } from './roomForLabels.ts'

/** What answers requests; `MultipointRenderer` is one. */
export interface Drawings {
  known(request: MultipointRequest): MultipointDrawing | null | undefined
}

export interface MeasuresLook {
  readonly overlays: readonly Overlay[]
  /** A step of `scaleStep`. */
  readonly metresPerPixel: number
  readonly words: MeasureWords
  readonly titleOf: (overlay: Overlay) => string
  /** Null leaves it out. */
  readonly lookOf: (overlay: Overlay) => MeasureLook | null
}

interface Made {
  readonly overlay: Overlay
  readonly drawing: MultipointDrawing | null
  readonly look: MeasureLook
  readonly title: string
  readonly words: MeasureWords
  readonly items: readonly SceneItem[]
}

interface Asked {
  readonly metresPerPixel: number
  readonly words: MeasureWords
  readonly request: MultipointRequest | null
}

/**
 * The items of all measures, made anew only for those that look different. A measure whose drawing for this scale, or
 * for what it has just become, is not there yet keeps the one it had.
 */
export class MeasureScene {
  readonly #drawings: Drawings
  readonly #asked = new WeakMap<Overlay, Asked>()
  #made = new Map<string, Made>()
  #items: readonly SceneItem[] = []

  constructor(drawings: Drawings) {
    this.#drawings = drawings
  }

  /** The same array as before where nothing looks different. `missing` is what the drawings do not know yet. */
  look(look: MeasuresLook): { readonly items: readonly SceneItem[]; readonly missing: readonly MultipointRequest[] } {
    const made = new Map<string, Made>()
    const missing: MultipointRequest[] = []
    let isSame = true
    for (const overlay of look.overlays) {
      const emphasis = look.lookOf(overlay)
      if (emphasis === null) continue
      const drawing = this.#drawingOf(overlay, look, missing)
      const title = look.titleOf(overlay)
      const before = this.#made.get(overlay.id)
      if (
        before?.overlay === overlay &&
        before.drawing === drawing &&
        before.look === emphasis &&
        before.title === title &&
        before.words === look.words
      ) {
        made.set(overlay.id, before)
        continue
      }
      isSame = false
      made.set(overlay.id, {
        overlay,
        drawing,
        look: emphasis,
        title,
        words: look.words,
        items: measureItems(overlay, drawing, emphasis, title, look.metresPerPixel, look.words.t),
      })
    }
    if (!isSame || made.size !== this.#made.size) {
      this.#made = made
      this.#items = roomForLabels(
        [...made.values()].flatMap((each) => each.items),
        look.metresPerPixel,
      )
    }
    return { items: this.#items, missing }
  }

  #drawingOf(overlay: Overlay, look: MeasuresLook, missing: MultipointRequest[]): MultipointDrawing | null {
    const { metresPerPixel, words } = look
    let asked = this.#asked.get(overlay)
    if (asked?.metresPerPixel !== metresPerPixel || asked.words !== words) {
      asked = { metresPerPixel, words, request: measureRequest(overlay, metresPerPixel, words) }
      this.#asked.set(overlay, asked)
    }
    if (asked.request === null) return null
    const known = this.#drawings.known(asked.request)
    if (known !== undefined) return known
    missing.push(asked.request)
    return this.#made.get(overlay.id)?.drawing ?? null
  }
}
