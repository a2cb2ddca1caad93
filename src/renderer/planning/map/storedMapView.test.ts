import { expect, test } from 'vitest'
import type { StoredMapView } from '../../session/PlanStorage.ts'
import { fromStored, withStored } from './storedMapView.ts'

const view: StoredMapView = {
  center: [-73.8, -12.5],
  metresPerPixel: 120,
  hiddenLayers: ['measures'],
  panel: 'in-view',
  isGridShown: true,
  isSplit: true,
}
const kept = {
  ...view,
  center: [-73.8, -12.5] as [number, number],
  hiddenLayers: new Set(['measures'] as const),
  panel: 'in-view' as const,
}

test('a view comes back as it was left', () => {
  expect(fromStored(withStored({}, 'plan:a', kept)['plan:a'])).toEqual(kept)
  expect(fromStored(undefined)).toEqual({})
})

test('what another version stored does no harm', () => {
  const strange = { ...view, center: [400, -12] as const, hiddenLayers: ['measures', 'hologram'], panel: 'radar' }
  expect(fromStored(strange)).toEqual({
    hiddenLayers: new Set(['measures']),
    panel: 'none',
    isGridShown: true,
    isSplit: true,
  })
})

test('the plan looked at last stands last, and old plans are dropped', () => {
  let views: Readonly<Record<string, StoredMapView>> = {}
  for (let i = 0; i < 60; i++) views = withStored(views, `plan:${i}`, kept)
  views = withStored(views, 'plan:30', kept)
  const ids = Object.keys(views)
  expect(ids).toHaveLength(40)
  expect(ids.at(-1)).toBe('plan:30')
  expect(ids).not.toContain('plan:5')
})
