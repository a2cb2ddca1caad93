import type { RecordOf } from '../src/domain/records/catalog.ts'
import { DAY, HOUR } from '../src/domain/time/planTime.ts'

type MissionType = RecordOf<'mission-type'>

/** A mission that another needs, by its start against that one's. */
interface Tied {
  readonly type: MissionType
  readonly offset: number
}

/** 0800 by local clocks, counted from H-hour at 0600. */
const MORNING = 2 * HOUR
/** 2200 of the day of the first full moon of 2023, 6 January, and the days from one to the next. */
const FULL_MOON = 3 * DAY + 16 * HOUR
const MOON_DAYS = 29.530589
/** 1 September, when the rivers rise again, and a month before they are low. */
const HIGH_WATER = 241 * DAY
const LOW_WATER = 118 * DAY

/**
 * The first start from a time on, minutes from the H-hour of a generated plan, at which the light and the rivers suit a
 * mission and those tied to it; where that is later than `last`, the time itself.
 */
export function suitedStart(type: MissionType, tied: readonly Tied[], from: number, last: number): number {
  const { light, minIlluminationPercent, avoids } = type.constraints
  const byDay = light === 'day' ? 0 : tied.find((t) => t.type.constraints.light === 'day')?.offset
  let start = from
  if (avoids.includes('low-water') && start > LOW_WATER && start < HIGH_WATER) start = HIGH_WATER
  if (byDay !== undefined) start += toNext(MORNING - byDay - start, DAY)
  else if (minIlluminationPercent !== null) start = nextFullMoon(start)
  return start > last ? from : start
}

function nextFullMoon(from: number): number {
  let turn = Math.floor((from - FULL_MOON) / DAY / MOON_DAYS)
  const night = (): number => FULL_MOON + Math.round(turn * MOON_DAYS) * DAY
  while (night() < from) turn += 1
  return night()
}

const toNext = (minutes: number, period: number): number => ((minutes % period) + period) % period
