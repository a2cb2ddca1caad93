/** Offsets of a zone, minutes east of UTC, kept per hour of time: asking Intl each time costs microseconds that add up. */
const cache = new Map<string, { readonly formatter: Intl.DateTimeFormat; readonly offsets: Map<number, number> }>()

const HOUR_MS = 3_600_000

/** Minutes that local time is ahead of UTC at an instant; 0 for a zone this machine does not know. */
export function offsetMinutes(timeZone: string, instant: number): number {
  const zone = zoneOf(timeZone)
  if (zone === null) return 0
  const hour = Math.floor(instant / HOUR_MS)
  const known = zone.offsets.get(hour)
  if (known !== undefined) return known
  const name = zone.formatter.formatToParts(instant).find((p) => p.type === 'timeZoneName')?.value ?? 'GMT'
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name)
  const minutes = match?.[1] === undefined ? 0 : Number(match[2]) * 60 + Number(match[3])
  const offset = match?.[1] === '-' ? -minutes : minutes
  if (zone.offsets.size > 50_000) zone.offsets.clear()
  zone.offsets.set(hour, offset)
  return offset
}

function zoneOf(timeZone: string) {
  const known = cache.get(timeZone)
  if (known !== undefined) return known
  try {
    const formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    const zone = { formatter, offsets: new Map<number, number>() }
    cache.set(timeZone, zone)
    return zone
  } catch {
    return null
  }
}

/** Military letter of an offset: R is UTC−5. Offsets that are no whole hour have none and are written as J, local. */
export function zoneLetter(offset: number): string {
  const hours = offset / 60
  if (!Number.isInteger(hours) || hours < -12 || hours > 12) return 'J'
  if (hours === 0) return 'Z'
  return hours > 0 ? ('ABCDEFGHIKLM'[hours - 1] ?? 'J') : ('NOPQRSTUVWXY'[-hours - 1] ?? 'J')
}

/** Offset in minutes of a zone letter; null for J, which means local. */
export function offsetOfLetter(letter: string): number | null {
  const upper = letter.toUpperCase()
  if (upper === 'Z') return 0
  const east = 'ABCDEFGHIKLM'.indexOf(upper)
  if (east >= 0) return (east + 1) * 60
  const west = 'NOPQRSTUVWXY'.indexOf(upper)
  return west >= 0 ? -(west + 1) * 60 : null
}
