import type { Position } from '../../../../domain/records/common.ts'
import { lightAt, type LightKind, lightOfDay, localDay } from '../../../../domain/time/light.ts'
import { DAY, toInstant, toRelative } from '../../../../domain/time/planTime.ts'
import type { Span } from './timeWindow.ts'

interface Stretch extends Span {
  readonly kind: LightKind
}

/** Sun and moon over a span, minutes from H-hour. */
export interface LightTrack {
  /** Empty where days are too narrow to be told apart. */
  readonly bands: Stretch[]
  /** Day by day, or while it is up, with the lit share of its disc. */
  readonly moons: (Span & { readonly fraction: number })[]
}

/** Narrower days than this show the moon alone. */
const LEAST_DAY_PX = 5

/** Fills the track a day at a step: a day takes up to a millisecond. */
export function* lightTrack(
  track: LightTrack,
  position: Position,
  span: Span,
  width: number,
  { hHour, timeZone }: { readonly hHour: number; readonly timeZone: string },
): Generator<void> {
  const hasBands = (DAY * width) / (span.to - span.from) >= LEAST_DAY_PX
  const minutes = ({ from, to }: Span): Span => ({ from: toRelative(from, hHour), to: toRelative(to, hHour) })
  const last = toInstant(span.to, hHour)
  for (let at = toInstant(span.from, hHour); at < last; ) {
    const day = localDay(at, timeZone)
    if (hasBands) {
      const light = lightOfDay(position, at, timeZone)
      for (const band of light?.bands ?? []) track.bands.push({ ...minutes(band), kind: band.kind })
      for (const up of light?.moonUp ?? []) track.moons.push({ ...minutes(up), fraction: light?.moon.fraction ?? 0 })
    } else {
      const now = lightAt(position, (day.from + day.to) / 2)
      if (now !== null) track.moons.push({ ...minutes(day), fraction: now.fraction })
    }
    at = day.to
    yield
  }
}
