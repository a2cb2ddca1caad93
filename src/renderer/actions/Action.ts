import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Platform } from '../platform/Platform.ts'
import type { OwnLayers } from '../session/layers/OwnLayers.ts'
import type { PlanSession } from '../session/PlanSession.ts'
import type { PlanSources } from '../session/PlanSources.ts'
import type { PlanStorage } from '../session/PlanStorage.ts'
import type { SessionState } from '../session/SessionState.ts'
import type { SettingsStore } from '../session/SettingsStore.ts'
import type { TextKey } from '../texts/catalog.ts'
import type { Texts } from '../texts/TextContext.tsx'
import type { Toast } from '../ui/Toasts.ts'

/** What an action may use. */
export interface ActionContext {
  readonly session: PlanSession
  readonly storage: PlanStorage
  readonly sources: PlanSources
  readonly platform: Platform
  readonly settings: SettingsStore
  readonly layers: OwnLayers
  readonly texts: Texts
  readonly notify: (toast: Toast) => void
  /** Shows a dialog until it calls `close`. */
  readonly showDialog: (render: (close: () => void) => ReactNode) => void
}

export const ACTION_GROUPS = ['file', 'edit', 'go', 'view', 'help'] as const
export type ActionGroup = (typeof ACTION_GROUPS)[number]

/** Kinds of record that have a context menu. */
export type MenuKind = 'unit' | 'mission' | 'place' | 'overlay'

/**
 * One thing that a person can do. Menu, toolbar, context menu, shortcut and palette all come from it.
 */
export interface Action {
  /** `missions.duplicate` */
  readonly id: string
  readonly label: TextKey
  readonly group: ActionGroup
  readonly icon?: LucideIcon
  /** `Mod+Shift+Z`: Mod is Ctrl, or Cmd on a Mac. */
  readonly shortcut?: string
  /** Also found under these words in the palette. */
  readonly keywords?: TextKey
  /** Kinds of record in whose context menu it stands. */
  readonly onRecords?: readonly MenuKind[]
  isEnabled?(state: SessionState): boolean
  perform(context: ActionContext): void | Promise<void>
}
