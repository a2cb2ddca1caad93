/** Seeded draws, the same on every machine: sfc32, by Chris Doty-Humphrey, public domain. */
export class Random {
  #a = 0
  #b = 0
  #c = 0
  #d = 1

  constructor(seed: number) {
    this.#a = seed | 0
    this.#b = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0
    this.#c = Math.floor(seed / 4_294_967_296) | 0
    for (let i = 0; i < 12; i += 1) this.bits()
  }

  /** 32 random bits, as a signed whole number. */
  bits(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + t) | 0
    return t
  }

  /** From 0 inclusive to 1 exclusive. */
  unit(): number {
    return (this.bits() >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to `count` - 1; 0 when `count` is 0. */
  below(count: number): number {
    return ((this.bits() >>> 0) * (count / 4_294_967_296)) | 0
  }
}
