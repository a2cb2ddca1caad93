import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { type Id, makeId } from '../records/ids.ts'
import { amounts, at, PlanBuilder } from '../testing/planBuilder.testing.ts'
import { randomPlan } from '../testing/randomPlan.testing.ts'
import { CheckContext, spanOf, type Span } from './CheckContext.ts'
import { Checker } from './Checker.ts'
import type { Finding } from './Finding.ts'
import { type LoadSeries, loadSeries, type PlanLoads } from './loadSeries.ts'
import { dayIndexOf } from './series/dayAxis.ts'
import { loadCells } from './series/loadCells.ts'
import { staysIn } from './series/staysIn.ts'
import { highestIn, valueAt } from './series/Steps.ts'

function loadsOf(plan: PlanDocument): PlanLoads {
  const steps = loadSeries(new CheckContext(plan))
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const loadOf = (plan: PlanDocument, unit: Id<'unit'>): LoadSeries => {
  const load = loadsOf(plan).units.get(unit)
  if (load === undefined) throw new Error(`no load of ${unit}`)
  return load
}

test('a unit is bound from the start of a mission to the end of its recovery, and twice where two overlap', () => {
  const b = new PlanBuilder({ parameters: [{ key: 'recovery-minutes', value: 30, unit: 'min', source: 'prueba' }] })
  const unit = b.unit('U')
  b.assign(b.mission('A', 0, 100), unit)
  b.assign(b.mission('B', 120, 60), unit)
  b.assign(b.mission('Cancelled', 0, 900, { status: 'cancelled' }), unit)
  const { share, overDays } = loadOf(b.build(), unit)
  expect([-1, 0, 119, 120, 129, 130, 209, 210].map((minute) => valueAt(share, minute))).toEqual([
    0, 1, 1, 2, 2, 1, 1, 0,
  ])
  expect(overDays).toHaveLength(1)
})

test('one that splits is bound by its capability that is asked for most', () => {
  const b = new PlanBuilder()
  const unit = b.unit('U', { splittable: true, capabilities: amounts({ infantry: 4, helicopter: 2 }) })
  b.assign(b.mission('A', 0, 100), unit, { infantry: 1, helicopter: 1 })
  b.assign(b.mission('B', 50, 100), unit, { infantry: 1 })
  b.assign(b.mission('C', 120, 100), unit, { infantry: 4 })
  const { share } = loadOf(b.build(), unit)
  expect([0, 50, 100, 120, 150].map((minute) => valueAt(share, minute))).toEqual([0.5, 0.5, 0.25, 1.25, 1])
})

test('a superior is bound as those below it are, each once and only while it is below', () => {
  const b = new PlanBuilder()
  const top = b.unit('Top')
  const left = b.unit('Left', { parent: top })
  b.unit('Left-1', { parent: left })
  const l2 = b.unit('Left-2', { parent: left })
  const right = b.unit('Right', {
    parent: top,
    states: { location: [], readiness: [], superior: [{ from: at(200), unit: null }] },
  })
  b.assign(b.mission('A', 0, 100), l2)
  b.assign(b.mission('B', 50, 100), left)
  b.assign(b.mission('C', 150, 100), right)
  const plan = b.build()
  const share = loadOf(plan, top).share
  // Of three: one of the left, then the left as a whole, then the right until it leaves.
  expect([0, 50, 149, 150, 199, 200].map((minute) => valueAt(share, minute))).toEqual([
    1 / 3,
    2 / 3,
    2 / 3,
    1 / 3,
    1 / 3,
    0,
  ])
  const ground = loadsOf(plan).components.get(makeId('component', 'ground'))
  expect([0, 150, 200, 250].map((minute) => valueAt(ground?.share ?? share, minute))).toEqual([1 / 3, 1 / 3, 1 / 3, 0])
})

test('minutes count only while the unit is allocated and ready', () => {
  const b = new PlanBuilder()
  const unit = b.unit('U', {
    allocation: [{ from: at(0), to: at(2_000) }],
    states: { location: [], superior: [], readiness: [{ from: at(1_000), percent: 10 }] },
  })
  b.assign(b.mission('A', 500, 1_000), unit)
  const plan = b.build()
  const { axis } = loadsOf(plan)
  const cells = loadCells(loadOf(plan, unit), axis, [-500, 0, 1_000, 2_000, 3_000])
  expect(cells.map((c) => c.state)).toEqual(['not-allocated', 'ready', 'not-ready', 'not-allocated'])
  expect(cells.map((c) => c.share)).toEqual([0, 0.5, 0, 0])
  expect(cells.map((c) => c.isOutside)).toEqual([false, false, true, false])
})

test('a superior that is not allocated is not outside because of those below it', () => {
  const b = new PlanBuilder()
  const top = b.unit('Top', { allocation: [{ from: at(500), to: null }] })
  b.assign(b.mission('A', 0, 1_000), b.unit('Sub', { parent: top }))
  const plan = b.build()
  const cells = loadCells(loadOf(plan, top), loadsOf(plan).axis, [0, 500, 1_000])
  expect(cells.map((c) => c.state)).toEqual(['not-allocated', 'ready'])
  expect(cells.map((c) => c.share)).toEqual([0, 1])
  expect(cells.map((c) => c.isOutside)).toEqual([false, false])
})

test('sorties and crew-hours stand against what there is, by the days of the plan', () => {
  const b = new PlanBuilder()
  const sorties = { vehicles: 2, availablePercent: 100, turnsPerDay: 1 }
  const unit = b.unit('U', { splittable: true, capabilities: amounts({ helicopter: 9 }), sorties })
  b.assign(b.mission('A', 0, 60), unit, { helicopter: 2 })
  // H-hour is at noon: the second one goes on into the next day.
  b.assign(b.mission('B', 700, 60), unit, { helicopter: 1 })
  const plan = b.build()
  const { axis } = loadsOf(plan)
  const load = loadOf(plan, unit)
  const day = axis.firstDay + dayIndexOf(axis, 0)
  expect(load.sorties?.available).toBe(2)
  expect([-1, 0, 1, 2].map((n) => valueAt(load.sorties?.asked ?? load.share, day + n))).toEqual([0, 3, 1, 0])
  expect(load.overDays).toEqual([dayIndexOf(axis, 0)])
  expect([0, 1, 2].map((n) => valueAt(load.crewHours?.asked ?? load.share, day + n))).toEqual([3, 40 / 60, 0])
})

test('missions of a time are those of a unit and of the units below it then', () => {
  const b = new PlanBuilder()
  const top = b.unit('Top')
  const left = b.unit('Left', {
    parent: top,
    states: { location: [], readiness: [], superior: [{ from: at(500), unit: null }] },
  })
  b.assign(b.mission('A', 100, 10), top)
  b.assign(b.mission('B', 100, 500), left)
  const context = new CheckContext(b.build())
  expect(staysIn(context, [top], { start: 0, end: 200 }).map((s) => s.mission)).toEqual(['mission:A', 'mission:B'])
  expect(staysIn(context, [top], { start: 500, end: 600 })).toEqual([])
})

/** Findings of a rule that name a unit as theirs. */
const about = (findings: readonly Finding[], rule: string, unit: Id<'unit'>): readonly Finding[] =>
  findings.filter((f) => f.rule === rule && f.params['unit'] === unit)

test('where a unit is over 100 %, the rules say so; and where they say so, it is', () => {
  let isOver = 0
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const checker = new Checker(plan)
      checker.full()
      const findings = checker.findings()
      const context = new CheckContext(plan)
      const { units, axis } = loadsOf(plan)
      for (const [id, load] of units) {
        const booked = about(findings, 'double-booking', id)
        for (const [i, value] of load.share.values.entries()) {
          if (value <= 1) continue
          isOver += 1
          const from = load.share.at[i] ?? 0
          const atOnce = context.scheduleOf(id).filter((s) => s.start <= from && s.end > from)
          const told = booked.some((f) =>
            atOnce.some((s) => [f.params['mission'], f.params['other']].some((m) => overlaps(plan, context, m, s))),
          )
          expect(told, `${id} at ${from}`).toBe(true)
        }
        for (const finding of booked) {
          const mission = plan.get(finding.params['mission'] as Id<'mission'>)
          const span = mission === undefined ? null : spanOf(mission)
          if (span === null || isJoined(id, context)) continue
          expect(highestIn(load.share, span.start, span.end + context.recoveryMinutes), finding.key).toBeGreaterThan(1)
        }
        const days = new Set<number>()
        for (const f of about(findings, 'sorties-exceeded', id)) {
          const { firstDay, lastDay } = f.params as { firstDay?: number; lastDay?: number }
          if (firstDay === undefined || lastDay === undefined) {
            days.add(dayIndexOf(axis, Number(f.params['start'])))
            for (const span of spansOf(plan, f)) for (const day of daysOf(span, axis)) days.add(day)
          } else for (let day = firstDay; day <= lastDay; day += 1) days.add(day - axis.firstDay)
        }
        for (const [i, day] of (load.sorties?.asked.at ?? new Float64Array()).entries()) {
          if ((load.sorties?.asked.values[i] ?? 0) <= (load.sorties?.available ?? 0)) continue
          expect(days.has(day - axis.firstDay), `${id} day ${day}`).toBe(true)
        }
        for (const day of load.overDays) {
          const span = { start: axis.edges[day] ?? 0, end: axis.edges[day + 1] ?? 0 }
          const isBooked = highestIn(load.share, span.start, span.end) > 1
          expect(isBooked || days.has(day), `${id} day ${day}`).toBe(true)
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(isOver).toBeGreaterThan(100)
})

function overlaps(plan: PlanDocument, context: CheckContext, mission: unknown, slot: Span): boolean {
  const record = typeof mission === 'string' ? plan.get(mission as Id<'mission'>) : undefined
  const span = record === undefined ? null : spanOf(record)
  return span !== null && span.start < slot.end && span.end + context.recoveryMinutes > slot.start
}

/** Units below that are on the unit's own missions are with it: the chart counts them once, the rule for each other mission. */
function isJoined(unit: Id<'unit'>, context: CheckContext): boolean {
  const below = staysIn(context, [unit], { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY })
  return below.some((s) => s.unit !== unit && below.some((own) => own.unit === unit && own.mission === s.mission))
}

/** Times of the missions a finding is about. */
const spansOf = (plan: PlanDocument, { records }: Finding): readonly Span[] =>
  records.flatMap((id) => {
    const mission = id.startsWith('mission:') ? plan.get(id as Id<'mission'>) : undefined
    const span = mission === undefined ? null : spanOf(mission)
    return span === null ? [] : [span]
  })

function daysOf({ start, end }: Span, axis: PlanLoads['axis']): number[] {
  const first = dayIndexOf(axis, start)
  return Array.from({ length: dayIndexOf(axis, end - 1) - first + 1 }, (_, i) => first + i)
}

test('no plan, however broken, makes it throw or hang', () => {
  const absurd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e308, 1e308, 0, -1, 8.64e15)
  fc.assert(
    fc.property(
      randomPlan,
      fc.array(fc.tuple(fc.nat(400), absurd, fc.boolean()), { maxLength: 25 }),
      (plan, damage) => {
        const records = [...plan.records()]
        for (const [n, value, isRemoved] of damage) {
          const place = n % records.length
          const record = records[place]
          if (record === undefined || record.id.startsWith('plan:')) continue
          if (isRemoved) records.splice(place, 1)
          else records[place] = spoil(record, value) as typeof record
        }
        const { units, components, axis } = loadsOf(new PlanDocument(records, 0))
        for (const load of [...units.values(), ...components.values()]) {
          for (const { share } of loadCells(load, axis, axis.edges)) expect(share).toBeGreaterThanOrEqual(0)
        }
      },
    ),
    { numRuns: 60 },
  )
})

/** The record with every number in it another. */
function spoil(value: unknown, number: number): unknown {
  if (typeof value === 'number') return number
  if (Array.isArray(value)) return value.map((v) => spoil(v, number))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoil(v, number)]))
}

test('ten thousand missions at once and a circle of ten thousand superiors are no hang', () => {
  const size = 10_000
  const b = new PlanBuilder()
  const one = b.unit('One')
  for (let i = 0; i < size; i += 1) {
    b.unit(`U-${i}`, { parent: makeId('unit', `U-${(i + 1) % size}`) })
    const mission = b.mission(`M-${i}`, i, 100_000)
    b.assign(mission, one)
    b.assign(mission, makeId('unit', `U-${i}`))
  }
  const { units } = loadsOf(b.build())
  expect(highestIn(units.get(one)?.share ?? { at: new Float64Array(), values: new Float64Array() }, 0, 200_000)).toBe(
    size,
  )
})
