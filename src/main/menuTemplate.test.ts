import { expect, test } from 'vitest'
import type { MenuModel } from '../contract/MenuModel.ts'
import { menuTemplate } from './menuTemplate.ts'

const model: MenuModel = {
  groups: [
    {
      id: 'file',
      label: 'Archivo',
      items: [
        { kind: 'action', id: 'plan.open', label: 'Abrir & leer', accelerator: 'CmdOrCtrl+O', enabled: true },
        { kind: 'separator' },
        { kind: 'action', id: 'view.grid', label: 'Cuadrícula', enabled: false, checked: true },
        { kind: 'role', role: 'quit', label: 'Salir' },
      ],
    },
  ],
}

test('actions, roles and separators become what Electron builds', () => {
  const [file] = menuTemplate(model, () => {}, 'linux')
  expect(file).toMatchObject({
    label: 'Archivo',
    submenu: [
      {
        id: 'plan.open',
        label: 'Abrir && leer',
        accelerator: 'CmdOrCtrl+O',
        registerAccelerator: false,
        enabled: true,
      },
      { type: 'separator' },
      { id: 'view.grid', type: 'checkbox', checked: true, enabled: false },
      { role: 'quit', label: 'Salir' },
    ],
  })
})

test('a click tells the action’s id', () => {
  const chosen: string[] = []
  const template = menuTemplate(model, (actionId) => chosen.push(actionId), 'linux')
  const [open] = template.flatMap((group) => (Array.isArray(group.submenu) ? group.submenu : []))
  // Electron hands over the item, the window and the event; the shell needs none of them.
  Reflect.apply(open?.click ?? (() => {}), undefined, [])
  expect(chosen).toEqual(['plan.open'])
})

test('macOS gets the program’s own menu first', () => {
  expect(menuTemplate(model, () => {}, 'darwin').map((group) => group.role ?? group.label)).toEqual([
    'appMenu',
    'Archivo',
  ])
})
