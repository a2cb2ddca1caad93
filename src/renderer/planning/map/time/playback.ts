/** Plan minutes that pass in a second: an hour, six, a day, three, a week. */
export const SPEEDS = [60, 360, 1_440, 4_320, 10_080] as const
export type Speed = (typeof SPEEDS)[number]

/** A window that was away, or a slow frame, does not make the plan leap. */
const MOST_FRAME_MS = 200
/** After a frame over this, the next one is left to the window, so that keys and pointer are answered. */
const BUDGET_MS = 40

/**
 * Counts plan time along with the clock. Keeps fractions of minutes between frames, so that the speed holds at any frame
 * rate; ends at the end of the horizon and does not begin again.
 */
export class Playback {
  readonly #end: number
  readonly #speed: number
  #time: number
  #before: number
  #isResting = false

  /** `time` and `end`: minutes from H-hour; `speed`: minutes a second; `now`: ms of any clock. */
  constructor(time: number, end: number, speed: number, now: number) {
    this.#time = time
    this.#end = end
    this.#speed = speed
    this.#before = now
  }

  get isDone(): boolean {
    return this.#time >= this.#end
  }

  /** The whole minute to show now; null on a frame that is left out. */
  frame(now: number): number | null {
    const elapsed = now - this.#before
    if (elapsed > BUDGET_MS && !this.#isResting) {
      this.#isResting = true
      return null
    }
    this.#isResting = false
    this.#before = now
    return this.#advance(Math.min(elapsed, MOST_FRAME_MS))
  }

  /** One leap of a second's worth, for those who asked for less motion. */
  leap(): number {
    return this.#advance(1000)
  }

  #advance(ms: number): number {
    this.#time = Math.min(this.#end, this.#time + (this.#speed * ms) / 1000)
    return this.isDone ? this.#end : Math.floor(this.#time)
  }
}
