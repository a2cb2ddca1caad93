import { expect, test } from 'vitest'
import type { Action } from './Action.ts'
import { ActionRegistry } from './ActionRegistry.ts'
import { toAccelerator } from './shortcut.ts'

const action = (id: string, shortcut?: string): Action => ({
  id,
  label: 'app.name',
  group: 'edit',
  ...(shortcut === undefined ? {} : { shortcut }),
  perform: () => {},
})

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

test('finds the action of a chord, with Cmd in the place of Ctrl on a Mac', () => {
  const registry = new ActionRegistry([action('a', 'Mod+Shift+Z'), action('b', 'Mod+Z'), action('c', 'F2')])
  expect(registry.pressed(press('Z', { ctrlKey: true, shiftKey: true }), false)?.id).toBe('a')
  expect(registry.pressed(press('z', { ctrlKey: true }), false)?.id).toBe('b')
  expect(registry.pressed(press('z', { metaKey: true }), true)?.id).toBe('b')
  expect(registry.pressed(press('z', { ctrlKey: true }), true)).toBeUndefined()
  expect(registry.pressed(press('z', { ctrlKey: true, altKey: true }), false)).toBeUndefined()
  expect(registry.pressed(press('F2'), false)?.id).toBe('c')
})

test('refuses two actions of one id or one shortcut, however it is written', () => {
  expect(() => new ActionRegistry([action('a'), action('a')])).toThrow('two actions a')
  expect(() => new ActionRegistry([action('a', 'Shift+Mod+Z'), action('b', 'Mod+Shift+z')])).toThrow('both a and b')
})

test('writes shortcuts as the application menu reads them', () => {
  expect(toAccelerator('Mod+Shift+z')).toBe('CmdOrCtrl+Shift+Z')
  expect(toAccelerator('Alt+ArrowRight')).toBe('Alt+Right')
  expect(toAccelerator('Delete')).toBe('Delete')
})
