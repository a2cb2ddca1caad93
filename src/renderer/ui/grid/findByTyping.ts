import { folded } from '../folded.ts'

/**
 * The next row whose text begins with what was typed, from the row in focus on and around the end; −1 for none. One
 * letter, alone or repeated, goes on from the following row, so that it walks through all that begin with it.
 */
export function findByTyping(typed: string, from: number, count: number, textAt: (index: number) => string): number {
  const wanted = folded(typed)
  const isOneLetter = wanted === wanted.slice(0, 1).repeat(wanted.length)
  const start = isOneLetter ? from + 1 : Math.max(from, 0)
  const prefix = isOneLetter ? wanted.slice(0, 1) : wanted
  for (let step = 0; step < count; step += 1) {
    const index = (start + step) % count
    if (folded(textAt(index).slice(0, prefix.length + 8)).startsWith(prefix)) return index
  }
  return -1
}
