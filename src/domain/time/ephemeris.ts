import { Body, GeoVector, MakeTime, Rotation_EQJ_EQD, RotateVector, SiderealTime } from 'astronomy-engine'
import type { Instant, Position } from '../records/common.ts'

export type Luminary = 'sun' | 'moon'

/**
 * Where sun and moon stand as seen from the centre of the Earth, and how far it has turned, every three hours: in between
 * a straight line is off by less than a second of time, and a thousand times cheaper than the theory of the moon.
 */
interface Node {
  /** Equator and equinox of date, astronomical units. */
  readonly sun: Vector
  readonly moon: Vector
  /** Apparent sidereal time at Greenwich, radians. */
  readonly turned: number
}

type Vector = readonly [x: number, y: number, z: number]

const DAY_MS = 86_400_000
const STEP_MS = DAY_MS / 8
const MOST_NODES = 40_000
const nodes = new Map<number, Node>()

/** The theory is fitted to some centuries around 2000; beyond these there is no answer. */
const FIRST_INSTANT = Date.UTC(1800, 0, 1)
const LAST_INSTANT = Date.UTC(2200, 0, 1)

const RADIANS = Math.PI / 180
const AU_KM = 149_597_870.7
const RADIUS_AU: Readonly<Record<Luminary, number>> = { sun: 695_700 / AU_KM, moon: 1_738.1 / AU_KM }
/** WGS 84. */
const EQUATOR_AU = 6_378.137 / AU_KM
const FLATTENED = (1 - 1 / 298.257223563) ** 2
/** Radians the Earth turns against the stars in a millisecond. */
const TURN_PER_MS = (2 * Math.PI * 1.00273790935) / 86_400_000
/** What the air lifts at the horizon: 34 minutes of arc, by convention. */
const LIFT_DEGREES = 34 / 60

/** Whether sun and moon are known for a position and an instant (epoch ms): 1800 to 2199. */
export function isInEphemeris([lon, lat]: Position, instant: Instant): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && instant >= FIRST_INSTANT && instant < LAST_INSTANT
}

/** Height of the centre above the horizon of a place at sea level, degrees, without the air's refraction. */
export function altitudeOf(body: Luminary, position: Position, instant: Instant): number {
  return sight(body, position, instant)[0]
}

/** Height of the upper limb as it is seen at the horizon, degrees: 0 at rise and set. */
export function limbAltitudeOf(body: Luminary, position: Position, instant: Instant): number {
  const [altitude, distance] = sight(body, position, instant)
  return altitude + LIFT_DEGREES + Math.asin(RADIUS_AU[body] / distance) / RADIANS
}

/** Lit share of the moon's disc, 0 to 1. */
export function moonFraction(instant: Instant): number {
  const [mx, my, mz] = vectorAt('moon', instant)
  const [sx, sy, sz] = vectorAt('sun', instant)
  const [x, y, z] = [sx - mx, sy - my, sz - mz]
  const cosine = -(x * mx + y * my + z * mz) / (Math.hypot(x, y, z) * Math.hypot(mx, my, mz))
  return (1 + cosine) / 2
}

/** When the sun stands lowest (at midnight) or highest (at noon) over a place between two instants, within seconds. */
export function sunTurns([lon]: Position, from: Instant, to: Instant, end: 'low' | 'high'): Instant[] {
  const [x, y] = vectorAt('sun', from)
  const at = Math.floor(from / STEP_MS)
  const hour = node(at).turned + (from - at * STEP_MS) * TURN_PER_MS + lon * RADIANS - Math.atan2(y, x)
  const goal = end === 'low' ? Math.PI : 0
  const whole = 2 * Math.PI
  const left = ((((goal - hour) % whole) + whole) % whole) / whole
  const turns: Instant[] = []
  for (let turn = from + left * DAY_MS; turn < to; turn += DAY_MS) turns.push(turn)
  return turns
}

/** Altitude in degrees and distance in astronomical units, from a place on the ground. */
function sight(body: Luminary, [lon, lat]: Position, instant: Instant): readonly [altitude: number, distance: number] {
  const [cosLat, sinLat] = [Math.cos(lat * RADIANS), Math.sin(lat * RADIANS)]
  const at = Math.floor(instant / STEP_MS)
  const hour = node(at).turned + (instant - at * STEP_MS) * TURN_PER_MS + lon * RADIANS
  const [east, north] = [cosLat * Math.cos(hour), cosLat * Math.sin(hour)]
  const curve = EQUATOR_AU / Math.sqrt(cosLat * cosLat + FLATTENED * sinLat * sinLat)
  const [gx, gy, gz] = vectorAt(body, instant)
  const [x, y, z] = [gx - curve * east, gy - curve * north, gz - curve * FLATTENED * sinLat]
  const distance = Math.sqrt(x * x + y * y + z * z)
  const sine = (x * east + y * north + z * sinLat) / distance
  return [Math.asin(Math.min(1, Math.max(-1, sine))) / RADIANS, distance]
}

function vectorAt(body: Luminary, instant: Instant): Vector {
  const at = Math.floor(instant / STEP_MS)
  const share = instant / STEP_MS - at
  const [before, after] = [node(at)[body], node(at + 1)[body]]
  return [
    before[0] + (after[0] - before[0]) * share,
    before[1] + (after[1] - before[1]) * share,
    before[2] + (after[2] - before[2]) * share,
  ]
}

function node(at: number): Node {
  const known = nodes.get(at)
  if (known !== undefined) return known
  const time = MakeTime(new Date(at * STEP_MS))
  const turn = Rotation_EQJ_EQD(time)
  const seen = (body: Body): Vector => {
    const { x, y, z } = RotateVector(turn, GeoVector(body, time, true))
    return [x, y, z]
  }
  const turned = (SiderealTime(time) * Math.PI) / 12
  const made = { sun: seen(Body.Sun), moon: seen(Body.Moon), turned }
  if (nodes.size >= MOST_NODES) nodes.clear()
  nodes.set(at, made)
  return made
}
