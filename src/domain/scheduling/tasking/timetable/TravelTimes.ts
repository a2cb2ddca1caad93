import { wayBetween } from '../../../check/travelGap.ts'
import type { Mission } from '../../../records/mission.ts'
import type { TimetableContext } from './TimetableContext.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

/** Room for the number of a mission in a key. */
const MOST_MISSIONS = 4_194_304

type Place = Pick<Booked, 'mission' | 'no'>

/** Minutes from mission to mission as the check counts them, worked out once for all units that get about alike. */
export class TravelTimes {
  readonly #context: TimetableContext
  readonly #byMeans = new Map<string, Map<number, number>>()
  readonly #ofUnit = new Map<UnitStays, Map<number, number>>()
  readonly #ownOfUnit = new Map<UnitStays, Map<number, number>>()

  constructor(context: TimetableContext) {
    this.#context = context
  }

  /** Not a number where the way is not known. */
  minutes(stays: UnitStays, from: Place, to: Place): number {
    const times =
      isCarried(from.mission, 'extraction') || isCarried(to.mission, 'insertion')
        ? this.#own(stays)
        : this.#shared(stays)
    const key = from.no * MOST_MISSIONS + to.no
    const known = times.get(key)
    if (known !== undefined) return known
    const minutes = wayBetween(this.#context, stays.unit, from.mission, to.mission)?.minutes ?? Number.NaN
    times.set(key, minutes)
    return minutes
  }

  #shared(stays: UnitStays): Map<number, number> {
    let times = this.#ofUnit.get(stays)
    if (times !== undefined) return times
    const means = JSON.stringify(stays.unit.mobility)
    times = this.#byMeans.get(means) ?? new Map<number, number>()
    this.#byMeans.set(means, times)
    this.#ofUnit.set(stays, times)
    return times
  }

  #own(stays: UnitStays): Map<number, number> {
    const times = this.#ownOfUnit.get(stays) ?? new Map<number, number>()
    this.#ownOfUnit.set(stays, times)
    return times
  }
}

const isCarried = ({ enablers }: Mission, kind: 'insertion' | 'extraction'): boolean =>
  enablers.some((tie) => tie.kind === kind)
