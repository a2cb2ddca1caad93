import type { Network } from './Network.ts'

/** Keys up to this are sorted by counting them. */
const MOST_COUNTED = 1 << 16

/** Lists of activities by key, predecessors first: one who waits for another takes the other's key when it is later. */
export class KeyOrder {
  readonly list: Int32Array
  readonly #network: Network
  readonly #counts = new Int32Array(MOST_COUNTED + 2)

  constructor(network: Network) {
    this.#network = network
    this.list = new Int32Array(network.count)
  }

  /** Fills `list`; raises keys in place. Keys are at least 0. `isBackward`: successors first. */
  sort(keys: Int32Array, isBackward: boolean): Int32Array {
    const most = isBackward ? this.#raiseBackward(keys) : this.#raiseForward(keys)
    const { list } = this
    const count = list.length
    if (most > MOST_COUNTED) {
      for (let i = 0; i < count; i += 1) list[i] = isBackward ? count - 1 - i : i
      // Stable, so that equal keys keep the order of precedence.
      return list.sort((a, b) => keys[a]! - keys[b]!)
    }
    const counts = this.#counts
    counts.fill(0, 0, most + 2)
    for (let j = 0; j < count; j += 1) counts[keys[j]! + 1]! += 1
    for (let k = 0; k <= most; k += 1) counts[k + 1]! += counts[k]!
    if (isBackward) for (let j = count - 1; j >= 0; j -= 1) list[counts[keys[j]!]!++] = j
    else for (let j = 0; j < count; j += 1) list[counts[keys[j]!]!++] = j
    return list
  }

  #raiseForward(keys: Int32Array): number {
    const { first, other } = this.#network.before
    let most = 0
    for (let j = 0; j < keys.length; j += 1) {
      let key = keys[j]!
      for (let k = first[j]!, end = first[j + 1]!; k < end; k += 1) {
        const earlier = keys[other[k]!]!
        if (earlier > key) key = earlier
      }
      keys[j] = key
      if (key > most) most = key
    }
    return most
  }

  #raiseBackward(keys: Int32Array): number {
    const { first, other } = this.#network.after
    let most = 0
    for (let j = keys.length - 1; j >= 0; j -= 1) {
      let key = keys[j]!
      for (let k = first[j]!, end = first[j + 1]!; k < end; k += 1) {
        const earlier = keys[other[k]!]!
        if (earlier > key) key = earlier
      }
      keys[j] = key
      if (key > most) most = key
    }
    return most
  }
}
