import { expect, test } from 'vitest'
import type { Position } from '../../../domain/records/common.ts'
import { loadBaseMap } from './loadBaseMap.ts'

const base = await loadBaseMap()
const named = (name: string) => {
  const river = base.rivers.find((each) => each.name === name)
  if (river === undefined) throw new Error(`no river ${name}`)
  return river.path
}
const kilometres = ([x1, y1]: Position, [x2, y2]: Position) =>
  111.2 * Math.hypot((x1 - x2) * Math.cos((y1 * Math.PI) / 180), y1 - y2)
const distanceTo = (name: string, at: Position) => Math.min(...named(name).map((point) => kilometres(point, at)))

test('holds all four layers, and unknown population as unknown', () => {
  expect(base.departments).toHaveLength(13)
  expect(base.towns).toHaveLength(397)
  expect(base.airfields).toHaveLength(31)
  expect(base.rivers.filter((river) => river.name === null).length).toBeGreaterThan(20)
  expect(base.towns.filter((town) => town.population === null)).toHaveLength(151)
  expect(base.towns.every((town) => town.population !== 0)).toBe(true)
})

test('each named river is one unbroken line', () => {
  const steps = base.rivers
    .filter((river) => river.name !== null)
    .flatMap(({ name, path }) =>
      path.slice(1).map((point, at) => ({ name, km: kilometres(path[at] as Position, point) })),
    )
  expect(steps.length).toBeGreaterThan(2_000)
  expect(steps.filter(({ km }) => km > 4)).toEqual([])
})

test('rivers pass the towns that are known to lie on them', () => {
  const banks: [string, string][] = [
    ['Pichari', 'Apurímac'],
    ['Kimbiri', 'Apurímac'],
    ['Sivia', 'Apurímac'],
    ['Huancayo', 'Mantaro'],
    ['Quillabamba', 'Urubamba'],
    ['Sepahua', 'Urubamba'],
    ['Machupicchu', 'Urubamba'],
    ['Atalaya', 'Tambo'],
    ['Puerto Ocopa', 'Perené'],
  ]
  for (const [town, river] of banks) {
    const at = base.towns.find(({ name }) => name === town)?.at
    if (at === undefined) throw new Error(`no town ${town}`)
    expect(distanceTo(river, at), `${town} on the ${river}`).toBeLessThan(6)
  }
})

test('rivers meet where they do: Apurímac and Mantaro make the Ene, with the Perené the Tambo, with the Urubamba the Ucayali', () => {
  const ends = (name: string) => [named(name)[0] as Position, named(name).at(-1) as Position] as const
  const source = (name: string) => ends(name)[0]
  const mouth = (name: string) => ends(name)[1]
  expect(kilometres(mouth('Apurímac'), source('Ene'))).toBeLessThan(1)
  expect(kilometres(mouth('Mantaro'), source('Ene'))).toBeLessThan(1)
  expect(kilometres(mouth('Ene'), source('Tambo'))).toBeLessThan(0.1)
  expect(kilometres(mouth('Perené'), source('Tambo'))).toBeLessThan(1)
  expect(kilometres(mouth('Tambo'), source('Ucayali'))).toBeLessThan(0.1)
  expect(kilometres(mouth('Urubamba'), source('Ucayali'))).toBeLessThan(1)
  expect(distanceTo('Apurímac', mouth('Pampas'))).toBeLessThan(1)
})
