import { useEffect } from 'react'
import { ACTION_GROUPS, type Action, type ActionGroup } from '../actions/Action.ts'
import type { Actions } from '../actions/ActionsContext.tsx'
import { toAccelerator } from '../actions/shortcut.ts'
import type { MenuItem, MenuModel, MenuRole } from '../platform/Platform.ts'
import { useStore } from 'zustand'
import type { TextKey } from '../texts/catalog.ts'

const ROLES: Partial<Record<ActionGroup, readonly (readonly [MenuRole, TextKey])[]>> = {
  file: [['quit', 'menu.quit']],
  edit: [
    ['cut', 'menu.cut'],
    ['copy', 'menu.copy'],
    ['paste', 'menu.paste'],
  ],
  view: [
    ['zoomIn', 'menu.zoom-in'],
    ['zoomOut', 'menu.zoom-out'],
    ['resetZoom', 'menu.zoom-reset'],
    ['togglefullscreen', 'menu.fullscreen'],
  ],
}

/** The system's menu of the window, from the action registry; sent again when what is enabled changes. */
export function useApplicationMenu(actions: Actions): void {
  const enabled = useEnabledKey(actions)
  useEffect(() => {
    actions.context.platform.setMenu(menuOf(actions, enabled))
  }, [actions, enabled])
  useEffect(
    () =>
      actions.context.platform.onMenuAction((id) => {
        if (!actions.registry.has(id)) return
        const action = actions.registry.get(id)
        if (isEnabled(actions, action)) void action.perform(actions.context)
      }),
    [actions],
  )
}

const isEnabled = ({ context }: Actions, action: Action): boolean =>
  action.isEnabled?.(context.session.store.getState()) ?? true

/** Which actions are enabled, as one text that changes when the menu must. */
function useEnabledKey(actions: Actions): string {
  const { registry, context } = actions
  return useStore(context.session.store, (state) =>
    registry
      .all()
      .map((a) => ((a.isEnabled?.(state) ?? true) ? '1' : '0'))
      .join(''),
  )
}

/** `enabled` has a 1 for each action of the registry that can be used now. */
function menuOf({ registry, context }: Actions, enabled: string): MenuModel {
  const { t } = context.texts
  const all = registry.all()
  const groups = ACTION_GROUPS.map((group) => {
    const items: MenuItem[] = all
      .filter((action) => action.group === group)
      .map((action) => ({
        kind: 'action',
        id: action.id,
        label: t(action.label),
        enabled: enabled[all.indexOf(action)] === '1',
        // Keys without Ctrl or Cmd belong to the page: as accelerators they would be taken from text fields.
        ...(action.shortcut?.includes('Mod') === true ? { accelerator: toAccelerator(action.shortcut) } : {}),
      }))
    const roles = (ROLES[group] ?? []).map(([role, label]): MenuItem => ({ kind: 'role', role, label: t(label) }))
    const between: MenuItem[] = items.length > 0 && roles.length > 0 ? [{ kind: 'separator' }] : []
    return { id: group, label: t(`group.${group}`), items: [...items, ...between, ...roles] }
  })
  return { groups: groups.filter((group) => group.items.length > 0) }
}
