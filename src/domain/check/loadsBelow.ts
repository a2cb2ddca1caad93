import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { CheckContext, Slot, Span } from './CheckContext.ts'
import { superiorsOf } from './superiorsOf.ts'
import { beyondLimit, cutToLimit, type Load } from './load.ts'

/** No force is nested deeper than this; a broken plan that says so is read down to here. */
const MAX_DEPTH = 24

/**
 * What the units below a unit take out of it within a span, by who is their superior at the time. A unit that does not
 * split takes all it has while it is away, and those below it only what it has not; one that splits takes what it brings,
 * and those below it add theirs, up to what it has. On the mission `except` they are with the unit, not away from it.
 */
export function loadsBelow(
  context: CheckContext,
  unit: Id<'unit'>,
  within: Span,
  except: Id<'mission'> | null,
): readonly Load[] {
  if (context.plan.indexes.subordinatesEver.get(unit).length === 0) return NONE
  const found: Load[] = []
  collect({ context, except, path: [unit] }, unit, [within], found)
  return found
}

/** Whether a unit below this one, at any time, is on the mission too. */
export function isJoinedBelow(context: CheckContext, unit: Id<'unit'>, mission: Id<'mission'>): boolean {
  return context.plan.indexes.assignmentsOfMission.get(mission).some((assignment) => {
    const other = assignment.unit === unit ? undefined : context.plan.get(assignment.unit)
    return other !== undefined && superiorsOf(context, other).includes(unit)
  })
}

const NONE: readonly Load[] = []

interface Walk {
  readonly context: CheckContext
  readonly except: Id<'mission'> | null
  /** From the unit asked about down; none is walked twice on one way. */
  readonly path: Id[]
}

function collect(walk: Walk, superior: Id<'unit'>, spans: readonly Span[], found: Load[]): void {
  const { context, except, path } = walk
  if (path.length > MAX_DEPTH) return
  for (const unit of context.plan.indexes.subordinatesEver.get(superior)) {
    if (path.includes(unit.id)) continue
    const under = spansUnder(context, unit, superior, spans)
    if (under.length === 0) continue
    const own = slotsWithin(context.scheduleOf(unit.id), under, except)
    path.push(unit.id)
    if (unit.splittable) collectSplit(walk, unit, under, own, found)
    else collectWhole(walk, unit, under, own, found)
    path.pop()
  }
}

function collectSplit(walk: Walk, unit: Unit, spans: readonly Span[], own: readonly Cut[], found: Load[]): void {
  const loads: Load[] = own.map(({ slot, span }) => ({
    ...span,
    unit: unit.id,
    mission: slot.mission.id,
    amounts: slot.assignment.brings,
    until: slot.end,
  }))
  collect(walk, unit.id, spans, loads)
  found.push(...(loads.length > 0 ? cutToLimit(loads, unit.capabilities) : loads))
}

function collectWhole(walk: Walk, unit: Unit, spans: readonly Span[], own: readonly Cut[], found: Load[]): void {
  const away = withoutOverlap(own)
  for (const { slot, span } of away) {
    found.push({ ...span, unit: unit.id, mission: slot.mission.id, amounts: unit.capabilities, until: slot.end })
  }
  const free = own.length === 0 ? spans : spans.flatMap((span) => gapsOf(span, own))
  if (free.length > 0) collect(walk, unit.id, free, found)
  if (away.length === 0) return
  const below: Load[] = []
  collect(
    walk,
    unit.id,
    away.map((cut) => cut.span),
    below,
  )
  found.push(...beyondLimit(below, unit.capabilities))
}

interface Cut {
  readonly slot: Slot
  readonly span: Span
}

/** The parts of the slots that lie in the spans. */
function slotsWithin(slots: readonly Slot[], spans: readonly Span[], except: Id | null): readonly Cut[] {
  const cuts: Cut[] = []
  for (const slot of slots) {
    if (slot.mission.id === except) continue
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

/** When, within the spans, `superior` is the superior of `unit`; null for none at all. */
export function spansUnder(
  context: CheckContext,
  unit: Unit,
  superior: Id | null,
  spans: readonly Span[],
): readonly Span[] {
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
