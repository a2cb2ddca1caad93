import { expect, test } from 'vitest'
import type { Id } from '../../../records/ids.ts'
import { amounts, ANY_TIME, at, PlanBuilder, standing } from '../../../testing/planBuilder.testing.ts'
import { DAY, HOUR } from '../../../time/planTime.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import { requestFor } from '../request.testing.ts'
import type { TaskingRequest } from '../TaskingRequest.ts'
import { Timetable } from '../timetable/Timetable.ts'
import { Explainer } from './Explainer.ts'
import { sayConflict } from './sayConflict.ts'
import { sayFreed } from './sayFreed.ts'
import { sayTimeReason } from './sayTimeReason.ts'
import { sayUnitReason } from './sayUnitReason.ts'

/** A plan whose chosen missions are placed one after the other, as early as may be. */
function tasked(b: PlanBuilder, missions: readonly Id<'mission'>[], fields: Partial<TaskingRequest> = {}) {
  const plan = b.build()
  const model = buildTaskingModel(plan, requestFor({ missions: [...missions], ...fields }))
  const timetable = new Timetable(model)
  for (const { index, first, last } of model.tasks) {
    const placement = timetable.findFirst(index, first, last, () => 0)
    if (placement !== null) timetable.place(index, placement)
  }
  const explainer = new Explainer(model, timetable)
  const indexOf = (mission: Id<'mission'>): number => model.taskOf.get(mission)?.index ?? -1
  return {
    conflict: (mission: Id<'mission'>) => {
      const conflict = explainer.conflictOf(indexOf(mission))
      const both = (['es', 'en'] as const).map((language) => [
        sayConflict(conflict, mission, plan, language),
        ...conflict.requirements.flatMap((d) => sayFreed(d, mission, plan, language) ?? []),
      ])
      return { conflict, es: both[0], en: both[1] }
    },
    whyThen: (mission: Id<'mission'>) =>
      (['es', 'en'] as const).map((language) =>
        explainer.whyThen(indexOf(mission)).map((r) => sayTimeReason(r, mission, plan, language)),
      ),
    whyThese: (mission: Id<'mission'>) =>
      (['es', 'en'] as const).map((language) =>
        explainer.whyThese(indexOf(mission)).map((r) => sayUnitReason(r, plan, language)),
      ),
    start: (mission: Id<'mission'>) => timetable.placementOf(indexOf(mission))?.start,
  }
}

/** A type of missions that ask helicopters. */
function airPlan(quantity: number) {
  const b = new PlanBuilder({ horizon: { from: 0, to: 30 * DAY } })
  const type = b.type('AIR', { components: ['ground'], capabilities: amounts({ helicopter: quantity }) })
  const aviation = (local: string, fields: Parameters<PlanBuilder['unit']>[1] = {}) =>
    b.unit(local, { capabilities: amounts({ helicopter: 1 }), ...fields })
  const mission = (local: string, fields: Parameters<PlanBuilder['mission']>[3] = {}) =>
    b.mission(local, null, 6 * HOUR, { type, ...fields })
  return { b, type, aviation, mission }
}

test('a mission that needs two lifts on a day on which one is allocated', () => {
  const { b, aviation, mission } = airPlan(2)
  aviation('Av-1')
  aviation('Av-2', { allocation: [{ from: at(6 * DAY), to: null }] })
  const m31 = mission('M-031', { earliest: 4 * DAY, latest: 5 * DAY })
  const { conflict, es, en } = tasked(b, [m31]).conflict(m31)
  expect(conflict.isProven).toBe(true)
  expect(es).toEqual([
    'M-031 pide 2 de helicóptero con inicio hasta 190600R FEB 23 («no después de»); hay 1 con asignación entonces. Sin asignación entonces: Av-2',
    'Cabría si otros le dieran 2 de helicóptero: 181200R FEB 23, con Av-1',
    'Cabría si la asignación al comando de Av-2 alcanzara: 181200R FEB 23, con Av-1, Av-2',
    'Cabría si pudiera terminar después de su «no después de»: 201200R FEB 23, con Av-1, Av-2',
  ])
  expect(en?.[0]).toBe(
    'M-031 needs 2 of helicopter starting by 190600R FEB 23 (“not after”); one is allocated then. Not allocated then: Av-2',
  )
})

test('more than all units have together', () => {
  const { b, aviation, mission } = airPlan(3)
  aviation('Av-1')
  aviation('Av-2')
  const m = mission('M-1')
  const { conflict, es, en } = tasked(b, [m]).conflict(m)
  expect(conflict.requirements.map((d) => d.requirement.kind)).toEqual(['capability'])
  expect(es?.[0]).toBe('M-1 pide 3 de helicóptero; hay 2 entre todas las unidades')
  expect(en?.[0]).toBe('M-1 needs 3 of helicopter; there are 2 among all units')
})

test('missions that hold the only unit are named, and counting proves that not all fit', () => {
  const { b, aviation, mission } = airPlan(1)
  aviation('Av-1')
  const window = { earliest: 0, latest: 14 * HOUR }
  const [m1, m2, m3] = ['M-1', 'M-2', 'M-3'].map((code) => mission(code, window)) as [
    Id<'mission'>,
    Id<'mission'>,
    Id<'mission'>,
  ]
  const { conflict, es, en } = tasked(b, [m1, m2, m3]).conflict(m3)
  expect(conflict.isProven).toBe(true)
  expect(es).toEqual([
    'M-3 pide 1 de helicóptero con inicio hasta 142000R FEB 23 («no después de»); hay 0 sin otra tarea. Ocupan fuerza: M-2 (Av-1), M-1 (Av-1). De 141200R FEB 23 a 150200R FEB 23, 3 misiones piden 18 h de helicóptero y hay 14 h',
    'Cabría si pudiera terminar después de su «no después de»: 150000R FEB 23, con Av-1',
    'Cabría si M-2 dejara libre a Av-1: 141800R FEB 23, con Av-1',
    'Cabría si M-1 dejara libre a Av-1: 141200R FEB 23, con Av-1',
  ])
  expect(en?.[0]).toContain('Force is held by: M-2 (Av-1), M-1 (Av-1)')
})

test('what the search could have done otherwise is no proof', () => {
  const { b, aviation, mission } = airPlan(1)
  aviation('Av-1')
  // The first in the list takes the middle of the time: nothing is left for the second, though both would fit.
  const m1 = mission('M-1', { earliest: 3 * HOUR, latest: 14 * HOUR })
  const m2 = mission('M-2', { earliest: 0, latest: 8 * HOUR })
  const { conflict, es } = tasked(b, [m1, m2]).conflict(m2)
  expect(conflict.isProven).toBe(false)
  expect(es?.[0]).toMatch(/Ocupan fuerza: M-1 \(Av-1\)\. Otro reparto podría darle lugar$/)
})

test('bounds that leave no start say by how much', () => {
  const { b, aviation, mission } = airPlan(1)
  aviation('Av-1')
  const before = b.mission('M-0', 0, 10 * HOUR)
  const m = mission('M-1', { latest: 12 * HOUR })
  b.dependency(before, m)
  const { conflict, es, en } = tasked(b, [m]).conflict(m)
  expect(conflict).toMatchObject({ isProven: true })
  expect(es).toEqual([
    'M-1 termina no después de 150000R FEB 23 y dura 6 h y puede empezar desde 142200R FEB 23 por su dependencia con M-0: faltan 4 h',
    'Cabría si pudiera terminar después de su «no después de»: 142200R FEB 23, con Av-1',
    'Cabría si no dependiera de M-0: 141200R FEB 23, con Av-1',
  ])
  expect(en?.[0]).toBe(
    'M-1 ends no later than 150000R FEB 23 and takes 6 h and may start from 142200R FEB 23 on by its dependency with M-0: 4 h short',
  )
})

test('an order of tasks that no starts can keep is proven, though the other one is placed', () => {
  const { b, aviation, mission } = airPlan(1)
  aviation('Av-1')
  aviation('Av-2')
  const [m1, m2] = [mission('M-1', { earliest: 6 * HOUR }), mission('M-2', { latest: 16 * HOUR })]
  b.dependency(m1, m2)
  const { conflict, es } = tasked(b, [m1, m2]).conflict(m2)
  expect(conflict.isProven).toBe(true)
  expect(es?.[0]).toBe(
    'M-2 termina no después de 150400R FEB 23 y dura 6 h y puede empezar desde 150000R FEB 23 por su dependencia con M-1: faltan 2 h',
  )
})

test('missions that wait for each other in a circle', () => {
  const { b, aviation, mission } = airPlan(1)
  for (const name of ['Av-1', 'Av-2', 'Av-3']) aviation(name)
  const [m1, m2, m3] = ['M-1', 'M-2', 'M-3'].map((code) => mission(code)) as [
    Id<'mission'>,
    Id<'mission'>,
    Id<'mission'>,
  ]
  b.dependency(m1, m2)
  b.dependency(m2, m3)
  b.dependency(m3, m1)
  const { conflict, es, en } = tasked(b, [m1, m2, m3]).conflict(m3)
  expect(conflict.isProven).toBe(true)
  expect(conflict.requirements).toHaveLength(3)
  expect(es).toEqual(['M-3, M-1 y M-2 se esperan en círculo, y no hay tiempos que lo cumplan'])
  expect(en).toEqual(['M-3, M-1, and M-2 wait for each other in a circle, and no times can keep that'])
})

test('a need for an enabler that nobody gives, and for a legal basis that does not cover', () => {
  const { b, aviation } = airPlan(1)
  aviation('Av-1')
  const needy = b.type('NEEDY', { capabilities: amounts({ helicopter: 1 }), enablers: ['insertion'] })
  const lawful = b.type('LAWFUL', { capabilities: amounts({ helicopter: 1 }), needsLegalBasis: true })
  const [m1, m2] = [b.mission('M-1', null, 60, { type: needy }), b.mission('M-2', null, 60, { type: lawful })]
  const { conflict } = tasked(b, [m1, m2])
  expect(conflict(m1)).toMatchObject({
    conflict: {
      isProven: true,
      requirements: [{ requirement: { kind: 'enabler', enabler: 'insertion', other: null } }],
    },
    es: [
      'M-1 necesita inserción y ninguna misión vinculada sirve para ello',
      'Cabría si otra misión le diera inserción: 141200R FEB 23, con Av-1',
    ],
  })
  expect(conflict(m2).es?.[0]).toBe('M-2 pide base legal y ninguna la ampara entonces')
})

test('a mission whose enabler has no place itself', () => {
  const { b, aviation, mission } = airPlan(1)
  aviation('Av-1')
  const flight = b.type('FLY', { capabilities: amounts({ helicopter: 9 }), provides: ['insertion'] })
  const needy = b.type('NEEDY', { capabilities: amounts({ helicopter: 1 }), enablers: ['insertion'] })
  const fly = b.mission('M-1', null, 60, { type: flight })
  const m = mission('M-2', { type: needy, enablers: [{ kind: 'insertion', mission: fly }] })
  const { conflict } = tasked(b, [fly])
  expect(conflict(fly).es?.[0]).toBe('M-1 pide 9 de helicóptero; hay 1 entre todas las unidades')
  const both = b.build()
  const model = buildTaskingModel(both, requestFor({ missions: [fly, m] }))
  const found = new Explainer(model, new Timetable(model)).conflictOf(1)
  expect(found.isProven).toBe(true)
  expect(sayConflict(found, m, both, 'es')).toBe('M-2 va unida a M-1 por inserción, y M-1 no tiene hora que sirva')
})

test('units that a mission keeps may be what stands in the way', () => {
  const { b, aviation, mission } = airPlan(1)
  const unit = aviation('Av-1', { allocation: [{ from: at(5 * DAY), to: null }] })
  const m = mission('M-1', { latest: 2 * DAY })
  b.assign(m, unit, { helicopter: 1 })
  const { conflict } = tasked(b, [m], { units: 'keep' })
  expect(conflict(m).es).toEqual([
    'Las unidades que M-1 conserva no pueden ir con inicio hasta 160600R FEB 23 («no después de»). Sin asignación entonces: Av-1',
    'Cabría si la asignación al comando de Av-1 alcanzara: 141200R FEB 23',
    'Cabría si pudiera terminar después de su «no después de»: 191200R FEB 23',
  ])
})

test('why then: nothing where it starts as early as it may, else what ended just before', () => {
  const { b, aviation, mission } = airPlan(1)
  aviation('Av-1')
  const [m1, m2] = [mission('M-1', { earliest: HOUR }), mission('M-2', { earliest: HOUR })]
  const { whyThen, start } = tasked(b, [m1, m2])
  expect([start(m1), start(m2)]).toEqual([HOUR, 7 * HOUR])
  expect(whyThen(m1)).toEqual([[], []])
  expect(whyThen(m2)).toEqual([['Av-1 está en M-1 hasta 141900R FEB 23'], ['Av-1 is on M-1 until 141900R FEB 23']])
})

test('why then: light, and what kept the unit from the last time that suited', () => {
  const { b, aviation } = airPlan(1)
  aviation('Av-1')
  const type = b.type('DAY', {
    capabilities: amounts({ helicopter: 1 }),
    constraints: { ...ANY_TIME, light: 'day' },
  })
  const places = standing(-74, -12)
  const m1 = b.mission('M-1', null, 5 * HOUR, { type, places, earliest: 0 })
  const m2 = b.mission('M-2', null, 5 * HOUR, { type, places, earliest: 0 })
  const { whyThen } = tasked(b, [m1, m2])
  const [es, en] = whyThen(m2)
  expect(es).toHaveLength(2)
  expect(es?.[0]).toMatch(/^M-2 pide luz de día, que hay desde 15\d{4}R FEB 23$/)
  expect(es?.[1]).toBe('Av-1 está en M-1 hasta 141700R FEB 23')
  expect(en?.[0]).toMatch(/^M-2 asks for daylight, which there is from 15\d{4}R FEB 23$/)
})

test('why these: the only one free, the nearest, the one with least work, the one that was there', () => {
  const mobility = [{ mode: 'road' as const, speedKmh: 50 }]
  const { b, aviation, mission } = airPlan(1)
  const home = (lon: number) => ({
    mobility,
    states: {
      location: [{ from: at(-DAY), at: { position: [lon, -12] as [number, number] } }],
      readiness: [],
      superior: [],
    },
  })
  const near = aviation('Av-near', home(-74.1))
  aviation('Av-far', home(-74.9))
  const m = mission('M-1', { earliest: 2 * DAY, places: standing(-74, -12) })
  const other = mission('M-2', { earliest: 2 * DAY, latest: 2 * DAY + 6 * HOUR, places: standing(-74, -12) })
  const { whyThese } = tasked(b, [m, other])
  expect(whyThese(m)[0]).toEqual([
    expect.stringMatching(
      /^Av-near: la única libre entonces de 2 que podrían; .+ de camino; 6 h de trabajo en el plan$/,
    ),
  ])
  expect(whyThese(other)[1]).toEqual([expect.stringMatching(/^Av-far: the only one free then of 2 that could/)])
  expect(tasked(b, [m]).whyThese(m)[0]).toEqual([
    expect.stringMatching(
      /^Av-near: la más cercana, a .+ de camino; 2 libres de 2 que podrían; 6 h de trabajo en el plan$/,
    ),
  ])
  b.assign(m, near, {})
  expect(tasked(b, [m]).whyThese(m)[1]).toEqual([
    expect.stringMatching(/^Av-near: was on the mission before; 2 free of 2/),
  ])
})
