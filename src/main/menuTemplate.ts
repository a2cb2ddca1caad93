import type { MenuItemConstructorOptions } from 'electron'
import { assertNever } from '../domain/result.ts'
import type { MenuItem, MenuModel } from '../contract/MenuModel.ts'

/** In Electron's labels a single & marks the access key. */
function shownLabel(label: string): string {
  return label.replaceAll('&', '&&')
}

function templateItem(item: MenuItem, choose: (actionId: string) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' }
    case 'role':
      return { role: item.role, label: shownLabel(item.label) }
    case 'action':
      return {
        id: item.id,
        label: shownLabel(item.label),
        enabled: item.enabled,
        click: () => choose(item.id),
        ...(item.checked === undefined ? {} : { type: 'checkbox' as const, checked: item.checked }),
        // Shown, not registered: the registry in the page listens for its keys, and knows a text field from the map.
        ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator, registerAccelerator: false }),
      }
    default:
      return assertNever(item)
  }
}

/** The renderer's menu as Electron builds it; `choose` gets the id of the action that was clicked. */
export function menuTemplate(
  model: MenuModel,
  choose: (actionId: string) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const groups = model.groups.map((group) => ({
    id: group.id,
    label: shownLabel(group.label),
    submenu: group.items.map((item) => templateItem(item, choose)),
  }))
  // macOS takes the first menu for the program's own, whatever it is called.
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...groups] : groups
}
