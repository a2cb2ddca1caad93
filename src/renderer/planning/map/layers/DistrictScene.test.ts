import { expect, test } from 'vitest'
import type { Id } from '../../../../domain/records/ids.ts'
import type { LegalBasis } from '../../../../domain/records/legalBasis.ts'
import type { Place } from '../../../../domain/records/place.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { DistrictScene } from './DistrictScene.ts'

const place = (id: string, ubigeo: string | null): Place => ({
  id: `place:${id}` as Id<'place'>,
  createdRevision: 0,
  updatedRevision: 0,
  name: id.toUpperCase(),
  kind: 'district',
  position: null,
  district: null,
  department: '',
  province: '',
  ubigeo,
})

const places = [place('a', '080910'), place('b', null)]
const [a, b] = places.map(({ id }) => id) as [Id<'place'>, Id<'place'>]
const basis = (document: string, districts: Id<'place'>[], from: number, to: number | null): LegalBasis => ({
  id: `legal-basis:${document}` as Id<'legal-basis'>,
  createdRevision: 0,
  updatedRevision: 0,
  kind: 'other',
  document,
  districts,
  from,
  to,
  requester: '',
  approver: '',
})
const ring = [
  [-74, -13],
  [-73, -13],
  [-73, -12],
  [-74, -13],
] as [number, number][]
const outlines = [
  { district: a, polygons: [[ring], [ring]] },
  { district: b, polygons: [[ring]] },
  { district: 'place:gone' as Id<'place'>, polygons: [[ring]] },
]
const inputs = {
  outlines,
  places,
  documents: [basis('DS-1', [a], 0, 100), basis('DS-2', [], 50, null)],
  at: 10,
  selection: new Set<Id>(),
  texts: textsIn('es'),
}

test('each polygon carries its district, and says what covers it at that time', () => {
  const items = new DistrictScene().update(inputs)
  expect(items.map(({ record, title }) => [record, title])).toEqual([
    [a, 'Distrito A 080910 · Base legal: DS-1'],
    [a, 'Distrito A 080910 · Base legal: DS-1'],
    [b, 'Distrito B · Sin base legal a esta hora'],
  ])
  expect(items.map(({ fill }) => fill?.hatch)).toEqual([true, true, false])
})

test('as time runs only what changes is made anew', () => {
  const scene = new DistrictScene()
  const first = scene.update(inputs)
  expect(scene.update({ ...inputs, at: 20, selection: new Set() })).toBe(first)
  const later = scene.update({ ...inputs, at: 60 })
  expect(later.at(-1)?.title).toBe('Distrito B · Base legal: DS-2')
  const chosen = scene.update({ ...inputs, at: 60, selection: new Set([b]) })
  expect(chosen[0]).toBe(later[0])
  expect(chosen.at(-1)).toMatchObject({ emphasis: 'selected' })
  expect(scene.update({ ...inputs, at: 200 })[0]?.title).toBe('Distrito A 080910 · Base legal: DS-2')
})
