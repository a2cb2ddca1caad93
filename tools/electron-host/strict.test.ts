import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { printOptions } from './printOptions.ts'
import { strict } from './strict.ts'

test('a name that an object does not have throws instead of being undefined', () => {
  const shell: Record<string, unknown> = strict('shell', { openPath: 'here' })
  expect(shell['openPath']).toBe('here')
  expect(() => shell['trashItem']).toThrow('electron-host: shell.trashItem is not emulated')
})

test('a strict object can be awaited, printed, compared and replaced in part', async () => {
  const dialog = strict('dialog', { ask: (): string => 'nobody' })
  expect(await Promise.resolve(dialog)).toBe(dialog)
  expect(JSON.stringify(dialog)).toBe('{}')
  dialog.ask = () => 'a stub'
  expect(dialog.ask()).toBe('a stub')
})

test('a strict emitter still emits', () => {
  const emitter = strict('app', new EventEmitter())
  const heard: unknown[] = []
  emitter.on('ready', (value) => heard.push(value))
  emitter.emit('ready', 1)
  expect(heard).toEqual([1])
})

test('printing takes Electron’s options, and refuses what it would leave out', () => {
  expect(printOptions({ pageSize: 'A4', landscape: true, margins: { top: 0.5 } })).toEqual({
    paperWidth: 8.27,
    paperHeight: 11.7,
    marginTop: 0.5,
    landscape: true,
  })
  expect(() => printOptions({ pageSize: 'A9' })).toThrow('printToPDF on "A9" is not emulated')
  expect(() => printOptions(JSON.parse('{"pageRanges":"1"}') as object)).toThrow(
    'printToPDF with pageRanges is not emulated',
  )
})
