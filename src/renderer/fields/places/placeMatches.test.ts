import { expect, test } from 'vitest'
import type { GazetteerEntry } from '../../../domain/geo/gazetteer.ts'
import { PlaceNames } from '../../session/PlaceNames.ts'
import { placeMatches } from './placeMatches.ts'

const entry = (id: string, source: GazetteerEntry['source'], position: GazetteerEntry['position']): GazetteerEntry => ({
  id,
  source,
  name: 'Pichari',
  aliases: '',
  detail: '',
  position,
  population: null,
})

function matchesOf(text: string, ...entries: readonly GazetteerEntry[]) {
  const names = new PlaceNames({ store: { getState: () => ({ plan: null, revision: 0 }) }, changesSince: () => null })
  names.setSource('test', entries)
  const { matches, error } = placeMatches(names, {
    text,
    near: null,
    sources: ['place', 'town', 'layer'],
    language: 'es',
  })
  return { ids: matches.map(({ id }) => id), error }
}

test('coordinates come first, names after', () => {
  expect(matchesOf('-12.5 -73.8')).toEqual({ ids: ['coordinates'], error: null })
  expect(matchesOf('pich', entry('t', 'town', [-73.8, -12.5]))).toEqual({ ids: ['t'], error: null })
})

test('says what is wrong only with what can be nothing but coordinates', () => {
  expect(matchesOf('18LXM30391').error).toBe('mgrs-digits')
  expect(matchesOf('12 61 00 S 73 00 00 O').error).toBe('minutes-range')
  expect(matchesOf('Pichari').error).toBeNull()
  expect(matchesOf('12').error).toBeNull()
})

test('a town that the plan has as a place is not offered twice, another of its name is', () => {
  const own = entry('own', 'place', [-73.8, -12.5])
  const same = entry('same', 'town', [-73.82, -12.52])
  const other = entry('other', 'town', [-71, -12.5])
  expect(matchesOf('pichari', own, same, other).ids).toEqual(['own', 'other'])
})
