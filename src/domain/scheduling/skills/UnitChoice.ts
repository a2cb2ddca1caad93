import type { SkillModel } from './SkillModel.ts'

/** Chooses units for the needs of one activity, cheap ones first: the set chosen is the cheapest there is. */
export class UnitChoice {
  /** Units chosen in the last call, and the need (counted from the activity's first) that each fills. */
  readonly units: Int32Array
  readonly need: Int32Array
  count = 0
  readonly #model: SkillModel
  readonly #left: Int32Array
  readonly #seen: Uint8Array

  constructor(model: SkillModel) {
    this.#model = model
    this.units = new Int32Array(model.units)
    this.need = new Int32Array(model.units)
    const most = model.firstNeed.reduce((high, first, j) => Math.max(high, first - (model.firstNeed[j - 1] ?? 0)), 1)
    this.#left = new Int32Array(most)
    this.#seen = new Uint8Array(most)
  }

  /** `order`: units, cheapest first; `free`: bits of those that may be taken. False when they do not suffice. */
  choose(activity: number, order: Int32Array, free: Int32Array): boolean {
    const { firstNeed, quantity, total, anyOf, words } = this.#model
    const first = firstNeed[activity]!
    const needs = firstNeed[activity + 1]! - first
    for (let k = 0; k < needs; k += 1) this.#left[k] = quantity[first + k]!
    this.count = 0
    const wanted = total[activity]!
    for (let i = 0; i < order.length && this.count < wanted; i += 1) {
      const unit = order[i]!
      const word = unit >> 5
      if (((free[word]! & anyOf[activity * words + word]!) >>> (unit & 31)) & 1) {
        this.#seen.fill(0, 0, needs)
        this.units[this.count] = unit
        if (this.#fit(this.count, first, needs)) this.count += 1
      }
    }
    return this.count === wanted
  }

  /** Gives the chosen unit at `index` a need, moving others to further needs where that makes room. */
  #fit(index: number, first: number, needs: number): boolean {
    const { capable, words } = this.#model
    const unit = this.units[index]!
    const bit = unit & 31
    for (let k = 0; k < needs; k += 1) {
      if (this.#left[k] === 0 || ((capable[(first + k) * words + (unit >> 5)]! >>> bit) & 1) === 0) continue
      this.#left[k]! -= 1
      this.need[index] = k
      return true
    }
    for (let k = 0; k < needs; k += 1) {
      if (this.#seen[k] === 1 || ((capable[(first + k) * words + (unit >> 5)]! >>> bit) & 1) === 0) continue
      this.#seen[k] = 1
      for (let other = 0; other < this.count; other += 1) {
        if (other === index || this.need[other] !== k || !this.#fit(other, first, needs)) continue
        this.need[index] = k
        return true
      }
    }
    return false
  }
}
