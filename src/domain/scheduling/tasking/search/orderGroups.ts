import type { TaskGroups } from './TaskGroups.ts'

/** All groups, each after those it waits for, else the least key first; in circles the least key goes first. */
export function orderGroups(ties: TaskGroups, keys: Float64Array): Int32Array {
  const count = ties.groups.length
  const after: number[][] = ties.groups.map(() => [])
  const waits = new Int32Array(count)
  for (let group = 0; group < count; group += 1) {
    for (const other of ties.before[group]!) {
      after[other]!.push(group)
      waits[group]! += 1
    }
  }
  const order = new Int32Array(count)
  const isTaken = new Uint8Array(count)
  const heap = new KeyHeap(keys)
  for (let group = 0; group < count; group += 1) if (waits[group] === 0) heap.push(group)
  const rest = Int32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b)
  let at = 0
  for (let filled = 0; filled < count; ) {
    let group = heap.pop()
    if (group < 0) {
      while (isTaken[rest[at]!] === 1) at += 1
      group = rest[at]!
    }
    if (isTaken[group] === 1) continue
    isTaken[group] = 1
    order[filled] = group
    filled += 1
    for (const next of after[group]!) {
      waits[next]! -= 1
      if (waits[next] === 0) heap.push(next)
    }
  }
  return order
}

/** The least key first; of equal keys the least number. */
class KeyHeap {
  readonly #keys: Float64Array
  readonly #items: number[] = []

  constructor(keys: Float64Array) {
    this.#keys = keys
  }

  push(item: number): void {
    const items = this.#items
    let at = items.push(item) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!this.#isBefore(item, items[up]!)) break
      items[at] = items[up]!
      at = up
    }
    items[at] = item
  }

  /** -1 where there is none. */
  pop(): number {
    const items = this.#items
    const top = items[0]
    const last = items.pop()
    if (top === undefined || last === undefined) return -1
    const count = items.length
    if (count === 0) return top
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= count) break
      if (down + 1 < count && this.#isBefore(items[down + 1]!, items[down]!)) down += 1
      if (!this.#isBefore(items[down]!, last)) break
      items[at] = items[down]!
      at = down
    }
    items[at] = last
    return top
  }

  #isBefore(a: number, b: number): boolean {
    return this.#keys[a]! < this.#keys[b]! || (this.#keys[a] === this.#keys[b] && a < b)
  }
}
