import type { CommandError } from '../../domain/commands/command.ts'
import type { JournalLine } from '../../domain/plan/journal.ts'
import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { FindingsView } from './FindingsView.ts'
import type { PickRequest } from './Picking.ts'
import type { NamedVersion, SaveState, StorageFault } from './PlanStorage.ts'

/** Where in the program one is. */
export const PLACES = [
  'library',
  'forces',
  'map',
  'missions',
  'matrix',
  'check',
  'tasking',
  'history',
  'settings',
] as const
export type Place = (typeof PLACES)[number]

/** Why a change was not made. */
export type DispatchError = CommandError | { readonly code: 'not-writable'; readonly params: Record<string, never> }

export type OpenState =
  | { readonly state: 'none' }
  | { readonly state: 'opening'; readonly id: Id<'plan'>; readonly fraction: number }
  | { readonly state: 'refused'; readonly id: Id<'plan'>; readonly fault: StorageFault }
  | { readonly state: 'open'; readonly id: Id<'plan'> }

/** All that views of the open plan read. The plan is one living document: its `revision` says when to look again. */
export interface SessionState {
  readonly place: Place
  readonly open: OpenState
  readonly plan: PlanReader | null
  readonly revision: number
  /** False where another window writes the plan, or where the disk refused a change. */
  readonly canEdit: boolean
  readonly isFollower: boolean
  /** A follower may take the plan over: the window that wrote it has gone. */
  readonly isWritable: boolean
  readonly save: SaveState
  readonly lines: readonly JournalLine[]
  /** Revisions with a name, oldest first. */
  readonly versions: readonly NamedVersion[]
  readonly undoable: JournalLine | null
  readonly redoable: JournalLine | null
  readonly selection: ReadonlySet<Id>
  /** The one of the selected records that sheets show. */
  readonly focused: Id | null
  /** The chosen time, minutes from H-hour. */
  readonly time: number
  /** A place, a line or an area that is being asked for on the map. */
  readonly picking: PickRequest | null
  readonly findings: FindingsView
  /** Goes up with every change of the findings. */
  readonly findingsVersion: number
  /** The revision that the findings rest on. */
  readonly checkedRevision: number
  /** Share of the whole check that is done; null when it is not running. */
  readonly checking: number | null
  readonly isDamaged: boolean
}
