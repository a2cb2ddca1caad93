import { MoonPhase } from 'astronomy-engine'
import type { Instant, Position } from '../records/common.ts'
import { fromLocal } from './dtg.ts'
import { altitudeOf, isInEphemeris, limbAltitudeOf, moonFraction } from './ephemeris.ts'
import { offsetMinutes } from './zone.ts'
import { type Zero, zerosOf } from './zeros.ts'

/** Sun above the horizon; down to 6° below it; down to 12°; lower. */
export type LightKind = 'day' | 'civil' | 'nautical' | 'night'

/** Heights of the sun's centre that end civil and nautical twilight, degrees. */
const CIVIL_DEGREES = -6
const NAUTICAL_DEGREES = -12

export const MOON_PHASES = [
  'new',
  'waxing-crescent',
  'first-quarter',
  'waxing-gibbous',
  'full',
  'waning-gibbous',
  'last-quarter',
  'waning-crescent',
] as const
export type MoonPhaseName = (typeof MOON_PHASES)[number]

interface Moon {
  /** Lit share of the disc, 0 to 1. */
  readonly fraction: number
  readonly phase: MoonPhaseName
  readonly isWaxing: boolean
}

export interface LightNow extends Moon {
  readonly kind: LightKind
  readonly isMoonUp: boolean
  /** Degrees above the horizon, of the centre, without refraction. */
  readonly sunAltitude: number
  readonly moonAltitude: number
}

interface Stretch {
  /** Epoch ms. */
  readonly from: Instant
  readonly to: Instant
}

/** Light of one local day, at sea level; null where the day has no such event. Instants in epoch ms. */
export interface LightDay extends Stretch {
  /** Begin of morning nautical and civil twilight; end of evening civil and nautical twilight. */
  readonly bmnt: Instant | null
  readonly bmct: Instant | null
  readonly sunrise: Instant | null
  readonly sunset: Instant | null
  readonly eect: Instant | null
  readonly eent: Instant | null
  readonly moonrise: Instant | null
  readonly moonset: Instant | null
  /** As the day begins. */
  readonly moon: Moon
  /** The whole day, band after band. */
  readonly bands: readonly (Stretch & { readonly kind: LightKind })[]
  readonly moonUp: readonly Stretch[]
}

/** Light at a place and an instant (epoch ms); null outside 1800 to 2199 or for a position that is none. */
export function lightAt(position: Position, instant: Instant): LightNow | null {
  if (!isInEphemeris(position, instant)) return null
  const sunAltitude = altitudeOf('sun', position, instant)
  const isSunUp = limbAltitudeOf('sun', position, instant) >= 0
  return {
    ...moonAt(instant),
    kind: isSunUp
      ? 'day'
      : sunAltitude >= CIVIL_DEGREES
        ? 'civil'
        : sunAltitude >= NAUTICAL_DEGREES
          ? 'nautical'
          : 'night',
    isMoonUp: limbAltitudeOf('moon', position, instant) >= 0,
    sunAltitude,
    moonAltitude: altitudeOf('moon', position, instant),
  }
}

/** Days of light kept: some years of one place. */
const MOST_DAYS = 4_000
const days = new Map<string, LightDay>()

/**
 * Light of the local day of a zone that holds an instant (epoch ms), for a position rounded to a hundredth of a degree
 * (1 km, 2 s of time); null outside 1800 to 2199 or for a position that is none.
 */
export function lightOfDay([lon, lat]: Position, instant: Instant, timeZone: string): LightDay | null {
  const position: Position = [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100]
  if (!isInEphemeris(position, instant)) return null
  const { from, to } = localDay(instant, timeZone)
  const key = `${position[0]} ${position[1]} ${from} ${to}`
  const known = days.get(key)
  if (known !== undefined) return known
  const made = makeDay(position, from, to)
  if (days.size >= MOST_DAYS) days.clear()
  days.set(key, made)
  return made
}

/** Midnight to midnight, as the clocks of a zone have it. */
export function localDay(instant: Instant, timeZone: string): Stretch {
  const local = new Date(instant + offsetMinutes(timeZone, instant) * 60_000)
  const day = (n: number): number =>
    fromLocal(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + n), timeZone)
  return { from: day(0), to: day(1) }
}

/** Passages of the sun's centre through a height (degrees) between two instants. */
export function sunPassages(position: Position, degrees: number, from: Instant, to: Instant): Zero[] {
  return zerosOf((t) => altitudeOf('sun', position, t) - degrees, from, to)
}

/** Rises and sets of the moon between two instants. */
export function moonPassages(position: Position, from: Instant, to: Instant): Zero[] {
  return zerosOf((t) => limbAltitudeOf('moon', position, t), from, to)
}

function makeDay(position: Position, from: Instant, to: Instant): LightDay {
  const nautical = sunPassages(position, NAUTICAL_DEGREES, from, to)
  const civil = sunPassages(position, CIVIL_DEGREES, from, to)
  const sun = zerosOf((t) => limbAltitudeOf('sun', position, t), from, to)
  const moon = moonPassages(position, from, to)
  const first = (list: readonly Zero[], isRising: boolean): Instant | null =>
    list.find((z) => z.isRising === isRising)?.at ?? null
  return {
    from,
    to,
    bmnt: first(nautical, true),
    bmct: first(civil, true),
    sunrise: first(sun, true),
    sunset: first(sun, false),
    eect: first(civil, false),
    eent: first(nautical, false),
    moonrise: first(moon, true),
    moonset: first(moon, false),
    moon: moonAt(from),
    bands: bandsOf(position, from, to, [
      ...nautical.map((z) => ({ at: z.at, kind: z.isRising ? ('nautical' as const) : ('night' as const) })),
      ...civil.map((z) => ({ at: z.at, kind: z.isRising ? ('civil' as const) : ('nautical' as const) })),
      ...sun.map((z) => ({ at: z.at, kind: z.isRising ? ('day' as const) : ('civil' as const) })),
    ]),
    moonUp: upBetween(moon, limbAltitudeOf('moon', position, from) >= 0, from, to),
  }
}

function bandsOf(
  position: Position,
  from: Instant,
  to: Instant,
  turns: { readonly at: Instant; readonly kind: LightKind }[],
): LightDay['bands'] {
  turns.sort((a, b) => a.at - b.at)
  const kinds = [{ at: from, kind: lightAt(position, from)?.kind ?? 'night' }, ...turns]
  return kinds
    .map(({ at, kind }, i) => ({ from: at, to: kinds[i + 1]?.at ?? to, kind }))
    .filter((band) => band.from < band.to)
}

/** Stretches of a time in which something is up, from its passages. */
function upBetween(passages: readonly Zero[], isUp: boolean, from: Instant, to: Instant): Stretch[] {
  const turns = [{ at: from, isRising: isUp }, ...passages]
  return turns.flatMap((turn, i) => (turn.isRising ? [{ from: turn.at, to: turns[i + 1]?.at ?? to }] : []))
}

/** Half of what the moon gains on the sun in a day: the days next to a quarter bear its name. */
const QUARTER_DEGREES = 6.1

function moonAt(instant: Instant): Moon {
  const angle = MoonPhase(new Date(instant))
  const quarter = Math.round(angle / 90)
  const isQuarter = Math.abs(angle - quarter * 90) <= QUARTER_DEGREES
  const index = isQuarter ? (quarter % 4) * 2 : Math.floor(angle / 90) * 2 + 1
  return { fraction: moonFraction(instant), phase: MOON_PHASES[index] ?? 'new', isWaxing: angle < 180 }
}
