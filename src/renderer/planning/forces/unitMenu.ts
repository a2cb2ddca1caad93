import { type Actions, recordMenu } from '../../actions/ActionsContext.tsx'
import type { MenuEntry } from '../../ui/MenuEntry.ts'
import { isMac } from '../../platform/isMac.ts'
import { toDisplay } from '../../actions/shortcut.ts'

/** Keys that the place itself takes. */
const KEYS: Readonly<Record<string, string>> = { 'forces.cut': 'Mod+X', 'forces.paste': 'Mod+V' }

/** The context menu of units: the registry's actions, with the keys that the place adds. */
export function unitMenu(actions: Actions): readonly MenuEntry[] {
  return recordMenu(actions, 'unit').map((entry) => {
    if (entry.kind !== undefined && entry.kind !== 'action') return entry
    const key = KEYS[entry.id]
    const shortcut = key === undefined ? entry.shortcut : toDisplay(key, isMac())
    return { ...entry, shortcut, isDanger: entry.id === 'delete' }
  })
}
