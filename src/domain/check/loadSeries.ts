import type { Component } from '../records/component.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { CheckContext, Span } from './CheckContext.ts'
import { EVER } from './load.ts'
import { spansUnder } from './loadsBelow.ts'
import { availabilityOf } from './series/availability.ts'
import { type DayAxis, dayAxis, dayIndexOf } from './series/dayAxis.ts'
import { forceShare, ONE, type Part, weightOf } from './series/forceShare.ts'
import { ownShare } from './series/ownShare.ts'
import { crewLoadOf, type DayLoad, daysOver, sortieLoadOf } from './series/sortieSeries.ts'
import { cutTo, highestOf, type Steps, sumOf } from './series/Steps.ts'

/** What of a unit or a component is bound, over time. Minutes from H-hour. */
export interface LoadSeries {
  /** Of all of it; more than 1 where it is asked for more than it has at that moment. */
  readonly share: Steps
  /** When it is allocated, and when it is ready as well: ascending, apart. */
  readonly allocated: readonly Span[]
  readonly ready: readonly Span[]
  /** Null where no limit is stated. */
  readonly sorties: DayLoad | null
  readonly crewHours: DayLoad | null
  /** Indexes of the days of the axis on which it is over a limit, ascending. */
  readonly overDays: readonly number[]
}

export interface PlanLoads {
  /** Of the plan they rest on. */
  readonly revision: number
  /** The plan as it was looked at: it knows every unit's missions of that revision. */
  readonly context: CheckContext
  readonly axis: DayAxis
  readonly units: ReadonlyMap<Id<'unit'>, LoadSeries>
  readonly components: ReadonlyMap<Id<'component'>, LoadSeries>
}

/**
 * The load of every unit and component of a plan, a unit or a component at a time; yields the share that is done. A unit
 * on missions of its own is bound by them; any other by what the units below it are bound, each weighed by how many are
 * below it and counted with its superior of the time, so that nothing counts twice. A component is bound as its heads are.
 */
export function* loadSeries(context: CheckContext): Generator<number, PlanLoads> {
  const work = new Work(context)
  yield 0
  const order = bottomUp(context)
  yield 0
  const components = [...context.plan.all('component')]
  const total = order.length + components.length
  for (const [i, unit] of order.entries()) {
    work.addUnit(unit)
    yield (i + 1) / total
  }
  for (const [i, component] of components.entries()) {
    work.addComponent(component)
    yield (order.length + i + 1) / total
  }
  return work.done()
}

class Work {
  readonly #context: CheckContext
  readonly #axis: DayAxis
  readonly #revision: number
  readonly #units = new Map<Id<'unit'>, LoadSeries>()
  readonly #components = new Map<Id<'component'>, LoadSeries>()
  /** How many units a unit stands for at a time: those below it that have none below them, or itself alone. */
  readonly #weights = new Map<Id<'unit'>, Steps>()
  readonly #heads = new Map<Id<'component'>, Unit[]>()

  constructor(context: CheckContext) {
    this.#context = context
    this.#axis = dayAxis(context)
    this.#revision = context.plan.revision
  }

  addUnit(unit: Unit): void {
    const context = this.#context
    const subordinates = context.plan.indexes.subordinatesEver
      .get(unit.id)
      .filter((sub) => this.#units.has(sub.id))
      .map((sub) => ({ unit: sub, spans: joined(spansUnder(context, sub, unit.id, [EVER])) }))
    const weights = subordinates.map((sub) => ({ weight: this.#weightOf(sub.unit), spans: sub.spans }))
    this.#weights.set(unit.id, subordinates.length === 0 ? ONE : weightOf(weights))
    if (isEverHead(context, unit)) {
      const heads = this.#heads.get(unit.component)
      if (heads === undefined) this.#heads.set(unit.component, [unit])
      else heads.push(unit)
    }
    const slots = context.scheduleOf(unit.id)
    const sorties = sortieLoadOf(context, unit, slots)
    const crewHours = crewLoadOf(context, unit, slots, this.#axis)
    const own = ownShare(context, unit)
    const parts = subordinates.flatMap((sub) => this.#partsOf(sub.unit, sub.spans))
    const availability = availabilityOf(context, unit)
    // What those below it do while it cannot be counted on itself is told in their rows.
    const share =
      parts.length === 0 ? own : highestOf(own, cutTo(forceShare(parts, this.#axis).share, availability.ready))
    const overDays = this.#overDays(own, [sorties, crewHours])
    this.#units.set(unit.id, { share, ...availability, sorties, crewHours, overDays })
  }

  addComponent({ id }: Component): void {
    const context = this.#context
    const heads = this.#heads.get(id) ?? []
    const parts = heads.flatMap((unit) => this.#partsOf(unit, headSpans(context, unit)))
    const { share, times } = forceShare(parts, this.#axis)
    const members = context.plan.indexes.unitsOfComponent.get(id).flatMap((unit) => this.#units.get(unit.id) ?? [])
    const sorties = togetherOf(members.flatMap((load) => load.sorties ?? []))
    const crewHours = togetherOf(members.flatMap((load) => load.crewHours ?? []))
    const overDays = this.#overDays(share, [sorties, crewHours])
    this.#components.set(id, { share, allocated: times, ready: times, sorties, crewHours, overDays })
  }

  done(): PlanLoads {
    return {
      revision: this.#revision,
      context: this.#context,
      axis: this.#axis,
      units: this.#units,
      components: this.#components,
    }
  }

  /** One part for each time in which it stands for as many units. */
  #partsOf(unit: Unit, spans: readonly Span[]): readonly Part[] {
    const load = this.#units.get(unit.id)
    if (load === undefined) throw new Error(`${unit.id} has not been looked at yet`)
    const times = within(load.ready, spans)
    const { at, values } = this.#weightOf(unit)
    if (at.length === 1) return [{ share: load.share, weight: values[0] ?? 1, times }]
    return Array.from(at, (start, i) => {
      const span = { start, end: at[i + 1] ?? Number.POSITIVE_INFINITY }
      return { share: load.share, weight: values[i] ?? 1, times: within(times, [span]) }
    })
  }

  #weightOf(unit: Unit): Steps {
    return this.#weights.get(unit.id) ?? ONE
  }

  #overDays(share: Steps, byDay: readonly (DayLoad | null)[]): readonly number[] {
    const days = new Set<number>()
    for (const [i, value] of share.values.entries()) {
      if (value <= 1) continue
      const first = dayIndexOf(this.#axis, share.at[i] ?? 0)
      const end = share.at[i + 1] ?? Number.POSITIVE_INFINITY
      for (let day = first; day === first || (this.#axis.edges[day] ?? end) < end; day += 1) days.add(day)
    }
    for (const load of byDay) if (load !== null) for (const day of daysOver(load, this.#axis)) days.add(day)
    return days.size === 0 ? NO_DAYS : [...days].sort((a, b) => a - b)
  }
}

const NO_DAYS: readonly number[] = Object.freeze([])

/** Units so that each comes after those below it, as far as no circle hinders it. */
function bottomUp({ plan }: CheckContext): readonly Unit[] {
  const order: Unit[] = []
  const seen = new Set<Id<'unit'>>()
  for (const root of plan.all('unit')) {
    if (seen.has(root.id)) continue
    seen.add(root.id)
    const open = [{ unit: root, below: plan.indexes.subordinatesEver.get(root.id), at: 0 }]
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.below[top.at]
      top.at += 1
      if (next === undefined) {
        order.push(top.unit)
        open.pop()
      } else if (!seen.has(next.id)) {
        seen.add(next.id)
        open.push({ unit: next, below: plan.indexes.subordinatesEver.get(next.id), at: 0 })
      }
    }
  }
  return order
}

/** Superiors that there are, or that a unit at the head of its component does without. */
function superiorsSaid(unit: Unit): readonly (Id<'unit'> | null)[] {
  return [...new Set([unit.parent, ...unit.states.superior.map((s) => s.unit)])]
}

const isNobody = ({ plan }: CheckContext, superior: Id<'unit'> | null): boolean =>
  superior === null || !plan.has(superior)

const isEverHead = (context: CheckContext, unit: Unit): boolean =>
  superiorsSaid(unit).some((superior) => isNobody(context, superior))

/** When a unit stands directly under its component. */
function headSpans(context: CheckContext, unit: Unit): readonly Span[] {
  return superiorsSaid(unit)
    .filter((superior) => isNobody(context, superior))
    .flatMap((superior) => spansUnder(context, unit, superior, [EVER]))
    .sort((a, b) => a.start - b.start)
}

/** Ascending spans, those that meet as one: a superior that is stated again is the same one. */
function joined(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const whole: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = whole.at(-1)
    if (last?.end === start) last.end = end
    else whole.push({ start, end })
  }
  return whole
}

/** The times that lie in both. */
function within(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) =>
    others.flatMap((other) => {
      const start = Math.max(span.start, other.start)
      const end = Math.min(span.end, other.end)
      return start < end ? [{ start, end }] : []
    }),
  )
}

function togetherOf(loads: readonly DayLoad[]): DayLoad | null {
  if (loads.length === 0) return null
  const available = loads.reduce((sum, load) => sum + load.available, 0)
  return { asked: sumOf(loads.map((load) => load.asked)), available }
}
