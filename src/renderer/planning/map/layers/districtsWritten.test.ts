import { expect, test } from 'vitest'
import type { DistrictJoin } from '../../../../domain/geo/districtJoin.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { districtsWritten } from './districtsWritten.ts'

const place = (id: string) => `place:${id}` as Id<'place'>
const join: DistrictJoin = {
  matches: [
    { feature: 1, district: place('a'), by: 'name', ubigeo: '080910', province: 'LA CONVENCION', department: 'CUSCO' },
    { feature: 2, district: place('b'), by: 'code', ubigeo: '050504', province: '', department: 'AYACUCHO' },
    { feature: 3, district: place('gone'), by: 'name', ubigeo: '050505', province: '', department: '' },
  ],
  districtsLeft: [],
  ambiguous: [],
  areasLeft: [],
}
const districts = [
  { id: place('a'), ubigeo: null, province: '', department: 'Cusco' },
  { id: place('b'), ubigeo: '050504', province: 'La Mar', department: 'Ayacucho' },
]

test('the plan’s own names stay unless they are asked for; what is empty is filled', () => {
  expect(districtsWritten(join, districts, false)).toEqual([
    { place: 'place:a', ubigeo: '080910', province: 'LA CONVENCION' },
  ])
  expect(districtsWritten(join, districts, true)).toEqual([
    { place: 'place:a', ubigeo: '080910', province: 'LA CONVENCION', department: 'CUSCO' },
    { place: 'place:b', department: 'AYACUCHO' },
  ])
})
