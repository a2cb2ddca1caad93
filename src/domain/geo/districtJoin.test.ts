import { expect, test } from 'vitest'
import type { Place } from '../records/place.ts'
import { guessJoinFields, type JoinArea, joinDistricts, ubigeoOf } from './districtJoin.ts'

const district = (id: string, name: string, more: Partial<Place> = {}): Place => ({
  id: `place:${id}` as Place['id'],
  createdRevision: 0,
  updatedRevision: 0,
  name,
  kind: 'district',
  position: null,
  district: null,
  department: '',
  province: '',
  ubigeo: null,
  ...more,
})

const area = (feature: number, code: string | number, name: string, prov: string, dep: string): JoinArea => ({
  feature,
  name,
  properties: [
    ['UBIGEO', code],
    ['NOMBDIST', name],
    ['NOMBPROV', prov],
    ['NOMBDEP', dep],
  ],
})

const AREAS = [
  area(10, '080910', 'PICHARI', 'LA CONVENCION', 'CUSCO'),
  area(11, '050510', 'ANCHIHUAY', 'LA MAR', 'AYACUCHO'),
  area(12, '120604', 'SANTA ROSA', 'X', 'JUNIN'),
  area(13, '050509', 'SANTA ROSA', 'LA MAR', 'AYACUCHO'),
  area(14, '120699', 'VIZCATÁN DEL ENE', 'SATIPO', 'JUNÍN'),
]

test('the properties that hold codes and names are found', () => {
  expect(guessJoinFields(AREAS)).toEqual({
    code: 'UBIGEO',
    name: 'NOMBDIST',
    province: 'NOMBPROV',
    department: 'NOMBDEP',
  })
  const other = [
    {
      feature: 0,
      name: 'A',
      properties: [
        ['clave', 80910],
        ['name', 'A'],
      ] as const,
    },
  ]
  expect(guessJoinFields(other)).toEqual({ code: 'clave', name: 'name', province: null, department: null })
  expect(guessJoinFields([])).toEqual({ code: null, name: null, province: null, department: null })
  expect([ubigeoOf(80910), ubigeoOf('080910'), ubigeoOf('0809101'), ubigeoOf(null)]).toEqual([
    '080910',
    '080910',
    null,
    null,
  ])
})

test('by code first, then by name without accents, told apart by department', () => {
  const districts = [
    district('p', 'Pichari', { department: 'Cusco' }),
    district('s', 'Santa Rosa', { department: 'Ayacucho' }),
    district('v', 'Vizcatan del Ene', { department: 'Junin' }),
    district('a', 'Anco', { ubigeo: '050510' }),
    district('x', 'Sivia'),
  ]
  const join = joinDistricts(AREAS, districts, guessJoinFields(AREAS))
  expect(join.matches.map((m) => [m.district, m.feature, m.by, m.ubigeo])).toEqual([
    ['place:p', 10, 'name', '080910'],
    ['place:s', 13, 'name', '050509'],
    ['place:v', 14, 'name', '120699'],
    ['place:a', 11, 'code', '050510'],
  ])
  expect(join.districtsLeft).toEqual(['place:x'])
  expect(join.areasLeft).toEqual([12])
  expect(join.matches[0]).toMatchObject({ province: 'LA CONVENCION', department: 'CUSCO' })
})

test('a name that several areas bear is left open, and no area serves two districts', () => {
  const join = joinDistricts(AREAS, [district('s', 'Santa Rosa')], guessJoinFields(AREAS))
  expect(join.ambiguous).toEqual([{ district: 'place:s', features: [12, 13] }])
  expect(join.districtsLeft).toEqual([])
  const twice = joinDistricts(AREAS, [district('a', 'Pichari'), district('b', 'PICHARI')], guessJoinFields(AREAS))
  expect(twice.matches.map((m) => m.district)).toEqual(['place:a'])
  expect(twice.districtsLeft).toEqual(['place:b'])
})
