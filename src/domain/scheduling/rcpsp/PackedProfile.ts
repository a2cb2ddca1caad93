/** What one activity takes of a resource, and how much there is. */
type Amounts = readonly (readonly number[])[]

/**
 * Free amounts of several resources side by side in 32-bit words, each field with a guard bit above it, so that one
 * subtraction compares them all: a field that falls short takes its guard bit away.
 */
export type PackedProfile = Readonly<{
  words: number
  /** Guard bits of each word. */
  guard: Int32Array
  /** Everything free, guards set, of each word. */
  full: Int32Array
  /** `demand[word * count + activity]`. */
  demand: Int32Array
}>

/** `amounts[activity][resource]` and `capacities[resource]`: whole numbers below 2^31, amounts within capacities. */
export function packProfile(amounts: Amounts, capacities: readonly number[]): PackedProfile {
  const widths = capacities.map((capacity) => 33 - Math.clz32(capacity))
  const fields: { word: number; shift: number }[] = []
  const used: number[] = []
  for (const width of widths) {
    let word = used.findIndex((bits) => bits + width <= 32)
    if (word < 0) word = used.push(0) - 1
    const shift = used[word] ?? 0
    fields.push({ word, shift })
    used[word] = shift + width
  }
  const words = used.length
  const guard = new Int32Array(words)
  const full = new Int32Array(words)
  const demand = new Int32Array(words * amounts.length)
  fields.forEach(({ word, shift }, r) => {
    const top = 1 << (shift + (widths[r] ?? 1) - 1)
    guard[word]! |= top
    full[word]! |= top | ((capacities[r] ?? 0) << shift)
    amounts.forEach((row, j) => {
      demand[word * amounts.length + j]! |= (row[r] ?? 0) << shift
    })
  })
  return { words, guard, full, demand }
}
