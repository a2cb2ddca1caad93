import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlanDocument } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import { ANY_TIME, at, PlanBuilder, run } from '../testing/planBuilder.testing.ts'
import { randomPlan } from '../testing/randomPlan.testing.ts'
import { causeRepairSteps } from './causeRepairs.ts'
import { type Cause, causesOf } from './causes.ts'
import { Checker } from './Checker.ts'
import type { Finding } from './Finding.ts'
import { sayCause } from './sayCause.ts'

function checked(plan: PlanDocument) {
  const checker = new Checker(plan)
  checker.full()
  const findings = checker.findings().filter((f) => f.rule !== 'no-reserve' && f.rule !== 'no-medevac')
  return { checker, findings, ...causesOf(findings, plan) }
}

/** Findings of whole phases, which are left out above. */
function phaseKeys(plan: PlanDocument): string[] {
  const checker = new Checker(plan)
  checker.full()
  return checker.findings().flatMap((f) => (f.rule === 'no-reserve' || f.rule === 'no-medevac' ? [f.key] : []))
}

const keysOf = (findings: readonly Finding[]): string[] => findings.map((f) => f.key).sort()
const said = (plan: PlanDocument): string[] => checked(plan).causes.map((cause) => sayCause(cause, plan, 'es'))

function bestRepair(plan: PlanDocument) {
  const { causes, checker } = checked(plan)
  const [cause] = causes
  if (cause === undefined) throw new Error('no cause')
  const steps = causeRepairSteps(cause, plan, (key) => checker.get(key) !== undefined, 'es')
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** M-1 lasts too long: units of it are wanted by three others, one of which waits for it. */
function overlong() {
  const b = new PlanBuilder()
  const first = b.mission('M-1', 0, 600)
  for (const n of [2, 3, 4]) {
    const unit = b.unit(`Cía ${n}`)
    const later = b.mission(`M-${n}`, 400 + n, 60)
    b.assign(first, unit)
    b.assign(later, unit)
    if (n === 2) b.dependency(first, later)
  }
  return b.build()
}

test('one mission that holds the units of several others is their one cause', () => {
  const plan = overlong()
  const { causes, alone } = checked(plan)
  expect(causes.map((c) => [c.key, c.findings.length])).toEqual([['mission:M-1', 4]])
  expect(alone).toEqual([])
  expect(said(plan)).toEqual([
    '4 hallazgos por M-1 (141200R FEB 23 a 142200R FEB 23): 3 de doble empleo, 1 de secuencia',
  ])
  expect(causes.map((c) => sayCause(c, plan, 'en'))).toEqual([
    '4 findings from M-1 (141200R FEB 23 to 142200R FEB 23): 3 of double booking, 1 of sequence',
  ])
})

test('a mission that was moved is the cause of what breaks around it, though each finding names another one too', () => {
  const b = new PlanBuilder()
  const type = b.type('NEEDS', { enablers: ['insertion', 'extraction'] })
  const gives = { type: b.type('GIVES', { provides: ['insertion', 'extraction'] }) }
  const [inn, out] = [b.mission('M-10', 0, 60, gives), b.mission('M-11', 300, 60, gives)]
  const enablers = [
    { kind: 'insertion' as const, mission: inn },
    { kind: 'extraction' as const, mission: out },
  ]
  const moved = b.mission('M-1', 60, 240, { type, enablers })
  const after = b.mission('M-2', 360, 60)
  b.dependency(moved, after)
  const plan = b.build()
  expect(checked(plan).causes).toEqual([])
  run(plan, { type: 'moveMissions', moves: [{ mission: moved, start: 6_000 }] })
  expect(checked(plan).causes.map((c) => [c.key, c.findings.length])).toEqual([['mission:M-1', 3]])
})

test('of two missions that may both be the cause, it is the one changed last', () => {
  const build = (): { plan: PlanDocument; ids: readonly [Id<'mission'>, Id<'mission'>] } => {
    const b = new PlanBuilder()
    const [one, two] = [b.mission('M-1', 0, 60), b.mission('M-2', 100, 60)]
    for (const name of ['A', 'B']) {
      const unit = b.unit(name)
      b.assign(one, unit)
      b.assign(two, unit)
    }
    return { plan: b.build(), ids: [one, two] }
  }
  for (const at of [0, 1] as const) {
    const { plan, ids } = build()
    run(plan, { type: 'moveMissions', moves: [{ mission: ids[at], start: at === 0 ? 90 : 10 }] })
    expect(checked(plan).causes.map((c) => c.key)).toEqual([ids[at]])
  }
})

test('an enabler without time, a unit not allocated, one not ready and an expired basis are named with their numbers', () => {
  const b = new PlanBuilder()
  const type = b.type('NEEDS', { enablers: ['route'] })
  const route = b.mission('M-0', null, 60, { type: b.type('GIVES', { provides: ['route'] }) })
  const law = b.type('LAW', { needsLegalBasis: true })
  const basis = b.legalBasis('DS 012', { from: 0, to: at(100) })
  const away = b.unit('Away', { allocation: [{ from: 0, to: at(0) }] })
  const weak = b.unit('Weak', { states: { location: [], readiness: [{ from: at(0), percent: 40 }], superior: [] } })
  for (let n = 1; n <= 4; n += 1) {
    b.mission(`M-${n}`, n * 100, 60, { type, enablers: [{ kind: 'route', mission: route }] })
    b.assign(b.mission(`M-1${n}`, n * 100, 60), away)
    b.assign(b.mission(`M-2${n}`, n * 100, 60), weak)
    b.mission(`M-3${n}`, 100 + n * 100, 60, { type: law, legalBasis: basis })
  }
  const plan = b.build()
  const { causes, alone } = checked(plan)
  expect(alone).toEqual([])
  expect(said(plan).sort()).toEqual([
    '4 hallazgos por DS 012 (rige de 311900R DIC 69 a 141340R FEB 23): 4 de base legal',
    '4 hallazgos por M-0, que no tiene hora: 4 de habilitador',
    '4 hallazgos por el alistamiento de Weak: 4 de alistamiento',
    '4 hallazgos por la asignación al comando de Away: 4 de asignación',
  ])
  expect(new Set(causes.map((c) => c.record))).toEqual(new Set([basis, route, away, weak]))
})

test('two faults of one unit that have nothing to do with each other stay alone', () => {
  const b = new PlanBuilder()
  const readiness = [
    { from: at(0), percent: 40 },
    { from: at(100), percent: 90 },
  ]
  const states = { location: [], readiness, superior: [] }
  const unit = b.unit('A', { states, allocation: [{ from: 0, to: at(500) }] })
  b.assign(b.mission('M-1', 0, 60), unit)
  b.assign(b.mission('M-2', 600, 60), unit)
  const { causes, alone } = checked(b.build())
  expect(causes).toEqual([])
  expect(alone.map((f) => f.rule)).toEqual(['outside-allocation', 'readiness-low'])
})

test('a splitting unit that is overbooked time and again is the cause, not its many missions', () => {
  const b = new PlanBuilder()
  const unit = b.unit('Ala', { splittable: true, capabilities: [{ capability: 'helicopter', quantity: 3 }] })
  for (let n = 0; n < 6; n += 1) b.assign(b.mission(`M-${n}`, n * 50, 60), unit, { helicopter: 2 })
  const { causes } = checked(b.build())
  expect(causes.map((c) => [c.key, c.findings.length])).toEqual([['time@unit:Ala', 5]])
})

test('a phase that was shifted, and a number of the plan that asks more than usual, are causes', () => {
  const b = new PlanBuilder({
    phases: [{ key: 'F1', name: { es: 'Uno', en: 'One' }, from: 5_000, to: 9_000 }],
    parameters: [{ key: 'readiness-threshold-percent', value: 95, unit: '%', source: 'prueba' }],
  })
  const states = { location: [], readiness: [{ from: at(0), percent: 80 }], superior: [] }
  for (let n = 0; n < 3; n += 1) {
    b.mission(`M-${n}`, n * 100, 60, { phase: 'F1' })
    b.assign(b.mission(`M-1${n}`, n * 100, 60), b.unit(`U${n}`, { states }))
  }
  const plan = b.build()
  expect(checked(plan).causes.map((c) => c.record)).toEqual([null, null])
  expect(said(plan)).toEqual([
    '3 hallazgos por el umbral de alistamiento (95 %; lo usual, 70 %): 3 de alistamiento',
    '3 hallazgos por la fase Uno (172320R FEB 23 a 201800R FEB 23): 3 de secuencia',
  ])
})

test('the repair offered is the one that mends most when tried, and trying leaves the plan as it was', () => {
  const b = new PlanBuilder()
  const law = b.type('LAW', { needsLegalBasis: true, constraints: ANY_TIME })
  const old = b.legalBasis('DS 012', { to: at(100) })
  b.legalBasis('DS 013')
  for (let n = 1; n <= 5; n += 1) b.mission(`M-${n}`, n * 200, 60, { type: law, legalBasis: old })
  const plan = b.build()
  const before = JSON.stringify([...plan.records()])
  const repair = bestRepair(plan)
  expect(repair).toMatchObject({ mended: 5, newErrors: 0 })
  expect(repair?.text).toBe('Amparar M-1 en DS 013 (desde 311900R DIC 69); igual M-2, M-3, M-4 y 1 más')
  expect(JSON.stringify([...plan.records()])).toBe(before)
  expect(plan.revision).toBe(0)
  if (repair !== null) run(plan, repair.command)
  expect(checked(plan).findings).toEqual([])
})

test('a repair that is offered mends more than it breaks', () => {
  const plan = overlong()
  const repair = bestRepair(plan)
  expect(repair?.mended).toBeGreaterThan(repair?.newErrors ?? 0)
})

test('every finding is in one place, and the order of findings and records does not matter', () => {
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const { findings, causes, alone } = checked(plan)
      expect(keysOf([...causes.flatMap((c) => c.findings), ...alone])).toEqual(keysOf(findings))
      for (const { findings: own } of causes) expect(own.length).toBeGreaterThan(1)
      const other = new PlanDocument([...plan.records()].toReversed(), 0)
      const again = causesOf(checked(other).findings.toReversed(), other)
      const groupsOf = (list: readonly Cause[]): unknown[] => list.map((c) => [c.key, keysOf(c.findings)])
      expect(groupsOf(again.causes)).toEqual(groupsOf(causes))
    }),
    { numRuns: 60 },
  )
})

test('a repair mends as many and breaks as many as a whole check says, and leaves the plan as it was', () => {
  let offered = 0
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const { causes, findings } = checked(plan)
      const [cause] = causes
      if (cause === undefined) return
      const before = JSON.stringify([...plan.records()])
      const repair = bestRepair(plan)
      expect(JSON.stringify([...plan.records()])).toBe(before)
      if (repair === null) return
      offered += 1
      const copy = new PlanDocument(plan.records(), plan.revision)
      run(copy, repair.command)
      const checker = new Checker(copy)
      checker.full()
      const known = new Set([...findings.map((f) => f.key), ...phaseKeys(plan)])
      expect(cause.findings.filter((f) => checker.get(f.key) === undefined)).toHaveLength(repair.mended)
      const errors = checker.findings().filter((f) => f.severity === 'error' && !known.has(f.key))
      expect(errors).toHaveLength(repair.newErrors)
    }),
    { numRuns: 60 },
  )
  expect(offered).toBeGreaterThan(10)
})

test('two thousand findings are grouped in some milliseconds', () => {
  const b = new PlanBuilder()
  for (let n = 0; n < 400; n += 1) {
    const unit = b.unit(`U${n}`)
    for (let m = 0; m < 6; m += 1) b.assign(b.mission(`M-${n}-${m}`, m * 30 + (n % 7), 60, { latest: 100 }), unit)
  }
  const plan = b.build()
  const { findings, causes } = checked(plan)
  expect(findings.length).toBeGreaterThan(2_000)
  expect(causes.length).toBeGreaterThan(300)
  const some = findings.slice(0, 2_000)
  const began = performance.now()
  causesOf(some, plan)
  // 15 ms on the machine it was written on.
  expect(performance.now() - began).toBeLessThan(300)
})

test('no findings, no causes', () => {
  expect(causesOf([], new PlanBuilder().build())).toEqual({ causes: [], alone: [] })
})
