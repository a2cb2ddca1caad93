import { type Figure, kmApart } from '../geo/kmApart.ts'
import { placePositions } from '../geo/locationPosition.ts'
import { isScheduled } from '../plan/missionTimes.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Assignment } from '../records/assignment.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import { DAY, HOUR } from '../time/planTime.ts'
import type { Span } from './CheckContext.ts'

/** A mission whose units fly, with when and where. */
export interface Flight extends Span {
  readonly mission: Mission
  readonly units: readonly Id<'unit'>[]
  readonly figures: readonly Figure[]
  /** Metres; infinite where no heights are stated. */
  readonly lowM: number
  readonly highM: number
  /** Of all its places, degrees. */
  readonly south: number
  readonly north: number
}

/** Ten years for the start and ten for the duration: as late as records allow, minutes. */
const LAST_END = 2 * 5_256_000

/** Flights are told apart by quarters of a day, minutes. */
const SLOT = 6 * HOUR

/** A flight over more days or bands than these stands beside the cells, not in each. */
const MOST_DAYS = 60
const MOST_BANDS = 20

/** A degree of latitude is this long at least. */
const DEGREE_KM = 110

/** Width of a band of latitude, degrees, unless the separation is wider. */
const LEAST_BAND = 0.1
const MOST_BANDS_IN_ALL = 2_048

/**
 * Flights by the quarters of days from H-hour and the bands of latitude that they touch, kept mission by mission, so that each is held
 * only against those of its quarters in its bands and the next.
 */
export class FlightIndex {
  readonly #plan: PlanReader
  readonly #separationKm: number
  /** Degrees. */
  readonly #band: number
  readonly #flights = new Map<Id<'mission'>, Flight>()
  readonly #cells = new Map<number, Set<Flight>>()
  readonly #wide = new Set<Flight>()

  /** Flights farther from each other than the separation may be left out of each other's neighbours. */
  constructor(plan: PlanReader, separationKm: number) {
    this.#plan = plan
    this.#separationKm = separationKm
    this.#band = Math.max(LEAST_BAND, Math.min(180, separationKm / DEGREE_KM))
    for (const id of missionsFlown(plan)) {
      const mission = plan.get(id)
      if (mission !== undefined) this.#add(mission)
    }
  }

  get(mission: Id<'mission'>): Flight | undefined {
    return this.#flights.get(mission)
  }

  /** Flights that meet a mission's in time and height and may be near it, its own not among them; each once. */
  beside(mission: Id<'mission'>): readonly Flight[] {
    const flight = this.#flights.get(mission)
    if (flight === undefined) return []
    const found: Flight[] = []
    for (const other of this.#wide) if (doMeet(flight, other)) found.push(other)
    if (this.#wide.has(flight)) {
      for (const other of this.#flights.values()) if (!this.#wide.has(other) && doMeet(flight, other)) found.push(other)
      return found
    }
    const firstSlot = slotOf(flight)
    const [firstBand, lastBand] = [this.#bandOf(flight.south) - 1, this.#bandOf(flight.north) + 1]
    for (let slot = firstSlot; slot * SLOT < flight.end; slot += 1) {
      for (let band = firstBand; band <= lastBand; band += 1) {
        const cell = this.#cells.get(keyOf(slot, band))
        if (cell === undefined) continue
        for (const other of cell) {
          if (!doMeet(flight, other)) continue
          // Two flights may share many cells; they meet in the first of them.
          const isFirst = slot === Math.max(firstSlot, slotOf(other))
          if (isFirst && band === Math.max(firstBand, this.#bandOf(other.south))) found.push(other)
        }
      }
    }
    return found
  }

  /** Whether two flights are nearer than the separation; how far, else null. */
  nearness(a: Flight, b: Flight): number | null {
    // The plane they are laid on is that of the first: it has to be the same one whoever asks.
    if (a.mission.id > b.mission.id) return this.nearness(b, a)
    if (Math.max(a.south - b.north, b.south - a.north) * DEGREE_KM >= this.#separationKm) return null
    let least = Number.POSITIVE_INFINITY
    for (const one of a.figures) for (const other of b.figures) least = Math.min(least, kmApart(one, other))
    return least < this.#separationKm ? least : null
  }

  /** To be called for each mission that may fly otherwise now, also for one that is gone. */
  refresh(id: Id<'mission'>): void {
    const flight = this.#flights.get(id)
    if (flight !== undefined) {
      this.#flights.delete(id)
      if (!this.#wide.delete(flight)) for (const key of this.#keysOf(flight)) this.#cells.get(key)?.delete(flight)
    }
    const mission = this.#plan.get(id)
    if (mission !== undefined) this.#add(mission)
  }

  #add(mission: Mission): void {
    const flight = flightOf(this.#plan, mission)
    if (flight === null) return
    this.#flights.set(mission.id, flight)
    const isLong = flight.end - flight.start > MOST_DAYS * DAY
    if (isLong || this.#bandOf(flight.north) - this.#bandOf(flight.south) >= MOST_BANDS) {
      this.#wide.add(flight)
      return
    }
    for (const key of this.#keysOf(flight)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, new Set([flight]))
      else cell.add(flight)
    }
  }

  #bandOf(latitude: number): number {
    return Math.floor((latitude + 90) / this.#band) + 1
  }

  #keysOf(flight: Flight): number[] {
    const keys: number[] = []
    const [first, last] = [this.#bandOf(flight.south), this.#bandOf(flight.north)]
    for (let slot = slotOf(flight); slot * SLOT < flight.end; slot += 1) {
      for (let band = first; band <= last; band += 1) keys.push(keyOf(slot, band))
    }
    return keys
  }
}

const keyOf = (slot: number, band: number): number => slot * MOST_BANDS_IN_ALL + band

const slotOf = ({ start }: Span): number => Math.floor(start / SLOT)

const doMeet = (a: Flight, b: Flight): boolean =>
  a.start < b.end && b.start < a.end && a.highM > b.lowM && b.highM > a.lowM && a !== b

/** A mission flies whose units, but for those in reserve, are of the air component, or which an aircraft unit leads. */
function flightOf(plan: PlanReader, mission: Mission): Flight | null {
  if (!isScheduled(mission)) return null
  const span = { start: mission.start, end: mission.start + mission.duration.likely }
  if (!(Math.abs(span.start) <= LAST_END && Math.abs(span.end) <= LAST_END)) return null
  const assignments = plan.indexes.assignmentsOfMission.get(mission.id)
  if (!assignments.some((assignment) => isFlown(plan, assignment))) return null
  const figures = mission.places
    .map((place) => ({ shape: place.shape, points: placePositions(plan, place) }))
    .filter((figure) => figure.points.length > 0)
  if (figures.length === 0) return null
  let [south, north] = [90, -90]
  for (const { points } of figures) {
    for (const [, latitude] of points) {
      south = Math.min(south, latitude)
      north = Math.max(north, latitude)
    }
  }
  const units = assignments.filter((a) => a.part !== 'reserve').map((a) => a.unit)
  const [lowM, highM] = [mission.airspace?.lowM ?? LOWEST, mission.airspace?.highM ?? HIGHEST]
  return { start: span.start, end: span.end, mission, units, figures, lowM, highM, south, north }
}

const [LOWEST, HIGHEST] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

function isFlown(plan: PlanReader, { unit: id, part }: Assignment): boolean {
  const unit = part === 'reserve' ? undefined : plan.get(id)
  if (unit === undefined) return false
  return isOfAir(plan, unit) || (part === 'supported' && hasAircraft(unit))
}

/** All missions that may fly, by way of the units that do: far fewer than there are missions. */
function missionsFlown(plan: PlanReader): ReadonlySet<Id<'mission'>> {
  const missions = new Set<Id<'mission'>>()
  for (const unit of plan.all('unit')) {
    if (!isOfAir(plan, unit) && !hasAircraft(unit)) continue
    for (const { mission } of plan.indexes.assignmentsOfUnit.get(unit.id)) missions.add(mission)
  }
  return missions
}

const isOfAir = (plan: PlanReader, { component }: Unit): boolean => plan.get(component)?.kind === 'air'

const hasAircraft = (unit: Unit): boolean =>
  unit.mobility.some(({ mode }) => mode === 'fixed-wing' || mode === 'rotary-wing')
