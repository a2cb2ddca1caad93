/** Where one letter stands: its middle, and its turn in radians clockwise. */
export interface Letter {
  readonly letter: string
  readonly x: number
  readonly y: number
  readonly angle: number
}

/** Radians that the path may bend under one text. */
const MOST_BEND = 1.6
/** Radians from one letter to the next. */
const MOST_STEP = 0.5

/**
 * Sets letters along a path where it bends least, read from left to right. Path as x, y, x, y… in pixels, y downward;
 * `near` is the point that it would best stand at. Null where the path is too short or too crooked.
 */
export function textAlongPath(
  path: ArrayLike<number>,
  letters: readonly { readonly letter: string; readonly width: number }[],
  near: readonly [number, number],
): readonly Letter[] | null {
  const width = letters.reduce((sum, each) => sum + each.width, 0)
  const distances = distancesAlong(path)
  const length = distances.at(-1) ?? 0
  if (length < width + 8) return null
  const step = Math.max(4, (length - width) / 60)
  let best: { readonly at: number; readonly cost: number } | null = null
  for (let at = 4; at + width + 4 <= length; at += step) {
    const bend = bendOver(path, distances, at, at + width)
    if (bend > MOST_BEND) continue
    const [x, y] = pointAt(path, distances, at + width / 2)
    const cost = bend * 200 + Math.hypot(x - near[0], y - near[1])
    if (best === null || cost < best.cost) best = { at, cost }
  }
  if (best === null) return null
  const [startX] = pointAt(path, distances, best.at)
  const [endX] = pointAt(path, distances, best.at + width)
  const isBackwards = endX < startX
  let offset = isBackwards ? best.at + width : best.at
  const placed: Letter[] = []
  for (const { letter, width: letterWidth } of letters) {
    const middle = offset + (isBackwards ? -1 : 1) * (letterWidth / 2)
    const [x, y] = pointAt(path, distances, middle)
    // The chord under the letter and its neighbours: steadier than the one segment below its middle.
    const [ax, ay] = pointAt(path, distances, middle - letterWidth)
    const [bx, by] = pointAt(path, distances, middle + letterWidth)
    const angle = Math.atan2(by - ay, bx - ax) + (isBackwards ? Math.PI : 0)
    placed.push({ letter, x, y, angle: Math.atan2(Math.sin(angle), Math.cos(angle)) })
    offset += (isBackwards ? -1 : 1) * letterWidth
  }
  const isCrooked = placed.some((each, i) => {
    const before = placed[i - 1]
    return before !== undefined && Math.abs(turn(before.angle, each.angle)) > MOST_STEP
  })
  return isCrooked ? null : placed
}

const turn = (from: number, to: number): number => Math.atan2(Math.sin(to - from), Math.cos(to - from))

function distancesAlong(path: ArrayLike<number>): number[] {
  const distances = [0]
  for (let i = 2; i < path.length; i += 2) {
    const dx = (path[i] as number) - (path[i - 2] as number)
    const dy = (path[i + 1] as number) - (path[i - 1] as number)
    distances.push((distances.at(-1) as number) + Math.hypot(dx, dy))
  }
  return distances
}

/** The segment in which a distance falls. */
function segmentAt(distances: readonly number[], distance: number): number {
  let low = 0
  let high = distances.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((distances[middle] as number) <= distance) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

function pointAt(path: ArrayLike<number>, distances: readonly number[], distance: number): [number, number] {
  const i = segmentAt(distances, distance)
  const from = distances[i] as number
  const length = (distances[i + 1] ?? from) - from
  const share = length === 0 ? 0 : (distance - from) / length
  const [ax, ay] = [path[2 * i] as number, path[2 * i + 1] as number]
  const [bx, by] = [path[2 * i + 2] as number, path[2 * i + 3] as number]
  return [ax + share * (bx - ax), ay + share * (by - ay)]
}

/** Radians that the path turns between two distances, sampled so that small wiggles count little. */
function bendOver(path: ArrayLike<number>, distances: readonly number[], from: number, to: number): number {
  const samples = 8
  let total = 0
  let before: number | null = null
  let [x, y] = pointAt(path, distances, from)
  for (let i = 1; i <= samples; i++) {
    const [nextX, nextY] = pointAt(path, distances, from + ((to - from) * i) / samples)
    const angle = Math.atan2(nextY - y, nextX - x)
    if (before !== null) total += Math.abs(turn(before, angle))
    before = angle
    x = nextX
    y = nextY
  }
  return total
}
