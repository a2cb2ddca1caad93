import { expect, test } from 'vitest'
import * as v from 'valibot'
import { CHANNELS, EVENT_CHANNELS, isMessageName, type MessageName } from './channels.ts'
import { fileTokenFrom } from './FileToken.ts'
import { LIMITS } from './limits.ts'
import { EVENTS, MESSAGES } from './messages.ts'

const filter = { name: 'Plan', extensions: ['valles'] }
const bytes = new Uint8Array([1, 2, 3])
const handle = fileTokenFrom(new Uint8Array(16))
const save = { suggestedName: 'plan.valles', filter, bytes }
const action = { kind: 'action', id: 'plan.open', label: 'Abrir…', enabled: true }

function accepts(name: MessageName, request: unknown): boolean {
  return v.is(MESSAGES[name].request, request)
}

function menu(...items: unknown[]): unknown {
  return { groups: [{ id: 'file', label: 'Archivo', items }] }
}

test('every message and event has a channel of its own', () => {
  expect(Object.keys(MESSAGES).sort()).toEqual(Object.keys(CHANNELS).sort())
  expect(Object.keys(EVENTS).sort()).toEqual(Object.keys(EVENT_CHANNELS).sort())
  const channels = [...Object.values(CHANNELS), ...Object.values(EVENT_CHANNELS)]
  expect(new Set(channels).size).toBe(channels.length)
  expect(['openFile', 'toString', '__proto__'].map(isMessageName)).toEqual([true, false, false])
})

test('what the interface sends is accepted', () => {
  const accepted: [MessageName, unknown][] = [
    ['version', undefined],
    ['openFile', { filter }],
    ['openFile', { filter, maxBytes: 10 }],
    ['saveFile', save],
    ['saveFile', { ...save, handle }],
    ['readFile', { handle }],
    ['listBackups', { planId: 'plan:campaign-2023' }],
    ['writeBackup', { planId: 'abc_1', bytes }],
    ['printToPdf', { suggestedName: 'matriz.pdf', pageSize: 'A0', landscape: true }],
    ['setMenu', menu(action, { kind: 'separator' }, { kind: 'role', role: 'quit', label: 'Salir' })],
    ['setMenu', menu({ ...action, accelerator: 'CmdOrCtrl+Shift+Z', checked: true })],
    [
      'setMenu',
      menu(...['?', 'F12', 'CmdOrCtrl+=', 'Alt+Left', 'Ctrl+Plus'].map((accelerator) => ({ ...action, accelerator }))),
    ],
  ]
  expect(accepted.filter(([name, request]) => !accepts(name, request))).toEqual([])
})

test('unknown keys, wrong kinds and unbounded values are refused', () => {
  const refused: [MessageName, unknown][] = [
    ['version', {}],
    ['openFile', { filter, path: '/etc/passwd' }],
    ['openFile', { filter: { ...filter, extensions: [] } }],
    ['openFile', { filter: { ...filter, extensions: ['../x'] } }],
    ['openFile', { filter, maxBytes: LIMITS.fileBytes + 1 }],
    ['openFile', { filter, maxBytes: undefined }],
    ['saveFile', { ...save, bytes: [1, 2, 3] }],
    ['saveFile', { ...save, bytes: new Float64Array(1) }],
    ['saveFile', { ...save, suggestedName: '../plan.valles' }],
    ['saveFile', { ...save, suggestedName: 'a\\b' }],
    ['saveFile', { ...save, suggestedName: 'a\u0000b' }],
    ['saveFile', { ...save, suggestedName: 'x'.repeat(256) }],
    ['saveFile', { ...save, suggestedName: '' }],
    ['readFile', { handle: '/etc/passwd' }],
    ['readFile', { handle: `${handle}0` }],
    ['printToPdf', { suggestedName: 'm.pdf', pageSize: 'A5', landscape: false }],
    ['setMenu', menu({ ...action, click: 'x' })],
    ['setMenu', menu({ ...action, accelerator: 'Ctrl+Nonsense' })],
    ['setMenu', menu({ ...action, accelerator: 'Ctrl+' })],
    ['setMenu', menu({ kind: 'role', role: 'toggleDevTools', label: 'x' })],
    ['setMenu', menu(...Array.from({ length: LIMITS.menuItems + 1 }, () => action))],
    ['setMenu', { groups: Array.from({ length: LIMITS.menuGroups + 1 }, () => ({ id: 'g', label: 'g', items: [] })) }],
    ['finishFlush', { flushId: 0 }],
  ]
  expect(refused.filter(([name, request]) => accepts(name, request))).toEqual([])
})

test('items are counted over all groups of a menu', () => {
  const group = { id: 'g', label: 'g', items: Array.from({ length: LIMITS.menuItems / 2 + 1 }, () => action) }
  expect(accepts('setMenu', { groups: [group] })).toBe(true)
  expect(accepts('setMenu', { groups: [group, group] })).toBe(false)
})

test('bytes are refused above 512 MiB', () => {
  const most = new Uint8Array(LIMITS.fileBytes)
  const over = new Uint8Array(LIMITS.fileBytes + 1)
  expect([most, over].map((big) => accepts('writeBackup', { planId: 'p', bytes: big }))).toEqual([true, false])
})

test('a plan id can never leave the backup folder', () => {
  const escaping = [
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    'a.b',
    'plan:',
    'plan:..',
    'x:y',
    'plan:a:b',
    'C:',
    'CON',
    'a\n',
  ]
  expect(escaping.filter((planId) => accepts('listBackups', { planId }))).toEqual([])
  expect(accepts('listBackups', { planId: 'a'.repeat(64) })).toBe(true)
  expect(accepts('listBackups', { planId: 'a'.repeat(65) })).toBe(false)
})
