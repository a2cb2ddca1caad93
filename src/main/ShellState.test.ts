import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ShellState } from './ShellState.ts'
import { temporaryFolder } from './temporaryFolder.testing.ts'

const window = { bounds: { x: 10, y: 20, width: 1000, height: 700 }, maximized: true }

test('what is kept is there at the next start', async () => {
  const file = path.join(temporaryFolder(), 'shell.json')
  const state = await ShellState.load(file)
  expect(state.values).toEqual({ window: null, lastFolder: null })
  await Promise.all([state.keep({ window }), state.keep({ lastFolder: '/home/ana' })])
  expect((await ShellState.load(file)).values).toEqual({ window, lastFolder: '/home/ana' })
})

test('a broken file, and numbers no window can have, count as nothing kept', async () => {
  const file = path.join(temporaryFolder(), 'shell.json')
  const huge = { ...window, bounds: { ...window.bounds, x: 1e9 } }
  for (const text of ['', '{"window":', '[]', JSON.stringify({ window: huge, lastFolder: null })]) {
    writeFileSync(file, text)
    expect((await ShellState.load(file)).values).toEqual({ window: null, lastFolder: null })
  }
})

test('a disk that refuses does not stop the program', async () => {
  const state = await ShellState.load(path.join(temporaryFolder(), 'missing', 'shell.json'))
  await state.keep({ window })
  expect(state.values.window).toEqual(window)
})
