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
      const middle = stretch.length >> 2
      const near = [stretch[2 * middle] ?? 0, stretch[2 * middle + 1] ?? 0] as const
      const placed = textAlongPath(stretch, letters, near)
      if (placed === null || !room.claim(placed.map((letter) => boxOf(letter, style.size)))) continue
      marks.push(drawLetters(placed, style, frame, sprites))
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
  return { sprite, x, y, dx: 0, dy: 0, angle: 0, alpha: 1 }
}
