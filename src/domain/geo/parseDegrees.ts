import { err, ok, type Result } from '../result.ts'
import type { CoordinateError, CoordinateReading } from './CoordinateReading.ts'
import { DEGREE_METRES } from './formatCoordinates.ts'

type Axis = 'lat' | 'lon'

type Token =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'mark'; readonly rank: number }
  | { readonly type: 'letter'; readonly axis: Axis; readonly isNegative: boolean }
  | { readonly type: 'label'; readonly axis: Axis }
  | { readonly type: 'sign'; readonly isNegative: boolean }
  | { readonly type: 'separator' }

interface Angle {
  /** Degrees, signed. */
  readonly value: number
  readonly axis: Axis | null
  readonly isSigned: boolean
  /** Degrees, minutes, seconds: 0 to 2. */
  readonly rank: number
  readonly decimals: number
  readonly isSexagesimal: boolean
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:LATITUDE?|LAT)\b[.:=]*/g, ' A '],
  [/\b(?:LONGITUDE?|LONG?|LNG)\b[.:=]*/g, ' B '],
  [/NORTE|NORTH/g, 'N'],
  [/SOUTH|SUR/g, 'S'],
  [/OESTE|WEST/g, 'W'],
  [/ESTE|EAST/g, 'E'],
  [/O/g, 'W'],
]

/**
 * Reads degrees, degrees and minutes, or degrees, minutes and seconds (capitals, plain marks). Letters or words say which
 * number is which; without them the latitude comes first.
 */
export function parseDegrees(text: string): Result<CoordinateReading, CoordinateError> {
  const spelled = WORDS.reduce((all, [word, letter]) => all.replaceAll(word, letter), text)
  let tokens = tokensOf(decimalCommas(spelled))
  if (tokens === null) return err('not-coordinates')
  if (tokens.filter((t) => t.type === 'number').length === 1) {
    tokens = tokensOf(spelled.replaceAll(',', ';')) ?? tokens
  }
  const numbers = tokens.filter((t) => t.type === 'number').length
  if (numbers === 0) return err('not-coordinates')
  const at = splitAt(tokens)
  const isAngle = numbers === 1 || tokens.some((t) => t.type === 'mark' || t.type === 'letter')
  if (at === null) return err(isAngle ? 'one-number' : 'not-coordinates')
  const first = angleOf(tokens.slice(0, at))
  const second = angleOf(tokens.slice(at))
  if (!first.ok) return first
  if (!second.ok) return second
  return pairOf(first.value, second.value)
}

function pairOf(first: Angle, second: Angle): Result<CoordinateReading, CoordinateError> {
  if (first.axis !== null && first.axis === second.axis) return err('same-axis')
  const isTold = first.axis !== null || second.axis !== null
  const isSwapped = isTold
    ? first.axis === 'lon' || second.axis === 'lat'
    : Math.abs(first.value) > 90 && Math.abs(second.value) <= 90
  const [lat, lon] = isSwapped ? [second.value, first.value] : [first.value, second.value]
  if (Math.abs(lat) > 90) return err('latitude-range')
  if (Math.abs(lon) > 180) return err('longitude-range')
  // People leave out closing zeros: the longer of the two numbers tells how fine they are.
  const precisionMetres = Math.min(...[first, second].map((a) => (DEGREE_METRES / 60 ** a.rank) * 10 ** -a.decimals))
  const kind = first.isSexagesimal || second.isSexagesimal ? 'dms' : 'degrees'
  const note =
    isSwapped && !isTold ? 'longitude-first' : first.isSigned || second.isSigned ? null : ('no-hemisphere' as const)
  return ok({ position: [lon, lat], kind, precisionMetres, note })
}

/** Commas between digits become points, all others part the two numbers; where points are, every comma parts. */
function decimalCommas(text: string): string {
  const decimal = text.includes('.') ? text : text.replaceAll(/(\d+),(\d+)/g, '$1.$2')
  return decimal.replaceAll(',', ';')
}

const TOKEN = /(\d+(?:\.\d+)?)|([°'"])|([NSEW])|([AB])|([+-])|([;/|])|\s+|(.)/g

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  for (const [, number, mark, letter, label, sign, separator, other] of text.matchAll(TOKEN)) {
    if (other !== undefined) return null
    if (number !== undefined) tokens.push({ type: 'number', text: number })
    else if (mark !== undefined) tokens.push({ type: 'mark', rank: `°'"`.indexOf(mark) })
    else if (letter !== undefined) {
      const axis = letter === 'N' || letter === 'S' ? 'lat' : 'lon'
      tokens.push({ type: 'letter', axis, isNegative: letter === 'S' || letter === 'W' })
    } else if (label !== undefined) tokens.push({ type: 'label', axis: label === 'A' ? 'lat' : 'lon' })
    else if (sign !== undefined) tokens.push({ type: 'sign', isNegative: sign === '-' })
    else if (separator !== undefined) tokens.push({ type: 'separator' })
  }
  return tokens
}

/** Where the second number begins; null where nothing tells. */
function splitAt(tokens: readonly Token[]): number | null {
  const indexes = (type: Token['type']): number[] => tokens.flatMap((t, i) => (t.type === type ? [i] : []))
  const numbers = indexes('number')
  const start = numbers[0] ?? 0
  const end = numbers.at(-1) ?? 0
  const isBetween = (i: number): boolean => i > start && i <= end
  const letters = indexes('letter')
  const isPrefix = (letters[0] ?? Number.POSITIVE_INFINITY) < start
  const byLetter = isPrefix ? letters[1] : letters[0] === undefined ? undefined : letters[0] + 1
  const marks = tokens.flatMap((t, i) => (t.type === 'mark' && t.rank === 0 ? [i - 1] : []))
  const half = numbers.length % 2 === 0 && numbers.length <= 6 ? numbers[numbers.length / 2] : undefined
  const candidates = [byLetter, indexes('label')[1], ...indexes('separator'), ...indexes('sign'), marks[1], half]
  return candidates.find((i) => i !== undefined && isBetween(i)) ?? null
}

function angleOf(tokens: readonly Token[]): Result<Angle, CoordinateError> {
  let axis: Axis | null = null
  let sign: number | null = null
  let letterSign: number | null = null
  const parts: { text: string; rank: number }[] = []
  for (const token of tokens) {
    if (token.type === 'number') parts.push({ text: token.text, rank: (parts.at(-1)?.rank ?? -1) + 1 })
    else if (token.type === 'mark') {
      const part = parts.at(-1)
      if (part === undefined || token.rank < part.rank) return err('not-coordinates')
      part.rank = token.rank
    } else if (token.type === 'sign') {
      if (sign !== null || parts.length > 0) return err('not-coordinates')
      sign = token.isNegative ? -1 : 1
    } else if (token.type !== 'separator') {
      if (axis !== null && axis !== token.axis) return err('same-axis')
      axis = token.axis
      if (token.type === 'letter') letterSign = token.isNegative ? -1 : 1
    }
  }
  // `-73.8 W` says west twice; `-73.8 E` says both.
  if (sign === -1 && letterSign === 1) return err('sign-and-letter')
  const spread = parts.length === 1 && letterSign !== null ? spreadDigits(parts[0]?.text ?? '') : null
  const numbers = spread ?? parts
  const last = numbers.at(-1)
  if (last === undefined || last.rank > 2) return err('not-coordinates')
  if (numbers[0]?.rank !== 0) return err('one-number')
  let value = 0
  for (const { text, rank } of numbers) {
    if (text.includes('.') && rank !== last.rank) return err('not-coordinates')
    if (rank > 0 && Number(text) >= 60) return err('minutes-range')
    value += Number(text) / 60 ** rank
  }
  const decimals = last.text.split('.')[1]?.length ?? 0
  return ok({
    value: value * (letterSign ?? sign ?? 1),
    axis,
    isSigned: letterSign !== null || sign !== null,
    rank: last.rank,
    decimals,
    isSexagesimal: numbers.length > 1,
  })
}

/** `123000S`, `0734800W`, `1230.5S`: degrees, minutes and seconds run together, as pilots write them. */
function spreadDigits(text: string): { text: string; rank: number }[] | null {
  const [, whole = '', fraction = ''] = /^(\d{4,7})(\.\d+)?$/.exec(text) ?? []
  if (whole === '') return null
  const degrees = whole.length % 2 === 0 ? 2 : 3
  const pieces = [whole.slice(0, degrees), whole.slice(degrees, degrees + 2), whole.slice(degrees + 2)]
  const used = pieces.filter((piece) => piece !== '')
  return used.map((piece, rank) => ({ text: rank === used.length - 1 ? piece + fraction : piece, rank }))
}
