import type { CheckContext, Slot } from '../check/CheckContext.ts'
import { TRAVEL_TOLERANCE_MINUTES, wayOver } from '../check/travelGap.ts'
import { locationPosition, missionPosition, placePositions } from '../geo/locationPosition.ts'
import { lengthOf, type Path, pathOf, pointAlong } from '../geo/path.ts'
import type { Instant, Position } from '../records/common.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import type { Leg, Track } from './Track.ts'
import { locationAt } from './unitStates.ts'

/** A mission that binds the unit, or a dated location: where it is said to be at a time. */
interface Stay {
  readonly from: Instant
  readonly mission: Mission | null
  readonly missionEnd: Instant
  /** Recovery after the mission included. */
  readonly to: Instant
  readonly path: Path
}

/**
 * Where a unit is by its own missions, dated locations and home; no legs before the first of them where its home is not
 * known. Between two stays it rests at the first and leaves in time for the second, or as soon as it can; after the last
 * mission it goes back to where its dated location says. A dated location is a fact: the unit is there at that time,
 * whatever mission that cuts short. Of a unit that splits, the first mission begun leads; others at the time are its teams'.
 */
export function trackOfOwn(context: CheckContext, unit: Unit): Track {
  const writer = new TrackWriter(context, unit)
  for (const stay of staysOf(context, unit)) {
    if (stay.mission === null) writer.standAt(stay)
    else if (!unit.splittable || stay.from >= writer.freeFrom) writer.goOn(stay, stay.mission)
  }
  return { legs: writer.end() }
}

function staysOf(context: CheckContext, unit: Unit): Stay[] {
  const { plan } = context
  const stays = context.scheduleOf(unit.id).flatMap((slot) => {
    const path = pathOfMission(context, slot.mission)
    return path === null ? [] : [stayOn(context, slot, path)]
  })
  if (unit.states.location.length === 0) return stays
  for (const state of unit.states.location) {
    const at = Number.isFinite(state.from) ? locationPosition(plan, state.at) : null
    if (at === null) continue
    stays.push({ from: state.from, mission: null, missionEnd: state.from, to: state.from, path: pathOf([at]) })
  }
  // At the same time the location goes first: from there the unit sets out.
  return stays.sort((a, b) => a.from - b.from || Number(a.mission !== null) - Number(b.mission !== null))
}

const stayOn = (context: CheckContext, slot: Slot, path: Path): Stay => ({
  from: context.toInstant(slot.start),
  mission: slot.mission,
  missionEnd: context.toInstant(slot.missionEnd),
  to: context.toInstant(slot.end),
  path,
})

function pathOfMission(context: CheckContext, mission: Mission): Path | null {
  const place = mission.places[0]
  if (place?.shape === 'line') {
    const points = placePositions(context.plan, place)
    return points.length === 0 ? null : pathOf(points)
  }
  const at = missionPosition(context.plan, mission)
  return at === null ? null : pathOf([at])
}

const START = Number.NEGATIVE_INFINITY
const END = Number.POSITIVE_INFINITY

/** Writes the legs of one unit in the order of its stays. */
class TrackWriter {
  readonly #context: CheckContext
  readonly #unit: Unit
  readonly #legs: Leg[] = []
  /** Where it rests now, and since when. */
  #at: Position | null
  #since: Instant = START
  /** When it may leave. */
  #free: Instant = START
  /** The mission it comes from. */
  #last: Mission | null = null

  constructor(context: CheckContext, unit: Unit) {
    this.#context = context
    this.#unit = unit
    this.#at = locationPosition(context.plan, unit.home)
  }

  get freeFrom(): Instant {
    return this.#free
  }

  goOn(stay: Stay, mission: Mission): void {
    const [entry] = stay.path.points
    if (entry === undefined) return
    const way = this.#wayTo(entry, mission)
    const minutes = way === null ? 0 : way.minutes
    const leave = Math.max(this.#free, stay.from - minutes * 60_000)
    const arrive = leave + minutes * 60_000
    const isLate = !this.#unit.splittable && arrive - stay.from > TRAVEL_TOLERANCE_MINUTES * 60_000
    const reached = isLate ? arrive : stay.from
    this.#rest(leave)
    if (this.#at !== null && way !== null && way.km > 0 && leave < reached) {
      this.#write('way', leave, reached, pathOf([this.#at, entry]), mission, way.mode, isLate)
    }
    if (stay.missionEnd > reached) this.#write('mission', reached, stay.missionEnd, stay.path, mission, null, isLate)
    this.#at = stay.path.points.at(-1) ?? entry
    this.#since = Math.max(reached, stay.missionEnd)
    this.#free = Math.max(reached, stay.to)
    this.#last = mission
  }

  standAt(stay: Stay): void {
    const [place] = stay.path.points
    if (place === undefined) return
    const way = this.#wayTo(place, null)
    if (this.#at !== null && way !== null && way.km > 0) {
      const wanted = stay.from - way.minutes * 60_000
      const leave = Math.max(Math.min(this.#free, stay.from), wanted)
      const isLate = leave - wanted > TRAVEL_TOLERANCE_MINUTES * 60_000
      this.#rest(leave)
      if (leave < stay.from) this.#write('way', leave, stay.from, pathOf([this.#at, place]), null, way.mode, isLate)
    } else this.#rest(stay.from)
    this.#at = place
    this.#since = stay.from
    this.#free = stay.from
    this.#last = null
  }

  /** Closes the track: back to its place after a last mission, and there for good. */
  end(): readonly Leg[] {
    const base = this.#last === null ? null : this.#base()
    const way = base === null ? null : this.#wayTo(base, null)
    if (this.#at !== null && base !== null && way !== null && way.km > 0) {
      const arrive = this.#free + way.minutes * 60_000
      this.#rest(this.#free)
      this.#write('way', this.#free, arrive, pathOf([this.#at, base]), null, way.mode, false)
      this.#at = base
      this.#since = arrive
    }
    this.#rest(END)
    return this.#legs
  }

  #base(): Position | null {
    return locationPosition(this.#context.plan, locationAt(this.#unit, this.#free))
  }

  #wayTo(to: Position, mission: Mission | null) {
    return this.#at === null ? null : wayOver(this.#context, this.#unit, [this.#at, to], this.#last, mission)
  }

  #rest(until: Instant): void {
    if (this.#at === null || !(until > this.#since)) return
    this.#write('rest', this.#since, until, pathOf([this.#at]), null, null, false)
  }

  /** What was written for later than the leg begins is cut off: a fact has come between. */
  #write(
    kind: Leg['kind'],
    from: Instant,
    to: Instant,
    path: Path,
    mission: Mission | null,
    mode: Leg['mode'],
    isLate: boolean,
  ): void {
    for (let last = this.#legs.at(-1); last !== undefined && last.to > from; last = this.#legs.at(-1)) {
      this.#legs.pop()
      if (last.from >= from) continue
      this.#legs.push({ ...last, to: from, path: cut(last, from) })
    }
    this.#legs.push({ kind, from, to, path, mission: mission?.id ?? null, mode, isLate, followed: null })
  }
}

/** The part of a leg's path up to an instant. */
function cut(leg: Leg, at: Instant): Path {
  const { points, km } = leg.path
  if (points.length < 2) return leg.path
  const share = (at - leg.from) / (leg.to - leg.from)
  const gone = lengthOf(leg.path) * share
  return pathOf([...points.filter((_, i) => (km[i] ?? 0) < gone), pointAlong(leg.path, share)])
}
