import { expect, test } from 'vitest'
import type { SceneItem, SceneLayer } from '../../../map-engine/Scene.ts'
import { PRINT_PARTS, type PrintPart } from './printView.ts'
import { FRAME_ID, sceneOnScreen } from './sheetScene.ts'

const symbol = (id: string): SceneItem => ({
  kind: 'symbol',
  id,
  record: null,
  title: id,
  rank: 0,
  emphasis: 'selected',
  at: [-73.8, -12.5],
  picture: { key: 'k', svg: '<svg/>', width: 1, height: 1, anchor: [0, 0] },
  label: id,
  badge: { tone: 'error', text: '1' },
  cluster: null,
})
const shown: Partial<Record<SceneLayer, SceneItem[]>> = {
  grid: [symbol('g')],
  missions: [symbol('m')],
  units: [symbol('u')],
  notes: [symbol(`${FRAME_ID} a`)],
}
const map = { items: (layer: SceneLayer) => shown[layer] ?? [] }
const all = new Set<PrintPart>(PRINT_PARTS)
const without = (...parts: PrintPart[]): Set<PrintPart> => new Set(PRINT_PARTS.filter((part) => !parts.includes(part)))

test('takes what the map shows, neither its grid nor the frame itself, and knows no selection', () => {
  const scene = sceneOnScreen(map, all, new Set())
  expect(scene.map(([layer, items]) => [layer, items.map(({ id }) => id)])).toEqual([
    ['missions', ['m']],
    ['units', ['u']],
  ])
  expect(scene.flatMap(([, items]) => items.map(({ emphasis }) => emphasis))).toEqual(['normal', 'normal'])
})

test('leaves off what was left off, on the map or on the sheet', () => {
  expect(sceneOnScreen(map, without('missions'), new Set()).map(([layer]) => layer)).toEqual(['units'])
  expect(sceneOnScreen(map, all, new Set<SceneLayer>(['units'])).map(([layer]) => layer)).toEqual(['missions'])
  const [unit] = sceneOnScreen(map, without('labels', 'findings', 'missions'), new Set())[0]?.[1] ?? []
  expect(unit).toMatchObject({ label: null, badge: null })
})
