import { err, ok, type Result } from '../../domain/result.ts'

/** `not-a-span`: in none of the forms, or without a unit; `too-long`: more than ten years. */
export type SpanFault = 'not-a-span' | 'too-long'

const MINUTES: Record<string, number> = { d: 1_440, h: 60, m: 1, min: 1 }
const PART = /^(\d{1,7}(?:[.,]\d{1,3})?)\s*(d|h|min|m)(?![a-z])\s*/i
const LONGEST = 5_256_000

/**
 * Whole minutes from `6 h`, `2 d 3 h`, `1,5 d`, `90 min`, `-30 min`. A bare number is refused: nobody could tell whether hours or days
 * were meant.
 */
export function readSpan(text: string): Result<number, SpanFault> {
  const trimmed = text.trim().toLowerCase()
  const isNegative = /^[-−]/.test(trimmed)
  let rest = trimmed.replace(/^[-−+]\s*/, '')
  if (rest === '0') return ok(0)
  if (rest === '') return err('not-a-span')
  let minutes = 0
  while (rest !== '') {
    const match = PART.exec(rest)
    if (match === null) return err('not-a-span')
    minutes += Number(match[1]?.replace(',', '.')) * (MINUTES[match[2] ?? ''] ?? 0)
    rest = rest.slice(match[0].length)
  }
  const whole = Math.round(minutes)
  if (whole > LONGEST) return err('too-long')
  return ok(isNegative && whole > 0 ? -whole : whole)
}

/** A span to the minute, as fields show it: `9 d 15 h 20 min`. */
export function writeSpan(minutes: number): string {
  const total = Math.abs(minutes)
  const parts = [
    [Math.floor(total / 1_440), 'd'],
    [Math.floor((total % 1_440) / 60), 'h'],
    [total % 60, 'min'],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return `${minutes < 0 ? '-' : ''}${words.length === 0 ? '0 min' : words.join(' ')}`
}
