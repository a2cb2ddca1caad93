import { expect, test } from 'vitest'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { makeId, type RecordKind } from '../records/ids.ts'
import { readTemplateFile } from '../templates/templateFile.testing.ts'
import { readTemplate } from '../templates/readTemplate.ts'
import { prepare } from './catalog.ts'

const template = readTemplate(readTemplateFile('campaign-2023'))
if (!template.ok) throw new Error(template.error.code)
const plan = new PlanDocument(template.value, 0)
let ids = 0
const context = {
  now: 0,
  author: 'test',
  newId: <K extends RecordKind>(kind: K) => {
    ids += 1
    return makeId(kind, `n${ids}`)
  },
}
const ground = makeId('component', 'ground')
const naval = makeId('component', 'naval')

test('adds lines under each other and changes units, in one difference', () => {
  const change = prepare(
    {
      type: 'pasteUnits',
      added: [
        { designation: 'Sec 1', component: naval, superior: { line: 1 }, echelon: 'platoon' },
        { designation: 'Cía X', component: naval, superior: { unit: makeId('unit', 'bda-2') }, strength: 90 },
      ],
      changed: [{ unit: makeId('unit', 'bda-31'), strength: 1_200, echelon: 'division' }],
    },
    plan,
    context,
  )
  if (!change.ok) throw new Error(change.error.code)
  const { added, updated } = change.value.diff
  expect(added).toMatchObject([
    { designation: 'Sec 1', name: 'Sec 1', component: ground, parent: added[1]?.id, symbol: '10031000140000000000' },
    { designation: 'Cía X', component: ground, parent: 'unit:bda-2', strength: 90, allocation: [], capabilities: [] },
  ])
  expect(updated.map(([, to]) => to)).toMatchObject([{ strength: 1_200, symbol: '10031000211211000000' }])
})

test('lines that are above each other are refused', () => {
  const change = prepare(
    {
      type: 'pasteUnits',
      added: [
        { designation: 'A', component: ground, superior: { line: 1 } },
        { designation: 'B', component: ground, superior: { line: 0 } },
      ],
      changed: [],
    },
    plan,
    context,
  )
  expect(change).toMatchObject({ ok: false, error: { code: 'circle' } })
})
