/** Starts from a first to a last, minutes from H-hour, both included; either may be infinite. */
export interface StartSpan {
  readonly first: number
  readonly last: number
}

export const ALL_STARTS: readonly StartSpan[] = Object.freeze([
  { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY },
])
export const NO_STARTS: readonly StartSpan[] = Object.freeze([])

export const startsWithin = (first: number, last: number): readonly StartSpan[] =>
  first <= last ? [{ first, last }] : NO_STARTS

/** Of two lists in order the starts in both. */
export function commonStarts(a: readonly StartSpan[], b: readonly StartSpan[]): readonly StartSpan[] {
  if (a === ALL_STARTS) return b
  if (b === ALL_STARTS) return a
  const common: StartSpan[] = []
  for (let i = 0, j = 0; ; ) {
    const [one, other] = [a[i], b[j]]
    if (one === undefined || other === undefined) return common
    const first = Math.max(one.first, other.first)
    const last = Math.min(one.last, other.last)
    if (first <= last) common.push({ first, last })
    if (one.last < other.last) i += 1
    else j += 1
  }
}

/** The starts in any of the spans, in order, those that meet joined; empty spans are left out. */
export function joinedStarts(spans: readonly StartSpan[]): readonly StartSpan[] {
  const joined: { first: number; last: number }[] = []
  for (const { first, last } of spans.filter((s) => s.first <= s.last).sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1)
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last)
    else joined.push({ first, last })
  }
  return joined
}

/** The first start from a time on; infinite where there is none. */
export function nextStart(spans: readonly StartSpan[], from: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.last < from) low = middle + 1
    else high = middle
  }
  const span = spans[low]
  return span === undefined ? Number.POSITIVE_INFINITY : Math.max(from, span.first)
}
