import { expect, test } from 'vitest'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { campaignPlan } from '../../../fields/campaignPlan.testing.ts'
import { missionComponent } from '../missions/missionComponent.ts'
import { missionItems } from '../missions/missionItems.ts'
import { unitPicture } from '../units/unitPicture.ts'
import { sheetLegend } from './sheetLegend.ts'
import type { SheetScene } from './sheetScene.ts'

const plan = campaignPlan()
const texts = textsIn('es')
const units: SceneItem[] = [...plan.all('unit')].map((unit, rank) => ({
  kind: 'symbol',
  id: unit.id,
  record: unit.id,
  title: unit.name,
  rank,
  emphasis: 'normal',
  at: [-73.8, -12.5],
  picture: unitPicture(unit.symbol, false, null),
  label: unit.name,
  badge: rank === 3 ? { tone: 'error', text: '2' } : null,
  cluster: 'units',
}))
const missions = [...plan.all('mission')].flatMap((mission, rank) =>
  missionItems(
    plan,
    mission,
    { component: missionComponent(plan, mission), emphasis: 'normal', badge: null, rank },
    texts,
  ),
)
const scene: SheetScene = [
  ['missions', missions],
  ['units', units],
]

const legend = (isOn: (item: SceneItem) => boolean) =>
  new Map(
    sheetLegend(scene, isOn, plan, texts, new Map()).map(({ title, entries }) => [
      title,
      entries.map(({ text }) => text),
    ]),
  )

test('names components, statuses, kinds of units, echelons and signs that stand on the sheet', () => {
  const groups = legend(() => true)
  expect(groups.get('Componentes')).toEqual([
    'Componente terrestre',
    'Componente naval',
    'Componente aéreo',
    'Componente de fuerzas especiales',
  ])
  expect(groups.get('Misiones')).toContain('Planeada')
  const kinds = groups.get('Unidades') ?? []
  expect(kinds).toContain('Infantería')
  expect(new Set(kinds).size).toBe(kinds.length)
  expect(groups.get('Escalones')).toContain('Brigada')
  expect(groups.get('Signos')).toEqual(['Hallazgos: errores', 'Nocional'])
  expect(groups.has('Medidas de control')).toBe(false)
})

test('leaves out what is not on the sheet', () => {
  const [first] = plan.all('unit')
  const groups = legend(({ record }) => record === first?.id)
  expect([...groups.keys()]).toEqual(['Componentes', 'Escalones', 'Unidades'])
  expect(groups.get('Componentes')).toHaveLength(1)
  expect(groups.get('Unidades')).toHaveLength(1)
  expect(legend(() => false).size).toBe(0)
})
