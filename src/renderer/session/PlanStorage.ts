import type { CoordinateForm } from '../../domain/geo/formatCoordinates.ts'
import type { Diff } from '../../domain/plan/diff.ts'
import type { JournalEntry, JournalLine } from '../../domain/plan/journal.ts'
import type { PlanDocument } from '../../domain/plan/PlanDocument.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Result } from '../../domain/result.ts'

/** What the library shows of a plan without opening it. */
export interface PlanSummary {
  readonly id: Id<'plan'>
  readonly title: string
  readonly revision: number
  readonly units: number
  readonly missions: number
  /** Epoch milliseconds of the last change on disk. */
  readonly updatedAt: number
  readonly backedUpAt: number | null
  /** Set while the plan waits in the bin. */
  readonly deletedAt: number | null
}

export interface NamedVersion {
  readonly revision: number
  readonly name: string
  readonly at: number
}

/** Why storage refused; each has its own sentence and way out. */
export type StorageFault = 'quota' | 'blocked' | 'closed' | 'newer' | 'damaged' | 'not-found' | 'exists' | 'write'

/** What the program knows about the last change: on disk, on its way, or not to be written. */
export type SaveState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly waiting: number }
  | { readonly state: 'failed'; readonly fault: StorageFault; readonly unsaved: number }

/** An open plan's tie to the disk. */
export interface PlanStore {
  readonly document: PlanDocument
  /** The journal without its differences, oldest first. */
  readonly lines: readonly JournalLine[]
  /** One window writes a plan; the others follow it. */
  readonly isWriter: boolean
  /** Queues one change that the document already holds; what it writes is taken now, so later changes do not leak in. */
  append(entry: JournalEntry): void
  /** Tries again what could not be written. */
  retry(): void
  /** Resolves when nothing waits to be written; false if something could not be. */
  flushed(): Promise<boolean>
  /** The difference of one entry of the journal. */
  diff(revision: number): Promise<Diff | null>
  /** The differences of all entries after a revision, oldest first. */
  diffsAfter(revision: number): Promise<readonly Diff[]>
  versions(): Promise<readonly NamedVersion[]>
  nameVersion(revision: number, name: string): Promise<Result<null, StorageFault>>
  removeVersion(revision: number): Promise<Result<null, StorageFault>>
  onSaveState(listener: (state: SaveState) => void): () => void
  /** A follower hears each change that the writer has put on disk. */
  onFollow(listener: (entry: JournalEntry) => void): () => void
  /** A follower hears when the writer's window has gone and the plan can be opened for writing. */
  onWritable(listener: () => void): () => void
  close(): Promise<void>
}

/** How the map of a plan was last looked at. */
export interface StoredMapView {
  /** Longitude and latitude. */
  readonly center: readonly [number, number] | null
  readonly metresPerPixel: number
  readonly hiddenLayers: readonly string[]
  readonly panel: string
  readonly isGridShown: boolean
  readonly isSplit: boolean
}

export interface StoredSettings {
  readonly language: 'es' | 'en'
  readonly theme: 'light' | 'dark' | 'night' | 'system'
  readonly author: string
  readonly backups: boolean
  readonly dense: boolean
  /** How positions are written. */
  readonly coordinates: CoordinateForm
  /** By plan; the last one looked at stands last. */
  readonly mapViews: Readonly<Record<string, StoredMapView>>
}

/** All plans on this machine. */
export interface PlanStorage {
  list(): Promise<Result<readonly PlanSummary[], StorageFault>>
  /** Calls back when any window changed the list. */
  onListChange(listener: () => void): () => void
  create(records: readonly AnyRecord[]): Promise<Result<Id<'plan'>, StorageFault>>
  open(id: Id<'plan'>, onProgress: (fraction: number) => void): Promise<Result<PlanStore, StorageFault>>
  /** Records of a plan as they are on disk, for copies and exports. */
  read(id: Id<'plan'>): Promise<Result<readonly AnyRecord[], StorageFault>>
  /** Into the bin, or back out of it. */
  setDeleted(id: Id<'plan'>, deletedAt: number | null): Promise<Result<null, StorageFault>>
  /** Removes for good. */
  purge(id: Id<'plan'>): Promise<Result<null, StorageFault>>
  setBackedUp(id: Id<'plan'>, at: number): Promise<Result<null, StorageFault>>
  loadSettings(): Promise<Partial<StoredSettings>>
  saveSettings(settings: StoredSettings): Promise<Result<null, StorageFault>>
}
