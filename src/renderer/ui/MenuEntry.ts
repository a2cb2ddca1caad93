import type { LucideIcon } from 'lucide-react'

export interface MenuAction {
  kind?: 'action'
  id: string
  label: string
  icon?: LucideIcon | undefined
  shortcut?: string | undefined
  isDisabled?: boolean | undefined
  isDanger?: boolean | undefined
  /** Set on entries that are on or off; shows a check mark. */
  isChecked?: boolean | undefined
  onAction: () => void
}

export interface Submenu {
  kind: 'submenu'
  id: string
  label: string
  icon?: LucideIcon | undefined
  entries: readonly MenuEntry[]
}

export interface MenuSeparator {
  kind: 'separator'
  id: string
}

export interface MenuHeading {
  kind: 'heading'
  id: string
  label: string
  entries: readonly MenuEntry[]
}

export type MenuEntry = MenuAction | Submenu | MenuSeparator | MenuHeading
