import { isNear, type XY } from './xy.ts'

/** Pixels within which a click ends a drawing rather than adds to it. */
const CLOSE = 8

interface ChainLimits {
  readonly shape: 'point' | 'line' | 'area'
  readonly minPoints: number
  readonly maxPoints: number
}

export type ChainStep = 'added' | 'done' | 'ignored'

/** The points of a drawing as they are set, one after the other; knows nothing of the map. */
export class PointChain {
  readonly #limits: ChainLimits
  readonly #points: XY[] = []

  constructor(limits: ChainLimits) {
    this.#limits = limits
  }

  get points(): readonly XY[] {
    return this.#points
  }

  get canFinish(): boolean {
    return this.#points.length >= this.#limits.minPoints
  }

  /**
   * A point set by hand. On the last one it ends the drawing (so a double click does), on the first one of an area too;
   * where there are too few to end, a second one at the same spot is not meant.
   */
  press(at: XY, pixelSize: number): ChainStep {
    const last = this.#points.at(-1)
    if (last !== undefined && isNear(last, at, CLOSE * pixelSize)) return this.canFinish ? 'done' : 'ignored'
    const [first] = this.#points
    const closes = this.#limits.shape === 'area' && first !== undefined && isNear(first, at, CLOSE * pixelSize)
    if (closes) return this.canFinish ? 'done' : 'ignored'
    return this.add(at)
  }

  add(at: XY): ChainStep {
    this.#points.push(at)
    return this.#points.length >= this.#limits.maxPoints ? 'done' : 'added'
  }

  back(): void {
    this.#points.pop()
  }
}
