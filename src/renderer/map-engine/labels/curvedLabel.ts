import type { SpriteMark } from '../draw/ScenePlan.ts'
import { prepareText, type Sprites, type TextStyle, textWidth } from '../draw/sprites.ts'
import { type Frame, pixelX, pixelY } from '../Frame.ts'
import type { Shape } from '../Shape.ts'
import type { Box, RoomGrid } from './RoomGrid.ts'
import { type Letter, textAlongPath } from './textAlongPath.ts'

/** Pixels of path for each repetition of its name. */
const REPEAT = 900
/** Wiggles smaller than this many pixels do not turn letters. */
const SMOOTH = 3
/** Pixels between the points of a smoothed path, and how many of them are averaged to either side. */
const STEP = 5
const WINDOW = 5
/** Where along a stretch a text would best stand; the next is tried where there is no room. */
const TRIES = [0.5, 0.25, 0.75, 0.1, 0.9]

/** A text along a path, as often as there is path for it within the frame. */
export function curvedLabels(
  shape: Shape,
  text: string,
  style: TextStyle,
  frame: Frame,
  sprites: Sprites,
  room: RoomGrid,
): SpriteMark[] {
  const letters = Array.from(text, (letter) => ({ letter, width: textWidth(letter, style) }))
  const needed = letters.reduce((sum, { width }) => sum + width, 0)
  const marks: SpriteMark[] = []
  for (const run of shape.paths.flatMap((path, at) => runsInside(path, shape.significances[at] ?? null, frame))) {
    if (lengthOf(run) < needed) continue
    for (const stretch of stretches(run)) {
      const smooth = smoothed(stretch)
      for (const share of TRIES) {
        const at = 2 * Math.round((smooth.length / 2 - 1) * share)
        const placed = textAlongPath(smooth, letters, [smooth[at] ?? 0, smooth[at + 1] ?? 0])
        if (placed === null) break
        if (!room.claim(placed.map((letter) => boxOf(letter, style.size)))) continue
        marks.push(drawLetters(placed, style, frame, sprites))
        break
      }
    }
  }
  return marks
}

const boxOf = ({ x, y }: Letter, size: number): Box => [x - size / 2, y - size / 2, x + size / 2, y + size / 2]

/** Parts of a path that lie within the frame, in its pixels. */
function runsInside(path: Float64Array, significance: Float32Array | null, frame: Frame): number[][] {
  const runs: number[][] = []
  let run: number[] = []
  for (let i = 0; i < path.length; i += 2) {
    if (significance !== null && (significance[i / 2] as number) < SMOOTH * frame.resolution) continue
    const x = pixelX(frame, path[i] as number)
    const y = pixelY(frame, path[i + 1] as number)
    if (x >= 0 && y >= 0 && x <= frame.width && y <= frame.height) run.push(x, y)
    else {
      if (run.length > 2) runs.push(run)
      run = []
    }
  }
  if (run.length > 2) runs.push(run)
  return runs
}

function lengthOf(run: readonly number[]): number {
  let length = 0
  for (let i = 2; i < run.length; i += 2) {
    length += Math.hypot((run[i] as number) - (run[i - 2] as number), (run[i + 1] as number) - (run[i - 1] as number))
  }
  return length
}

/** A long run in parts of about the same length. */
function stretches(run: readonly number[]): number[][] {
  const total = lengthOf(run)
  const count = Math.max(1, Math.round(total / REPEAT))
  if (count === 1) return [[...run]]
  const parts: number[][] = []
  let part: number[] = []
  let length = 0
  for (let i = 0; i < run.length; i += 2) {
    const [x, y] = [run[i] as number, run[i + 1] as number]
    if (part.length > 0) length += Math.hypot(x - (part.at(-2) as number), y - (part.at(-1) as number))
    part.push(x, y)
    if (length > total / count) {
      parts.push(part)
      part = [x, y]
      length = 0
    }
  }
  parts.push(part)
  return parts.filter((each) => each.length > 2)
}

/** The path in even steps, each point the mean of those around it, so that letters do not dance on its wiggles. */
function smoothed(path: readonly number[]): number[] {
  const even: number[] = []
  let left = 0
  for (let i = 0; i + 3 < path.length; i += 2) {
    const [ax, ay, bx, by] = [path[i], path[i + 1], path[i + 2], path[i + 3]] as [number, number, number, number]
    const length = Math.hypot(bx - ax, by - ay)
    for (; left < length; left += STEP) even.push(ax + ((bx - ax) * left) / length, ay + ((by - ay) * left) / length)
    left -= length
  }
  const count = even.length / 2
  const smooth: number[] = []
  for (let i = 0; i < count; i++) {
    const reach = Math.min(WINDOW, i, count - 1 - i)
    let [x, y] = [0, 0]
    for (let j = i - reach; j <= i + reach; j++) {
      x += even[2 * j] as number
      y += even[2 * j + 1] as number
    }
    smooth.push(x / (2 * reach + 1), y / (2 * reach + 1))
  }
  return smooth
}

function drawLetters(letters: readonly Letter[], style: TextStyle, frame: Frame, sprites: Sprites): SpriteMark {
  const edge = style.size
  const left = Math.min(...letters.map(({ x }) => x)) - edge
  const top = Math.min(...letters.map(({ y }) => y)) - edge
  const width = Math.max(...letters.map(({ x }) => x)) + edge - left
  const height = Math.max(...letters.map(({ y }) => y)) + edge - top
  const sprite = sprites.draw(width, height, (context) => {
    prepareText(context, style, sprites.inks)
    context.textAlign = 'center'
    for (const isHalo of [true, false]) {
      for (const { letter, x, y, angle } of letters) {
        context.save()
        context.translate(x - left, y - top)
        context.rotate(angle)
        if (isHalo) context.strokeText(letter, 0, 0)
        else context.fillText(letter, 0, 0)
        context.restore()
      }
    }
  })
  const x = frame.x + (left + sprite.width / 2 - frame.width / 2) * frame.resolution
  const y = frame.y - (top + sprite.height / 2 - frame.height / 2) * frame.resolution
  return { sprite, x, y, dx: 0, dy: 0, angle: 0, alpha: 1, isOwn: true }
}
