import type { Action } from './Action.ts'
import { isPressed, normalShortcut } from './shortcut.ts'

/** All that a person can do. Refuses what could be meant in two ways. */
export class ActionRegistry {
  readonly #actions = new Map<string, Action>()
  readonly #shortcuts = new Map<string, string>()

  constructor(actions: Iterable<Action>) {
    for (const action of actions) this.#add(action)
  }

  get(id: string): Action {
    const action = this.#actions.get(id)
    if (action === undefined) throw new Error(`no action ${id}`)
    return action
  }

  has(id: string): boolean {
    return this.#actions.has(id)
  }

  all(): readonly Action[] {
    return [...this.#actions.values()]
  }

  /** The action that a key press asks for. */
  pressed(event: Parameters<typeof isPressed>[1], isMac: boolean): Action | undefined {
    return this.all().find((a) => a.shortcut !== undefined && isPressed(a.shortcut, event, isMac))
  }

  #add(action: Action): void {
    if (this.#actions.has(action.id)) throw new Error(`two actions ${action.id}`)
    if (action.shortcut !== undefined) {
      const chord = normalShortcut(action.shortcut)
      const other = this.#shortcuts.get(chord)
      if (other !== undefined) throw new Error(`${action.shortcut} is both ${other} and ${action.id}`)
      this.#shortcuts.set(chord, action.id)
    }
    this.#actions.set(action.id, action)
  }
}
