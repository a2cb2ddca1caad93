import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedWords, Gazetteer, type GazetteerEntry, type NameSource } from './gazetteer.ts'

const entry = (
  id: string,
  name: string,
  { source = 'town', population = null, position = [-73.8, -12.5], aliases = '' }: Partial<GazetteerEntry> = {},
): GazetteerEntry => ({ id, name, source, population, position, aliases, detail: '' })

function filled(...entries: readonly GazetteerEntry[]): Gazetteer {
  const gazetteer = new Gazetteer()
  for (const each of entries) gazetteer.set(each)
  return gazetteer
}

const idsOf = (gazetteer: Gazetteer, text: string, near: GazetteerEntry['position'] = null): string[] =>
  gazetteer.find({ text, near, limit: 50 }).map(({ id }) => id)

test('finds beginnings of words, whatever accents, case and marks', () => {
  const gazetteer = filled(
    entry('a', 'San Miguel del Ene'),
    entry('b', 'Ñahuinpuquio'),
    entry('c', 'M-031 Inserción en Llochegua', { source: 'mission' }),
    entry('d', 'Teniente Pérez Pinedo', { aliases: 'SPAY' }),
  )
  expect(idsOf(gazetteer, 'MIGUEL ENE')).toEqual(['a'])
  expect(idsOf(gazetteer, 'ene mig')).toEqual(['a'])
  expect(idsOf(gazetteer, 'nahuin')).toEqual(['b'])
  expect(idsOf(gazetteer, 'm-031')).toEqual(['c'])
  expect(idsOf(gazetteer, 'insercion lloch')).toEqual(['c'])
  expect(idsOf(gazetteer, 'spay')).toEqual(['d'])
  expect(idsOf(gazetteer, 'iguel')).toEqual([])
  expect(idsOf(gazetteer, ' – ')).toEqual([])
})

test('folds plain names and marked ones alike', () => {
  expect(foldedWords(' M-031: San  Miguel (Ene) ')).toBe('m 031 san miguel ene')
  expect(foldedWords(' M-031: Sán  Mïguel (Ene) ')).toBe('m 031 san miguel ene')
})

test('lists the plan before what lies around, whole names before beginnings before words within', () => {
  const gazetteer = filled(
    entry('within', 'Alto Pichari', { population: 9_000_000 }),
    entry('begins', 'Pichari Baja', { population: 100_000 }),
    entry('whole', 'Pichari'),
    entry('plan', 'Base Pichari', { source: 'place' }),
  )
  expect(idsOf(gazetteer, 'pichari')).toEqual(['plan', 'whole', 'begins', 'within'])
})

test('of names that fit alike the greater comes first, and the nearer of equals', () => {
  const gazetteer = filled(
    entry('far', 'Santa Rosa', { position: [-70, -12.5] }),
    entry('near', 'Santa Rosa', { position: [-73.9, -12.5] }),
    entry('great', 'Santa Rosa', { position: [-73, -12.5], population: 12_000 }),
  )
  expect(idsOf(gazetteer, 'santa', [-73.8, -12.5])).toEqual(['great', 'near', 'far'])
})

test('follows what comes, changes and goes', () => {
  const gazetteer = filled(entry('a', 'Sivia'), entry('b', 'Sivia Alta'))
  gazetteer.set(entry('a', 'Canayre'))
  expect(idsOf(gazetteer, 'siv')).toEqual(['b'])
  expect(idsOf(gazetteer, 'cana')).toEqual(['a'])
  gazetteer.delete('b')
  expect(idsOf(gazetteer, 'siv')).toEqual([])
  expect(gazetteer.size).toBe(1)
})

test('can be asked for some sources only', () => {
  const gazetteer = filled(entry('u', 'Pichari', { source: 'unit' }), entry('t', 'Pichari'))
  const sources: NameSource[] = ['town']
  expect(gazetteer.find({ text: 'pich', near: null, sources, limit: 5 }).map(({ id }) => id)).toEqual(['t'])
})

const name = fc.array(fc.constantFrom('San', 'Ene', 'Pichari', 'Ñu', 'Río', 'M-1'), { minLength: 1, maxLength: 4 })
const step = fc.record({ id: fc.integer({ min: 0, max: 12 }), name: fc.option(name.map((words) => words.join(' '))) })

test('after any comings and goings it finds what a plain look through all names finds', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom('s', 'en', 'pichari', 'nu rio', 'm 1'),
      (steps, query) => {
        const gazetteer = new Gazetteer()
        const names = new Map<string, string>()
        for (const each of steps) {
          const id = String(each.id)
          if (each.name === null) {
            gazetteer.delete(id)
            names.delete(id)
          } else {
            gazetteer.set(entry(id, each.name))
            names.set(id, each.name)
          }
        }
        const expected = [...names].filter(([, text]) => {
          const words = foldedWords(text).split(' ')
          return query.split(' ').every((needle) => words.some((word) => word.startsWith(needle)))
        })
        expect(idsOf(gazetteer, query).toSorted()).toEqual(expected.map(([id]) => id).toSorted())
      },
    ),
  )
})

test('gives the first fifty of 100,000 names, and finds a single one among them', () => {
  const syllables = ['pi', 'cha', 'ri', 'llo', 'san', 'ta', 'ro', 'sa', 'ene', 'qui', 'mbi', 'ma', 'nu', 'co']
  const part = (i: number, k: number): string => syllables[(i * 7 + k * 13 + (i >> k)) % syllables.length] ?? ''
  const gazetteer = new Gazetteer()
  for (let i = 0; i < 100_000; i++) {
    const text = `${part(i, 1)}${part(i, 2)}${part(i, 3)} ${part(i, 4)}${part(i, 5)} ${i}`
    gazetteer.set(
      entry(String(i), text, { population: i % 5000, position: [-80 + (i % 100) / 10, -15 + (i % 77) / 7] }),
    )
  }
  for (const text of ['p', 'pi', 'san', 's', 'qui m']) {
    const found = gazetteer.find({ text, near: [-73.8, -12.5], limit: 50 })
    expect(found.length).toBeLessThanOrEqual(50)
    expect(found.length).toBeGreaterThan(0)
  }
  expect(gazetteer.find({ text: '77777', near: [-73.8, -12.5], limit: 50 }).map((f) => f.id)).toContain('77777')
})
