import { expect, test } from 'vitest'
import { UnitTracks } from '../../../../domain/plan/UnitTracks.ts'
import type { AssignmentPart } from '../../../../domain/records/assignment.ts'
import { type Id, makeId } from '../../../../domain/records/ids.ts'
import { PlanBuilder, standing } from '../../../../domain/testing/planBuilder.testing.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { missionLinks } from './missionLinks.ts'

const texts = textsIn('es')
const at = (lon: number, lat: number) => ({ position: [lon, lat] as [number, number] })

function assignAs(builder: PlanBuilder, mission: Id<'mission'>, unit: Id<'unit'>, part: AssignmentPart): void {
  const id = builder.assign(mission, unit)
  const record = builder.records.get(id)
  if (record !== undefined) builder.records.set(id, { ...record, part })
}

function linksAt(builder: PlanBuilder, mission: string, time = 0) {
  const plan = builder.build()
  return missionLinks(plan, new UnitTracks(plan), [makeId('mission', mission)], time, texts)
}

test('each unit is tied from where it is, by a line that tells its part', () => {
  const builder = new PlanBuilder()
  const mission = builder.mission('M', 10_000, 100, { places: standing(-73.8, -12.5) })
  for (const [i, part] of (['supported', 'supporting', 'reserve'] as const).entries()) {
    const unit = builder.unit(`U${i}`, { home: at(-73 + i / 10, -12) })
    assignAs(builder, mission, unit, part)
  }
  const links = linksAt(builder, 'M')
  expect(links.map((link) => link.kind === 'line' && [link.label, link.path[0], link.path[1]])).toEqual([
    ['U0 · Apoyada', [-73, -12], [-73.8, -12.5]],
    ['U1 · De apoyo', [-72.9, -12], [-73.8, -12.5]],
    ['U2 · Reserva', [-72.8, -12], [-73.8, -12.5]],
  ])
  const dashes = links.map((link) => (link.kind === 'line' ? link.stroke.dash.join(' ') : 'none'))
  expect(new Set(dashes).size).toBe(3)
})

test('units that come from one place share a line, the foremost part leading', () => {
  const builder = new PlanBuilder()
  const mission = builder.mission('M', 10_000, 100, { places: standing(-73.8, -12.5) })
  assignAs(builder, mission, builder.unit('R', { home: at(-73, -12) }), 'reserve')
  assignAs(builder, mission, builder.unit('S', { home: at(-73, -12) }), 'supported')
  expect(linksAt(builder, 'M')).toMatchObject([{ label: 'S · Apoyada, R · Reserva', stroke: { dash: [] } }])
})

test('where units are at the mission already, a ring says so', () => {
  const builder = new PlanBuilder()
  const mission = builder.mission('M', 0, 100, { places: standing(-73.8, -12.5) })
  builder.assign(mission, builder.unit('U', { home: at(-73.8, -12.5) }))
  expect(linksAt(builder, 'M', 50)).toMatchObject([{ kind: 'symbol', label: 'Aquí: U · Apoyada', at: [-73.8, -12.5] }])
})

test('enablers are tied from either end, once', () => {
  const builder = new PlanBuilder()
  const insertion = builder.mission('I', 0, 100, { places: standing(-73, -12) })
  builder.mission('M', 200, 100, {
    places: standing(-73.8, -12.5),
    enablers: [{ kind: 'insertion', mission: insertion }],
  })
  const plan = builder.build()
  const both = [makeId('mission', 'M'), insertion]
  const of = (...ids: typeof both) => missionLinks(plan, new UnitTracks(plan), ids, 0, texts)
  expect(of(makeId('mission', 'M'))).toMatchObject([
    {
      label: 'I · Inserción',
      path: [
        [-73, -12],
        [-73.8, -12.5],
      ],
    },
  ])
  expect(of(insertion)).toEqual(of(makeId('mission', 'M')))
  expect(of(...both)).toHaveLength(1)
})
