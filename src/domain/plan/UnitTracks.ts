import { CheckContext } from '../check/CheckContext.ts'
import { pathOf } from '../geo/path.ts'
import { isRecordOf } from '../records/catalog.ts'
import type { Instant } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { Diff } from './diff.ts'
import type { PlanReader } from './PlanDocument.ts'
import { type Leg, positionOn, type Track, type UnitPosition } from './Track.ts'
import { trackOfOwn } from './trackOfOwn.ts'

/** Superiors that a unit without a place of its own is looked for with; deeper trees than this are none. */
const MOST_LEVELS = 30

const NOWHERE: Track = Object.freeze({ legs: [] })
const NO_PATH = pathOf([])

/**
 * The tracks of a plan's units, each made when first asked for and kept until a change touches it. A unit with no place
 * of its own follows its superior at that time, until its first stay.
 */
export class UnitTracks {
  readonly #plan: PlanReader
  readonly #context: CheckContext
  readonly #own = new Map<Id, Track>()
  readonly #whole = new Map<Id, Track>()

  constructor(plan: PlanReader) {
    this.#plan = plan
    this.#context = new CheckContext(plan)
  }

  of(unit: Id<'unit'>): Track {
    const known = this.#whole.get(unit)
    if (known !== undefined) return known
    const record = this.#plan.get(unit)
    const track = record === undefined ? NOWHERE : this.#join(record)
    this.#whole.set(unit, track)
    return track
  }

  /** Where all units are at an instant, epoch ms; those that are nowhere known are left out. */
  positionsAt(instant: Instant): Map<Id<'unit'>, UnitPosition> {
    const found = new Map<Id<'unit'>, UnitPosition>()
    for (const { id } of this.#plan.all('unit')) {
      const position = positionOn(this.of(id), instant)
      if (position !== null) found.set(id, position)
    }
    return found
  }

  /** Forgets what a change the plan has already taken can touch. */
  update(diff: Diff): void {
    const both = [...diff.added, ...diff.removed, ...diff.updated.flat()]
    if (both.some((r) => isRecordOf('plan', r) || isRecordOf('place', r))) {
      this.#context.forgetAll()
      this.#own.clear()
      this.#whole.clear()
      return
    }
    const { indexes } = this.#plan
    const touched = new Set<Id<'unit'>>()
    const touchMission = (id: Id<'mission'>): void => {
      for (const { unit } of indexes.assignmentsOfMission.get(id)) touched.add(unit)
    }
    const touchCarried = (carrier: Id<'mission'>): void => {
      for (const { id } of indexes.missionsEnabledBy.get(carrier)) touchMission(id)
    }
    for (const record of both) {
      if (isRecordOf('mission', record)) {
        touchMission(record.id)
        touchCarried(record.id)
      } else if (isRecordOf('assignment', record)) {
        touched.add(record.unit)
        touchCarried(record.mission)
      } else if (isRecordOf('unit', record)) {
        touched.add(record.id)
        for (const { mission } of indexes.assignmentsOfUnit.get(record.id)) touchCarried(mission)
      }
    }
    this.#context.forget(touched, false)
    for (const id of touched) this.#own.delete(id)
    for (const id of this.#withAllBelow(touched)) this.#whole.delete(id)
  }

  /** Those below may follow, by any tie there ever is. */
  #withAllBelow(units: Iterable<Id<'unit'>>): Set<Id<'unit'>> {
    const found = new Set(units)
    for (const id of found) for (const below of this.#plan.indexes.subordinatesEver.get(id)) found.add(below.id)
    return found
  }

  #ownOf(unit: Unit): Track {
    const known = this.#own.get(unit.id)
    if (known !== undefined) return known
    const track = trackOfOwn(this.#context, unit)
    this.#own.set(unit.id, track)
    return track
  }

  #join(unit: Unit): Track {
    const own = this.#ownOf(unit)
    const first = own.legs[0]?.from ?? Number.POSITIVE_INFINITY
    if (first === Number.NEGATIVE_INFINITY) return own
    const following = this.#follow(unit, Number.NEGATIVE_INFINITY, first, MOST_LEVELS)
    return following.length === 0 ? own : { legs: [...following, ...own.legs] }
  }

  /** Legs behind the superiors of a unit over a time; where a superior has no place either, behind the one above it. */
  #follow(unit: Unit, from: Instant, to: Instant, levels: number): Leg[] {
    if (levels === 0 || !(from < to)) return []
    const turns = unit.states.superior.filter((s) => s.from > from && s.from < to).map((s) => s.from)
    const begins = [from, ...turns]
    return begins.flatMap((begin, i) => {
      const end = begins[i + 1] ?? to
      const state = unit.states.superior.findLast((s) => s.from <= begin)
      const superior = state === undefined ? unit.parent : state.unit
      const record = superior === null ? undefined : this.#plan.get(superior)
      if (record === undefined || record.id === unit.id) return []
      const followed = this.#ownOf(record)
      const known = Math.max(begin, followed.legs[0]?.from ?? Number.POSITIVE_INFINITY)
      const above = this.#follow(record, begin, Math.min(known, end), levels - 1)
      return known < end ? [...above, followLeg(known, end, followed)] : above
    })
  }
}

const followLeg = (from: Instant, to: Instant, followed: Track): Leg => ({
  kind: 'follow',
  from,
  to,
  path: NO_PATH,
  mission: null,
  mode: null,
  isLate: false,
  followed,
})
