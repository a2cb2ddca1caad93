import { expect, test } from 'vitest'
import { asJson, asTable } from './report.ts'
import type { Figure, RowName } from './rows.ts'

const figures = new Map<RowName, Figure>([
  ['open', { value: 1_600.4, runs: 5 }],
  ['undo', { value: 0.123_456, runs: 200 }],
  ['file-size', { value: 61.26, runs: 1 }],
])

test('JSON is one object with name, value, unit and aim of each row', () => {
  expect(JSON.parse(asJson(figures))).toEqual({
    results: [
      { name: 'open', value: 1_600, unit: 'ms', aim: 1_500 },
      { name: 'undo', value: 0.123, unit: 'ms', aim: 5 },
      { name: 'file-size', value: 61.3, unit: 'MB', aim: null },
    ],
  })
})

test('the table says of each row whether its aim is met, and what could not be measured', () => {
  const lines = asTable(['open', 'undo', 'file-size', 'edit'], figures)
    .split('\n')
    .map((line) => line.split(/ {2,}/).filter((cell) => cell !== ''))
  expect(lines.slice(1).map((line) => line.slice(0, -1))).toEqual([
    ['open', '1600', 'ms', '< 1500', '5', 'missed'],
    ['undo', '0.123', 'ms', '< 5', '200', 'met'],
    ['file-size', '61.3', 'MB', '1'],
    ['edit', '–', 'ms', '< 1', '0', 'failed'],
  ])
})
