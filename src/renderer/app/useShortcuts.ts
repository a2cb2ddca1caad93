import { useEffect } from 'react'
import type { Actions } from '../actions/ActionsContext.tsx'
import { isMac } from '../platform/isMac.ts'

/** Keys that a text field needs for itself. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (!target.matches('input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]')) return false
  const isCommand = event.ctrlKey || event.metaKey
  return !isCommand || ['z', 'y', 'a', 'c', 'v', 'x', 'd'].includes(event.key.toLowerCase())
}

/** A tool on the map has the plain keys for itself while it is on: Delete takes a vertex away, and not the record. */
function isForTool({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean {
  const isPlain = !ctrlKey && !metaKey && !altKey && !/^F\d/.test(key)
  return isPlain && document.querySelector('[data-keys="own"]') !== null
}

/** Runs the action whose shortcut is pressed, unless a dialog or a text field has the keys. */
export function useShortcuts(actions: Actions, isDialogOpen: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isDialogOpen || isTyping(event)) return
      if (isForTool(event)) return
      if (document.querySelector('.ui-scrim, [role="menu"]') !== null) return
      const action = actions.registry.pressed(event, isMac())
      if (action === undefined) return
      event.preventDefault()
      const state = actions.context.session.store.getState()
      if (action.isEnabled?.(state) ?? true) void action.perform(actions.context)
    }
    // Before the controls: React Aria keeps the keys that a control of its own has seen.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [actions, isDialogOpen])
}
