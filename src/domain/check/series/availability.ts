import type { Unit } from '../../records/unit.ts'
import { allocatedSpans } from '../allocation.ts'
import type { CheckContext, Span } from '../CheckContext.ts'

/** When a unit can be counted on. Ascending and apart, minutes from H-hour. */
export interface Availability {
  /** Its institution allocates it to the command. */
  readonly allocated: readonly Span[]
  /** Allocated, and not known to be under the plan's threshold of readiness. */
  readonly ready: readonly Span[]
}

export function availabilityOf(context: CheckContext, unit: Unit): Availability {
  const allocated = allocatedSpans(unit).map(({ from, to }) => ({
    start: context.toRelative(from),
    end: context.toRelative(to),
  }))
  const low = lowSpans(context, unit)
  return { allocated, ready: low.length === 0 ? allocated : withoutSpans(allocated, low) }
}

function lowSpans(context: CheckContext, unit: Unit): readonly Span[] {
  const states = unit.states.readiness
  const spans: Span[] = []
  for (const [i, { from, percent }] of states.entries()) {
    if (percent >= context.readinessThreshold) continue
    const next = states[i + 1]
    const end = next === undefined ? Number.POSITIVE_INFINITY : context.toRelative(next.from)
    spans.push({ start: context.toRelative(from), end })
  }
  return spans
}

/** What is left of spans without others; both ascending and apart. */
function withoutSpans(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => {
    const left: Span[] = []
    let from = span.start
    for (const { start, end } of others) {
      if (end <= from || start >= span.end) continue
      if (start > from) left.push({ start: from, end: start })
      from = end
    }
    if (from < span.end) left.push({ start: from, end: span.end })
    return left
  })
}
