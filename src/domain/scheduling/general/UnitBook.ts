import type { Span, Travel, Unit } from '../Problem.ts'

/** What an activity asks of a unit's time. */
export type Job = Readonly<{ duration: number; place: number; sorties: number }>

/** Place of an activity, or of a unit, that is nowhere in particular. */
export const NOWHERE = -1

/** One unit's bookings in order of time, with the ways between them, its absences and its sorties. */
export class UnitBook {
  readonly #away: readonly Span[]
  readonly #home: number
  readonly #times: ArrayLike<number> | undefined
  readonly #places: number
  readonly #sortiesPerDay: number
  readonly #dayOf: (time: number) => number
  readonly #dayFrom: (day: number) => number
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #place: number[] = []
  readonly #flown = new Map<number, number>()

  constructor(unit: Unit, travel: Travel | undefined, dayLength: number, dayStart: number) {
    this.#away = unit.away ?? []
    this.#home = unit.home ?? NOWHERE
    this.#times = travel?.times[unit.mobility ?? 0]
    this.#places = travel?.places ?? 0
    this.#sortiesPerDay = unit.sortiesPerDay ?? Number.POSITIVE_INFINITY
    this.#dayOf = (time) => Math.floor((time - dayStart) / dayLength)
    this.#dayFrom = (day) => dayStart + day * dayLength
  }

  clear(): void {
    this.#from.length = 0
    this.#to.length = 0
    this.#place.length = 0
    this.#flown.clear()
  }

  /** The first time from `ready` on at which the unit can do the job; Infinity when there is none. */
  firstTime(ready: number, job: Job): number {
    let t = ready
    for (;;) {
      const next = this.#afterBookings(this.#afterAway(t, job.duration), job)
      const flown = this.#afterSorties(next, job.sorties)
      if (flown === t || flown === Number.POSITIVE_INFINITY) return flown
      t = flown
    }
  }

  book(start: number, { duration, place, sorties }: Job): void {
    const at = this.#indexAt(start)
    this.#from.splice(at, 0, start)
    this.#to.splice(at, 0, start + duration)
    this.#place.splice(at, 0, place)
    if (sorties > 0) this.#flown.set(this.#dayOf(start), (this.#flown.get(this.#dayOf(start)) ?? 0) + sorties)
  }

  /** Time on the way in all. */
  get travelled(): number {
    let sum = 0
    let at = this.#home
    for (const place of this.#place) {
      sum += this.#way(at, place)
      at = place
    }
    return sum
  }

  #way(from: number, to: number): number {
    if (!this.#times || from === NOWHERE || to === NOWHERE || from === to) return 0
    return this.#times[from * this.#places + to] ?? 0
  }

  /** Index of the first booking that starts after `time`. */
  #indexAt(time: number): number {
    let low = 0
    let high = this.#from.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#from[middle]! <= time) low = middle + 1
      else high = middle
    }
    return low
  }

  #afterAway(ready: number, duration: number): number {
    const away = this.#away
    let low = 0
    let high = away.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (away[middle]!.to <= ready) low = middle + 1
      else high = middle
    }
    let t = ready
    for (let i = low; i < away.length && away[i]!.from < t + Math.max(1, duration); i += 1) t = Math.max(t, away[i]!.to)
    return t
  }

  #afterBookings(ready: number, { duration, place }: Job): number {
    if (ready === Number.POSITIVE_INFINITY) return ready
    let t = ready
    for (let i = this.#indexAt(t); ; i += 1) {
      const before = i === 0 ? this.#way(this.#home, place) : this.#to[i - 1]! + this.#way(this.#place[i - 1]!, place)
      if (before > t) t = before
      if (i >= this.#from.length || t + duration + this.#way(place, this.#place[i]!) <= this.#from[i]!) return t
    }
  }

  #afterSorties(ready: number, sorties: number): number {
    if (sorties === 0 || ready === Number.POSITIVE_INFINITY) return ready
    if (sorties > this.#sortiesPerDay) return Number.POSITIVE_INFINITY
    let day = this.#dayOf(ready)
    let t = ready
    while ((this.#flown.get(day) ?? 0) + sorties > this.#sortiesPerDay) {
      day += 1
      t = this.#dayFrom(day)
    }
    return t
  }
}
