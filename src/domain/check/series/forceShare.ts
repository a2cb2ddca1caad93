import type { Span } from '../CheckContext.ts'
import { EVER } from '../load.ts'
import type { DayAxis } from './dayAxis.ts'
import { type Steps, StepsBuilder, Turns, withoutDust } from './Steps.ts'

/** One part of a force: what of it is bound, how much it weighs, and when it belongs to the force and can be counted on. */
export interface Part {
  readonly share: Steps
  readonly weight: number
  /** Ascending and apart. */
  readonly times: readonly Span[]
}

export interface ForceShare {
  /** Bound of what there is; never more than 1, however a part is overbooked. */
  readonly share: Steps
  /** When there is any of it. */
  readonly times: readonly Span[]
}

/** More steps than a chart can show are drawn as days. */
const MOST_STEPS = 4_000

/** What of a force is bound over time, its parts weighed. */
export function forceShare(parts: readonly Part[], axis: DayAxis): ForceShare {
  turns.clear()
  for (const part of parts) addPart(part)
  const share = new StepsBuilder()
  const times: { start: number; end: number }[] = []
  turns.walk((at, bound, there) => {
    const total = withoutDust(there)
    share.push(at, total <= 0 ? 0 : Math.min(1, withoutDust(bound / total)))
    const last = times.at(-1)
    if (total > 0 && last?.end !== Number.POSITIVE_INFINITY) times.push({ start: at, end: Number.POSITIVE_INFINITY })
    if (total <= 0 && last !== undefined) last.end = Math.min(last.end, at)
  })
  const exact = share.build()
  return { share: exact.at.length > MOST_STEPS ? byDay(exact, axis) : exact, times }
}

const turns = new Turns()

function addPart({ share, weight, times }: Part): void {
  let i = 0
  for (const { start, end } of times) {
    turns.add(start, 0, weight)
    while (i < share.at.length && (share.at[i] ?? 0) <= start) i += 1
    let bound = Math.min(1, share.values[i - 1] ?? 0) * weight
    if (bound !== 0) turns.add(start, bound, 0)
    for (; i < share.at.length && (share.at[i] ?? 0) < end; i += 1) {
      const next = Math.min(1, share.values[i] ?? 0) * weight
      if (next !== bound) turns.add(share.at[i] ?? 0, next - bound, 0)
      bound = next
    }
    if (end !== Number.POSITIVE_INFINITY) turns.add(end, -bound, -weight)
  }
}

/** Stands for one unit at any time. */
export const ONE: Steps = { at: Float64Array.of(Number.NEGATIVE_INFINITY), values: Float64Array.of(1) }

interface Member {
  readonly weight: Steps
  /** Ascending and apart. */
  readonly spans: readonly Span[]
}

const isConstant = ({ weight, spans: [span, ...others] }: Member): boolean =>
  weight.at.length === 1 && others.length === 0 && span?.start === EVER.start && span.end === EVER.end

/** How many units some of them stand for together, each while it belongs to them; one where none does. */
export function weightOf(members: readonly Member[]): Steps {
  if (members.length > 0 && members.every(isConstant)) {
    const units = members.reduce((sum, { weight }) => sum + (weight.values[0] ?? 1), 0)
    return { at: ONE.at, values: Float64Array.of(units) }
  }
  turns.clear()
  turns.add(Number.NEGATIVE_INFINITY, 0, 0)
  for (const { weight, spans } of members) {
    for (const span of spans) {
      for (const [i, at] of weight.at.entries()) {
        const start = Math.max(at, span.start)
        const end = Math.min(weight.at[i + 1] ?? Number.POSITIVE_INFINITY, span.end)
        if (start >= end) continue
        turns.add(start, weight.values[i] ?? 1, 0)
        if (end !== Number.POSITIVE_INFINITY) turns.add(end, -(weight.values[i] ?? 1), 0)
      }
    }
  }
  const steps = new StepsBuilder()
  turns.walk((at, units) => steps.push(at, Math.max(1, units)))
  return steps.build()
}

/** The mean of each day of the axis. */
function byDay({ at, values }: Steps, { edges }: DayAxis): Steps {
  const days = new StepsBuilder()
  let i = 0
  for (let day = 0; day + 1 < edges.length; day += 1) {
    const from = edges[day] ?? 0
    const to = edges[day + 1] ?? from
    let sum = 0
    while ((at[i + 1] ?? Number.POSITIVE_INFINITY) <= from) i += 1
    for (; (at[i] ?? to) < to; i += 1) {
      const end = Math.min(to, at[i + 1] ?? to)
      sum += (values[i] ?? 0) * Math.max(0, end - Math.max(from, at[i] ?? from))
      if (end === to) break
    }
    days.push(from, withoutDust(sum / (to - from)))
  }
  days.push(edges.at(-1) ?? 0, 0)
  return days.build()
}
