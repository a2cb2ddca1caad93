import type { Box } from './Sheet.ts'

/** Millimetres: about the size of what stands in it. */
const CELL = 8

/** What is taken on the sheet, found by place. */
export class BoxIndex {
  readonly #cells = new Map<number, Box[]>()

  add(box: Box): void {
    for (const key of keysOf(box)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, [box])
      else cell.push(box)
    }
  }

  isFree(box: Box): boolean {
    for (const key of keysOf(box))
      if (this.#cells.get(key)?.some((other) => overlaps(other, box)) === true) return false
    return true
  }

  areFree(boxes: readonly Box[]): boolean {
    return boxes.every((box) => this.isFree(box))
  }
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function* keysOf({ x, y, width, height }: Box): Generator<number> {
  for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
      yield row * 65_536 + column
  }
}
