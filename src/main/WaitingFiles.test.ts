import path from 'node:path'
import { expect, test } from 'vitest'
import { HandleRegistry } from './HandleRegistry.ts'
import { planFilesIn, WaitingFiles } from './WaitingFiles.ts'

test('plan files are found among switches, whatever their case, from the caller’s folder', () => {
  const folder = path.resolve('/home/ana')
  const args = ['.', '--no-sandbox', 'a.valles', '--open=b.valles', path.resolve('/tmp/B.VALLES'), 'notes.txt']
  expect(planFilesIn(args, folder)).toEqual([path.join(folder, 'a.valles'), path.resolve('/tmp/B.VALLES')])
})

test('each file is handed over once, with its name and without its path', () => {
  const handles = new HandleRegistry()
  let announced = 0
  const waiting = new WaitingFiles(handles, () => {
    announced += 1
  })
  waiting.add([])
  waiting.add(['/home/ana/a.valles'])
  expect(announced).toBe(1)
  const [taken, ...others] = waiting.take()
  expect(others).toEqual([])
  expect(Object.keys(taken ?? {}).sort()).toEqual(['handle', 'name'])
  expect(taken?.name).toBe('a.valles')
  expect(taken && handles.pathOf(taken.handle)).toBe('/home/ana/a.valles')
  expect(waiting.take()).toEqual([])
})
