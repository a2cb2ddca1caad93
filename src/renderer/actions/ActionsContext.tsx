import { createContext, use, useMemo } from 'react'
import { isMac } from '../platform/isMac.ts'
import { useSessionState } from '../session/SessionContext.tsx'
import type { MenuEntry } from '../ui/MenuEntry.ts'
import type { Action, ActionContext, MenuKind } from './Action.ts'
import type { ActionRegistry } from './ActionRegistry.ts'
import type { PaletteSource } from './PaletteSource.ts'
import { toDisplay } from './shortcut.ts'

export interface Actions {
  readonly registry: ActionRegistry
  readonly context: ActionContext
  /** What the palette finds besides actions. */
  readonly paletteSources: readonly PaletteSource[]
}

export const ActionsContext = createContext<Actions | null>(null)

export function useActions(): Actions {
  const actions = use(ActionsContext)
  if (actions === null) throw new Error('no actions around this view')
  return actions
}

/** Toasts, dialogs, platform and settings for views that act by themselves. */
export function useActionContext(): ActionContext {
  return useActions().context
}

export interface BoundAction {
  readonly action: Action
  readonly label: string
  readonly isEnabled: boolean
  readonly perform: () => void
}

/** An action as a button or menu shows it now. */
export function useAction(id: string): BoundAction {
  const { registry, context } = useActions()
  const action = registry.get(id)
  const isEnabled = useSessionState((s) => action.isEnabled?.(s) ?? true)
  return useMemo(
    () => ({
      action,
      label: context.texts.t(action.label),
      isEnabled,
      perform: () => void action.perform(context),
    }),
    [action, context, isEnabled],
  )
}

const WITH_MENU: ReadonlySet<string> = new Set<MenuKind>(['unit', 'mission', 'place', 'overlay'])

export const hasRecordMenu = (kind: string): kind is MenuKind => WITH_MENU.has(kind)

/** The context menu of selected records: every action that says it works on their kind. */
export function recordMenu({ registry, context }: Actions, kind: MenuKind): readonly MenuEntry[] {
  const state = context.session.store.getState()
  return registry
    .all()
    .filter((action) => action.onRecords?.includes(kind) === true)
    .map((action) => ({
      id: action.id,
      label: context.texts.t(action.label),
      icon: action.icon,
      shortcut: action.shortcut === undefined ? undefined : toDisplay(action.shortcut, isMac()),
      isDisabled: !(action.isEnabled?.(state) ?? true),
      onAction: () => void action.perform(context),
    }))
}
