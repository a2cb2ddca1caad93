/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number]

const CELL = 64

/** Which places on screen are taken. */
export class RoomGrid {
  readonly #cells = new Map<number, Box[]>()

  isFree(box: Box): boolean {
    for (const cell of cellsOf(box)) {
      for (const taken of this.#cells.get(cell) ?? []) {
        if (box[0] < taken[2] && box[2] > taken[0] && box[1] < taken[3] && box[3] > taken[1]) return false
      }
    }
    return true
  }

  take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell)
      if (boxes === undefined) this.#cells.set(cell, [box])
      else boxes.push(box)
    }
  }

  /** Takes all boxes if all are free. */
  claim(boxes: readonly Box[]): boolean {
    if (!boxes.every((box) => this.isFree(box))) return false
    for (const box of boxes) this.take(box)
    return true
  }
}

function cellsOf([left, top, right, bottom]: Box): number[] {
  const cells: number[] = []
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) cells.push(column * 65_536 + row)
  }
  return cells
}
