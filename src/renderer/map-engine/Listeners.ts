/** Who wants to hear of something. */
export class Listeners<T> {
  readonly #all = new Set<(told: T) => void>()

  get isEmpty(): boolean {
    return this.#all.size === 0
  }

  /** Gives what takes the listener off again. */
  add(listener: (told: T) => void): () => void {
    this.#all.add(listener)
    return () => void this.#all.delete(listener)
  }

  tell(told: T): void {
    for (const listener of this.#all) listener(told)
  }
}
