import type { CheckContext } from '../../../check/CheckContext.ts'
import { judgedSpan, lightMisfit } from '../../../check/lightMisfit.ts'
import type { Position } from '../../../records/common.ts'
import type { MissionType } from '../../../records/missionType.ts'
import { altitudeOf, isInEphemeris } from '../../../time/ephemeris.ts'
import { sunPassages } from '../../../time/light.ts'
import { DAY } from '../../../time/planTime.ts'
import { type StartSpan, startsWithin } from './StartSpan.ts'

/** As tolerant as the check is about a twilight, degrees; a little less, for rounding. */
const TOLERANCE = 0.09
/** Where the moon counts only starts so far apart are looked at, minutes. */
const MOON_STEP = 15
/** Days looked through for a start: over a turn of the year and more. */
const MOST_DAYS = 800

/** Starts at which the light of one place suits a type and a duration, worked out by the day as they are asked for. */
export class LightStarts {
  readonly #context: CheckContext
  readonly #constraints: MissionType['constraints']
  readonly #position: Position
  readonly #minutes: number
  /** Minutes from the start whose light counts. */
  readonly #judged: number
  readonly #days = new Map<number, readonly StartSpan[]>()

  constructor(context: CheckContext, constraints: MissionType['constraints'], position: Position, minutes: number) {
    this.#context = context
    this.#constraints = constraints
    this.#position = position
    this.#minutes = minutes
    const judged = judgedSpan(context, { start: 0, end: minutes })
    this.#judged = judged.end - judged.start
  }

  /** As the check sees it. */
  suits(start: number): boolean {
    const span = { start, end: start + this.#minutes }
    return lightMisfit(this.#context, this.#constraints, this.#position, span) === null
  }

  /** The first suiting start from one on up to another; infinite where there is none, or none within two years. */
  next(from: number, until: number): number {
    const first = Math.floor(from / DAY)
    for (let day = first; day < first + MOST_DAYS && day * DAY <= until; day += 1) {
      for (const span of this.#startsOn(day)) {
        if (span.last < from) continue
        const start = Math.max(from, span.first)
        return start <= until ? start : Number.POSITIVE_INFINITY
      }
    }
    return Number.POSITIVE_INFINITY
  }

  #startsOn(day: number): readonly StartSpan[] {
    const known = this.#days.get(day)
    if (known !== undefined) return known
    const starts = this.#workOut(day * DAY)
    this.#days.set(day, starts)
    return starts
  }

  #workOut(from: number): readonly StartSpan[] {
    const context = this.#context
    const last = from + DAY - 1
    const [begin, end] = [context.toInstant(from), context.toInstant(last + this.#judged)]
    if (!isInEphemeris(this.#position, begin) || !isInEphemeris(this.#position, end)) {
      return this.suits(from) && this.suits(last) ? startsWithin(from, last) : []
    }
    const { light, minIlluminationPercent } = this.#constraints
    if ((minIlluminationPercent ?? 0) > 0) return this.#moonStarts(from, last)
    if (light === 'any') return startsWithin(from, last)
    const isDay = light === 'day'
    const limit = -context.lightLimitDegrees + (isDay ? -TOLERANCE : TOLERANCE)
    const starts: StartSpan[] = []
    let since = altitudeOf('sun', this.#position, begin) >= limit === isDay ? begin : null
    const close = (until: number): void => {
      if (since === null) return
      const one = Math.max(from, Math.ceil(context.toRelative(since)))
      const other = Math.min(last, Math.floor(context.toRelative(until)) - this.#judged)
      if (one <= other && this.suits(one) && this.suits(other)) starts.push({ first: one, last: other })
    }
    for (const turn of sunPassages(this.#position, limit, begin, end)) {
      if (turn.isRising === isDay) since = turn.at
      else {
        close(turn.at)
        since = null
      }
    }
    close(end)
    return starts
  }

  #moonStarts(from: number, last: number): readonly StartSpan[] {
    const starts: StartSpan[] = []
    for (let start = from; start <= last; start += MOON_STEP) {
      if (this.suits(start)) starts.push({ first: start, last: start })
    }
    return starts
  }
}
