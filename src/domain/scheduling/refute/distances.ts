import type { Network } from '../Network.ts'

/** `[a * count + b]`: least time from the start of a to the start of b; `NONE` where b does not wait for a. */
export type Distances = Int32Array

const NONE = -(2 ** 31)

export function findDistances({ count, before }: Network): Distances {
  const distances = new Int32Array(count * count).fill(NONE)
  for (let a = 0; a < count; a += 1) {
    const row = a * count
    distances[row + a] = 0
    for (let b = a + 1; b < count; b += 1) {
      for (let k = before.first[b]!; k < before.first[b + 1]!; k += 1) {
        const way = distances[row + before.other[k]!]!
        if (way !== NONE && way + before.delay[k]! > distances[row + b]!) distances[row + b] = way + before.delay[k]!
      }
    }
  }
  return distances
}

/** Whether precedence alone keeps two activities from running at once. */
export const isApart = (distances: Distances, duration: Int32Array, a: number, b: number): boolean =>
  distances[a * duration.length + b]! >= duration[a]! || distances[b * duration.length + a]! >= duration[b]!
