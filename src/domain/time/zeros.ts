/** Where a smooth function passes zero. */
export interface Zero {
  readonly at: number
  readonly isRising: boolean
}

const HOUR_MS = 3_600_000
const TOLERANCE_MS = 200

/**
 * The passages of zero of a function of time between two instants (epoch ms), in order, to a fifth of a second. It is
 * looked at every hour, and where it turns between: what rises and falls within the hour is found too.
 */
export function zerosOf(f: (instant: number) => number, from: number, to: number): Zero[] {
  const times: number[] = []
  for (let t = from; t < to; t += HOUR_MS) times.push(t)
  times.push(to)
  const values = times.map(f)
  const found: Zero[] = []
  const look = (t0: number, v0: number, t1: number, v1: number): void => {
    if (v0 < 0 !== v1 < 0) found.push({ at: Math.round(refine(f, t0, v0, t1, v1)), isRising: v0 < 0 })
  }
  for (let i = 1; i < times.length; i += 1) {
    const [t0, t1, v0, v1] = [times[i - 1] ?? from, times[i] ?? to, values[i - 1] ?? 0, values[i] ?? 0]
    const turn = v0 < 0 === v1 < 0 ? turnBetween(f, t0, v0, t1, v1) : null
    if (turn === null) look(t0, v0, t1, v1)
    else {
      look(t0, v0, turn.at, turn.value)
      look(turn.at, turn.value, t1, v1)
    }
  }
  return found
}

/** The turn of a parabola through both ends and the middle, where it lies between and on the other side of zero. */
function turnBetween(f: (t: number) => number, t0: number, v0: number, t1: number, v1: number) {
  // A height turns by less than eight degrees an hour and side: what is further from zero does not reach it.
  if (Math.min(Math.abs(v0), Math.abs(v1)) > REACH_DEGREES) return null
  const half = (t1 - t0) / 2
  const middle = f(t0 + half)
  const bend = v0 - 2 * middle + v1
  if (bend === 0) return null
  const offset = (v0 - v1) / (2 * bend)
  if (Math.abs(offset) >= 1) return null
  const at = t0 + half + offset * half
  const value = f(at)
  return value < 0 === v0 < 0 ? null : { at, value }
}

const REACH_DEGREES = 8

/** Bisection sped up by the secant (Illinois). */
function refine(f: (t: number) => number, t0: number, v0: number, t1: number, v1: number): number {
  let [low, high, below, above] = [t0, t1, v0, v1]
  let side = 0
  for (let step = 0; step < 60 && high - low > TOLERANCE_MS; step += 1) {
    const at = above === below ? (low + high) / 2 : low - (below * (high - low)) / (above - below)
    const value = f(at)
    if (Math.abs(value) < 1e-7) return at
    if (value < 0 === below < 0) {
      ;[low, below] = [at, value]
      if (side === -1) above /= 2
      side = -1
    } else {
      ;[high, above] = [at, value]
      if (side === 1) below /= 2
      side = 1
    }
  }
  return (low + high) / 2
}
