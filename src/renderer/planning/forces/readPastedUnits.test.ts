import { expect, test } from 'vitest'
import { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import { makeId } from '../../../domain/records/ids.ts'
import { readTemplate } from '../../../domain/templates/readTemplate.ts'
import { readTemplateFile } from '../../../domain/templates/templateFile.testing.ts'
import { parseTsv } from './parseTsv.ts'
import { readPastedUnits } from './readPastedUnits.ts'

const template = readTemplate(readTemplateFile('campaign-2023'))
if (!template.ok) throw new Error(template.error.code)
const plan = new PlanDocument(template.value, 0)
const ground = makeId('component', 'ground')
const target = { component: ground, superior: null }

const read = (text: string) => readPastedUnits(text, plan, target)
const outcomes = (text: string) => read(text).lines.map(({ outcome }) => outcome)

test('cells as spreadsheets quote them', () => {
  expect(parseTsv('a\tb\r\n"x\ty"\t"say ""hi""\nnow"\r\n')).toEqual([
    ['a', 'b'],
    ['x\ty', 'say "hi"\nnow'],
  ])
  expect(parseTsv('5" pipe\t\n')).toEqual([['5" pipe', '']])
  expect(parseTsv('')).toEqual([])
})

test('headings in either language, in any order; others are named', () => {
  const { command, ignored } = read('Efectivos\tDesignación\tColor\tEscalón\n1 200\tBn X\tverde\tBn')
  expect(ignored).toEqual(['Color'])
  expect(command?.added).toEqual([
    { designation: 'Bn X', strength: 1_200, echelon: 'battalion', component: ground, superior: null },
  ])
  expect(read('Designation\tEchelon\nBn X\tCompany').command?.added).toMatchObject([{ echelon: 'company' }])
})

test('without headings the columns come in their usual order', () => {
  expect(read('Cía Y\tCompañía Y\tCía\tEP\t90\t2.ª Bda Inf').command?.added).toMatchObject([
    { name: 'Compañía Y', echelon: 'company', owner: 'army', strength: 90, superior: { unit: 'unit:bda-2' } },
  ])
})

test('a known designation changes its unit, and only what differs', () => {
  const { lines, command } = read(
    'Designación\tNombre\tEfectivo\n2.ª BDA INF\t2.ª Brigada de Infantería\t777\nGREC 1\t\t',
  )
  expect(lines.map((l) => l.outcome)).toEqual([{ kind: 'changed', columns: ['strength'] }, { kind: 'same' }])
  expect(command?.changed).toEqual([{ unit: 'unit:bda-2', name: '2.ª Brigada de Infantería', strength: 777 }])
})

test.each([
  ['Designación\tNombre\n\tSin sigla', 'no-designation', 'Sin sigla'],
  ['Designación\tEscalón\nA\tlegión', 'unknown-echelon', 'legión'],
  ['Designación\tInstitución\nA\tBomberos', 'unknown-owner', 'Bomberos'],
  ['Designación\tEfectivo\nA\tmuchos', 'bad-strength', 'muchos'],
  ['Designación\tEfectivo\nA\t-4', 'bad-strength', '-4'],
  ['Designación\tEfectivo\nA\t12.5', 'bad-strength', '12.5'],
  ['Designación\tSímbolo\nA\t10031000191211000000', 'bad-symbol', '10031000191211000000'],
  ['Designación\tComponente\nA\tEspacial', 'unknown-component', 'Espacial'],
  ['Designación\tSuperior\nA\tNadie', 'unknown-superior', 'Nadie'],
])('%j is refused: %s', (text, reason, value) => {
  expect(outcomes(text)).toEqual([{ kind: 'refused', reason, value }])
  expect(read(text).command).toBeNull()
})

test('one bad line leaves the others', () => {
  const { lines, command } = read('Designación\tEfectivo\nA\t1\nB\tx\n\nA\t3')
  expect(lines.map((l) => [l.number, l.outcome.kind])).toEqual([
    [2, 'added'],
    [3, 'refused'],
    [5, 'refused'],
  ])
  expect(command?.added).toHaveLength(1)
})

test('lines stand under each other in any order, and fall with a superior that is refused', () => {
  const { command } = read('Designación\tSuperior\nSec\tCía\nCía\t31.ª Bda Inf')
  expect(command?.added.map((a) => a.superior)).toEqual([{ line: 1 }, { unit: 'unit:bda-31' }])
  expect(outcomes('Designación\tSuperior\tEfectivo\nA\tB\t1\nB\t\tx').map((o) => o.kind)).toEqual([
    'refused',
    'refused',
  ])
  expect(outcomes('Designación\tSuperior\nA\tB\nB\tA')).toMatchObject([
    { reason: 'circle' },
    { reason: 'unknown-superior' },
  ])
})

test('a line of another component does not come under the unit pasted onto', () => {
  const under = { component: ground, superior: makeId('unit', 'bda-2') }
  const { command } = readPastedUnits('Designación\tComponente\nA\t\nB\tNaval', plan, under)
  expect(command?.added).toMatchObject([
    { component: ground, superior: { unit: 'unit:bda-2' } },
    { component: 'component:naval', superior: null },
  ])
})
