import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { CheckContext, Slot, Span } from './CheckContext.ts'
import { cutToLimit, type Load } from './load.ts'

/** No force is nested deeper than this; a broken plan that says so is read down to here. */
const MAX_DEPTH = 24

/**
 * What the units below a unit take out of it within a span, by who is their superior at the time. A unit that does not
 * split takes all it has while it is away, whatever those below it do; one that splits takes what it brings, and those
 * below it add theirs, up to what it has.
 */
export function loadsBelow(context: CheckContext, unit: Id<'unit'>, within: Span): readonly Load[] {
  if (context.plan.indexes.subordinatesEver.get(unit).length === 0) return NONE
  const found: Load[] = []
  collect(context, unit, [within], [unit], found)
  return found
}

const NONE: readonly Load[] = []

function collect(context: CheckContext, superior: Id<'unit'>, spans: readonly Span[], path: Id[], found: Load[]): void {
  if (path.length > MAX_DEPTH) return
  for (const unit of context.plan.indexes.subordinatesEver.get(superior)) {
    if (path.includes(unit.id)) continue
    const under = spansUnder(context, unit, superior, spans)
    if (under.length === 0) continue
    const own = slotsWithin(context.scheduleOf(unit.id), under)
    path.push(unit.id)
    if (unit.splittable) collectSplit(context, unit, under, own, path, found)
    else collectWhole(context, unit, under, own, path, found)
    path.pop()
  }
}

function collectSplit(
  context: CheckContext,
  unit: Unit,
  spans: readonly Span[],
  own: readonly Cut[],
  path: Id[],
  found: Load[],
): void {
  const loads: Load[] = own.map(({ slot, span }) => ({
    ...span,
    unit: unit.id,
    mission: slot.mission.id,
    amounts: slot.assignment.brings,
    until: slot.end,
  }))
  collect(context, unit.id, spans, path, loads)
  found.push(...(loads.length > 0 ? cutToLimit(loads, unit.capabilities) : loads))
}

function collectWhole(
  context: CheckContext,
  unit: Unit,
  spans: readonly Span[],
  own: readonly Cut[],
  path: Id[],
  found: Load[],
): void {
  for (const { slot, span } of withoutOverlap(own)) {
    found.push({ ...span, unit: unit.id, mission: slot.mission.id, amounts: unit.capabilities, until: slot.end })
  }
  const free = own.length === 0 ? spans : spans.flatMap((span) => gapsOf(span, own))
  if (free.length > 0) collect(context, unit.id, free, path, found)
}

interface Cut {
  readonly slot: Slot
  readonly span: Span
}

/** The parts of the slots that lie in the spans. */
function slotsWithin(slots: readonly Slot[], spans: readonly Span[]): readonly Cut[] {
  const cuts: Cut[] = []
  for (const slot of slots) {
    for (const span of spans) {
      if (slot.start >= span.end || slot.end <= span.start) continue
      cuts.push({ slot, span: { start: Math.max(slot.start, span.start), end: Math.min(slot.end, span.end) } })
    }
  }
  return cuts
}

/** A unit that is on two missions at once is away once only. */
function withoutOverlap(cuts: readonly Cut[]): readonly Cut[] {
  let until = Number.NEGATIVE_INFINITY
  return [...cuts]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap(({ slot, span }) => {
      const start = Math.max(span.start, until)
      until = Math.max(until, span.end)
      return start < span.end ? [{ slot, span: { start, end: span.end } }] : []
    })
}

function gapsOf(span: Span, cuts: readonly Cut[]): Span[] {
  const gaps: Span[] = []
  let from = span.start
  for (const cut of [...cuts].sort((a, b) => a.span.start - b.span.start)) {
    if (cut.span.start >= span.end || cut.span.end <= span.start) continue
    if (cut.span.start > from) gaps.push({ start: from, end: cut.span.start })
    from = Math.max(from, cut.span.end)
  }
  if (from < span.end) gaps.push({ start: from, end: span.end })
  return gaps
}

/** When, within the spans, `superior` is the superior of `unit`. */
function spansUnder(context: CheckContext, unit: Unit, superior: Id, spans: readonly Span[]): readonly Span[] {
  const states = unit.states.superior
  if (states.length === 0) return unit.parent === superior ? spans : []
  const under: Span[] = []
  const add = (start: number, end: number): void => {
    for (const span of spans) {
      const from = Math.max(start, span.start)
      const to = Math.min(end, span.end)
      if (from < to) under.push({ start: from, end: to })
    }
  }
  if (unit.parent === superior) add(Number.NEGATIVE_INFINITY, context.toRelative(states[0]?.from ?? 0))
  for (const [i, state] of states.entries()) {
    if (state.unit !== superior) continue
    const next = states[i + 1]
    add(context.toRelative(state.from), next === undefined ? Number.POSITIVE_INFINITY : context.toRelative(next.from))
  }
  return under
}
