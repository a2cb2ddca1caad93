import { offsetMinutes, offsetOfLetter, zoneLetter } from './zone.ts'

export type Language = 'es' | 'en'

const MONTHS: Record<Language, readonly string[]> = {
  es: ['ENE', 'FEB', 'MAR', 'ABR', 'MAY', 'JUN', 'JUL', 'AGO', 'SEP', 'OCT', 'NOV', 'DIC'],
  en: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
}

const two = (n: number): string => String(n).padStart(2, '0')

/**
 * Date-time group of an instant (epoch ms) in a zone: `141200R FEB 23`.
 * Form `DDHHMMZ MON YY`, zone R for Lima: https://en.wikipedia.org/wiki/Date-time_group
 */
export function formatDtg(instant: number, timeZone: string, language: Language): string {
  const offset = offsetMinutes(timeZone, instant)
  const local = new Date(instant + offset * 60_000)
  const month = MONTHS[language][local.getUTCMonth()] ?? ''
  const time = `${two(local.getUTCDate())}${two(local.getUTCHours())}${two(local.getUTCMinutes())}`
  return `${time}${zoneLetter(offset)} ${month} ${two(local.getUTCFullYear() % 100)}`
}

/** Day and month only, for axes: `14 FEB`. */
export function formatDay(instant: number, timeZone: string, language: Language): string {
  const local = new Date(instant + offsetMinutes(timeZone, instant) * 60_000)
  return `${two(local.getUTCDate())} ${MONTHS[language][local.getUTCMonth()] ?? ''}`
}

/** Month name of an instant and year, for axes: `FEB 23`. */
export function formatMonth(instant: number, timeZone: string, language: Language): string {
  const local = new Date(instant + offsetMinutes(timeZone, instant) * 60_000)
  return `${MONTHS[language][local.getUTCMonth()] ?? ''} ${two(local.getUTCFullYear() % 100)}`
}

/**
 * Reads a date-time group in either language, with or without spaces, the year with two or four digits; a missing year
 * is the one nearest to `near` (epoch ms). Letter J or none means `timeZone`. Null where it is none.
 */
export function parseDtg(text: string, timeZone: string, near: number): number | null {
  const match = /^\s*(\d{2})(\d{2})(\d{2})\s*([A-Z])?\s*([A-Z]{3})[A-Z]*\.?\s*(\d{4}|\d{2})?\s*$/i.exec(text)
  if (match === null) return null
  const [, day, hour, minute, letter, name, yearText] = match
  const month = monthOf(name ?? '')
  if (month < 0 || Number(hour) > 23 || Number(minute) > 59) return null
  const guess = new Date(near).getUTCFullYear()
  const years = yearText === undefined ? [guess - 1, guess, guess + 1] : [fullYear(yearText)]
  const instants = years.flatMap((year) => {
    const local = Date.UTC(year, month, Number(day), Number(hour), Number(minute))
    if (new Date(local).getUTCDate() !== Number(day)) return []
    const fixed = letter === undefined ? null : offsetOfLetter(letter)
    return [fixed === null ? fromLocal(local, timeZone) : local - fixed * 60_000]
  })
  instants.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
  return instants[0] ?? null
}

function monthOf(name: string): number {
  const upper = name.toUpperCase()
  const spanish = MONTHS.es.indexOf(upper)
  return spanish >= 0 ? spanish : MONTHS.en.indexOf(upper)
}

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : 2000 + Number(text))

/** Epoch ms of a wall-clock time of a zone, given as if it were UTC. */
export function fromLocal(localAsUtc: number, timeZone: string): number {
  const first = localAsUtc - offsetMinutes(timeZone, localAsUtc) * 60_000
  return localAsUtc - offsetMinutes(timeZone, first) * 60_000
}
