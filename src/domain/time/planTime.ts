/** Minutes of one day. */
export const DAY = 1_440
export const HOUR = 60

/** Instant (epoch ms) of a planned time, minutes from H-hour. */
export const toInstant = (relative: number, hHour: number): number => hHour + relative * 60_000

/** Planned time, whole minutes from H-hour, of an instant (epoch ms). */
export const toRelative = (instant: number, hHour: number): number => Math.round((instant - hHour) / 60_000)

/** `D+42`: the day of a planned time, days of 24 h counted from H-hour. */
export function formatDayCount(relative: number): string {
  const days = Math.floor(relative / DAY)
  return days === 0 ? 'D' : days > 0 ? `D+${days}` : `D${days}`
}

/** `D+42 H+6:30`, `D-1 H+18`, `D+3`: day and hours after the turn of that day at H-hour. */
export function formatRelative(relative: number): string {
  const rest = ((relative % DAY) + DAY) % DAY
  if (rest === 0) return formatDayCount(relative)
  const minutes = rest % 60
  return `${formatDayCount(relative)} H+${Math.floor(rest / 60)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`
}

const PARTS = /^([DHM])(?:\s*([+-])\s*(\d{1,7})(?::([0-5]\d))?)?/i

/** Reads `D+2 H+3 M-5`, `D-1`, `H+18`, `D+42 H+6:30` as minutes from H-hour; null where it is none. */
export function parseRelative(text: string): number | null {
  let rest = text.trim()
  if (rest === '') return null
  let minutes = 0
  const seen = new Set<string>()
  while (rest !== '') {
    const match = PARTS.exec(rest)
    const unit = match?.[1]?.toUpperCase()
    if (match === null || unit === undefined || seen.has(unit)) return null
    seen.add(unit)
    const size = Number(match[3] ?? 0) * (unit === 'D' ? DAY : unit === 'H' ? HOUR : 1) + Number(match[4] ?? 0)
    if (match[4] !== undefined && unit !== 'H') return null
    minutes += match[2] === '-' ? -size : size
    const after = rest.slice(match[0].length)
    if (after !== '' && !/^\s/.test(after)) return null
    rest = after.trim()
  }
  return minutes
}

/** `6 h`, `2 d 3 h`, `45 min`: a span of minutes in few signs, the same in both languages. */
export function formatSpan(minutes: number): string {
  const total = Math.round(Math.abs(minutes))
  const days = Math.floor(total / DAY)
  const hours = Math.floor((total % DAY) / HOUR)
  const rest = total % HOUR
  const parts = [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : '']
  const text = parts
    .filter((p) => p !== '')
    .slice(0, 2)
    .join(' ')
  return `${minutes < 0 ? '-' : ''}${text === '' ? '0 min' : text}`
}
