import { expect, test } from 'vitest'
import { readImopse } from './readImopse.ts'
import { readMspsp } from './readMspsp.ts'
import { readPsplib } from './readPsplib.ts'
import { readSchedulingOptions } from './schedulingOptions.ts'

const LINE = '************************************************************************'

test('PSPLIB: durations, requests, capacities and successors', () => {
  const text = [
    LINE,
    'PRECEDENCE RELATIONS:',
    'jobnr.    #modes  #successors   successors',
    '   1        1          2           2   3',
    '   2        1          1           4',
    '   3        1          1           4',
    '   4        1          0',
    LINE,
    'REQUESTS/DURATIONS:',
    'jobnr. mode duration  R 1  R 2',
    '--------------------------------',
    '  1      1     0       0    0',
    '  2      1     8       4    0',
    '  3      1     6       0    3',
    '  4      1     0       0    0',
    LINE,
    'RESOURCEAVAILABILITIES:',
    '  R 1  R 2',
    '   12   13',
    LINE,
  ].join('\r\n')
  const { activities, precedences, resources } = readPsplib(text)
  expect(activities.map(({ duration }) => duration)).toEqual([0, 8, 6, 0])
  expect(activities.map(({ uses }) => uses)).toEqual([
    [],
    [{ resource: 0, amount: 4 }],
    [{ resource: 1, amount: 3 }],
    [],
  ])
  expect(precedences.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
  ])
  expect(resources).toEqual([{ capacity: 12 }, { capacity: 13 }])
  expect(() => readPsplib('nothing of the kind')).toThrow('no section')
})

test('MSPSP: comments are no data, numbers of activities count from 1', () => {
  const text = `% maxt = 9;
nActs = 3;
dur = [0,9,8];
nSkills = 2;
sreq = [| 0,0,
 | 1,2, | 0,1, |]; % SumOfsreq = 4;
nResources = 2;
mastery = [| true,false,
 | true,true, |];
nPrecs = 2;
pred = [1,2];
succ = [2,3];`
  const { activities, precedences, units } = readMspsp(text)
  expect(activities.map(({ duration }) => duration)).toEqual([0, 9, 8])
  expect(activities[1]?.needs).toEqual([
    { skill: 0, level: 0, quantity: 1 },
    { skill: 1, level: 0, quantity: 2 },
  ])
  expect(precedences.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 2],
  ])
  expect(units.map(({ skills }) => skills.map(({ skill }) => skill))).toEqual([[0], [0, 1]])
  expect(() => readMspsp('nActs = 3;')).toThrow('no nSkills')
})

test('iMOPSE: skills with levels, and tasks by their own numbers', () => {
  const text = [
    '=====',
    'ResourceID \t Salary \t Skills ',
    '1\t \t\t56.2\t \t Q4: 1 \t  Q0: 2 ',
    '2\t \t\t33.8\t \t Q4: 0 ',
    '=====',
    'TaskID \t Duration \t Skill \t Predecessor IDs ',
    '1\t \t\t10\t Q4: 0\t \t',
    '2\t \t\t30\t Q0: 2\t \t1\t',
    '3\t \t\t25\t Q4: 1\t \t1 2',
    '=====',
  ].join('\n')
  const { activities, precedences, units } = readImopse(text)
  expect(units.map(({ skills }) => skills)).toEqual([
    [
      { skill: 4, level: 1 },
      { skill: 0, level: 2 },
    ],
    [{ skill: 4, level: 0 }],
  ])
  expect(activities.map(({ duration, needs }) => [duration, needs])).toEqual([
    [10, [{ skill: 4, level: 0, quantity: 1 }]],
    [30, [{ skill: 0, level: 2, quantity: 1 }]],
    [25, [{ skill: 4, level: 1, quantity: 1 }]],
  ])
  expect(precedences.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ])
  expect(() => readImopse('=====')).toThrow('no table')
})

test('the command line needs a format, a folder and a budget', () => {
  const read = (line: string) => readSchedulingOptions(line.split(' '))
  expect(read('--format psplib --dir x --seconds 0 --seed 3 --schedules 5000 --workers 2 --json')).toEqual({
    ok: true,
    value: {
      format: 'psplib',
      dir: 'x',
      seconds: undefined,
      schedules: 5_000,
      seed: 3,
      workers: 2,
      isJson: true,
      isProcessorTime: false,
    },
  })
  for (const line of [
    '--format sm --dir x --seconds 1',
    '--format psplib --seconds 1',
    '--format psplib --dir x',
    '--format psplib --dir x --seconds -1',
    '--format psplib --dir x --seconds 1 --seed one',
    '--format psplib --dir x --seconds 1 --hurry',
    '--format psplib --dir x --seconds',
  ]) {
    expect([line, read(line).ok]).toEqual([line, false])
  }
})
