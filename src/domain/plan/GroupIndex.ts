/**
 * Values grouped under keys, kept up to date one value at a time. Lists are replaced when they change, so a list
 * that was handed out never changes under its reader; within one batch a list is copied once only.
 */
export class GroupIndex<V> {
  readonly #keysOf: (value: V) => readonly string[]
  readonly #lists = new Map<string, V[]>()
  #owned = new Set<string>()

  constructor(keysOf: (value: V) => readonly string[]) {
    this.#keysOf = keysOf
  }

  /** Begins a batch: lists handed out so far are not changed any more. */
  begin(): void {
    if (this.#owned.size > 0) this.#owned = new Set()
  }

  get(key: string): readonly V[] {
    if (this.#owned.size > 0) this.#owned.delete(key)
    return this.#lists.get(key) ?? NONE
  }

  add(value: V): void {
    for (const key of this.#keysOf(value)) {
      const list = this.#own(key)
      if (!list.includes(value)) list.push(value)
    }
  }

  remove(value: V): void {
    for (const key of this.#keysOf(value)) {
      const list = this.#own(key)
      const at = list.lastIndexOf(value)
      if (at >= 0) list.splice(at, 1)
      if (list.length === 0) this.#lists.delete(key)
    }
  }

  /** Keeps the place in the list under keys that both values have. */
  replace(from: V, to: V): void {
    const after = this.#keysOf(to)
    for (const key of this.#keysOf(from)) {
      const list = this.#own(key)
      const at = list.indexOf(from)
      if (after.includes(key)) {
        if (at >= 0) list[at] = to
      } else {
        if (at >= 0) list.splice(at, 1)
        if (list.length === 0) this.#lists.delete(key)
      }
    }
    this.add(to)
  }

  /** Bulk load into an empty index: no checks for repeats. */
  load(values: Iterable<V>): void {
    for (const value of values) {
      for (const key of this.#keysOf(value)) {
        const list = this.#lists.get(key)
        if (list === undefined) this.#lists.set(key, [value])
        else if (list.at(-1) !== value) list.push(value)
      }
    }
  }

  #own(key: string): V[] {
    const list = this.#lists.get(key)
    if (list !== undefined && this.#owned.has(key)) return list
    const copy = list === undefined ? [] : [...list]
    this.#lists.set(key, copy)
    this.#owned.add(key)
    return copy
  }
}

const NONE: readonly never[] = Object.freeze([])
