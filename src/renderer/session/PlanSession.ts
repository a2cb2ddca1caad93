import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Command, prepare } from '../../domain/commands/catalog.ts'
import type { ChangeLabel } from '../../domain/commands/command.ts'
import { type Diff, isEmptyDiff, reverseDiff, squashDiffs } from '../../domain/plan/diff.ts'
import { type JournalEntry, type JournalLine, UndoStack } from '../../domain/plan/journal.ts'
import type { Location, Position } from '../../domain/records/common.ts'
import type { Id, RecordKind } from '../../domain/records/ids.ts'
import { makeId } from '../../domain/records/ids.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { RiskOptions } from '../../domain/scheduling/risk/simulateRisk.ts'
import { FindingsView } from './FindingsView.ts'
import { type PickAnswer, Picking } from './Picking.ts'
import { PlaceNames } from './PlaceNames.ts'
import type { PlanChecker, SimulationEvents, StartChecker } from './PlanChecker.ts'
import type { PlanStorage, PlanStore } from './PlanStorage.ts'
import type { DispatchError, Place, SessionState } from './SessionState.ts'
import { TaskingDesk } from './TaskingDesk.ts'

/** Differences kept at hand so that undo needs no disk. */
const DIFFS_IN_MEMORY = 300

export interface SessionParts {
  readonly storage: PlanStorage
  readonly startChecker: StartChecker
  /** Epoch milliseconds. */
  readonly now: () => number
  /** A local part of an id that was never given before. */
  readonly newLocalId: () => string
  readonly author: () => string
}

/** The open plan and the one way in for changes. Knows neither React nor the database. */
export class PlanSession {
  readonly store: StoreApi<SessionState>
  /** Every name that can be searched for. */
  readonly names: PlaceNames
  /** Proposals of times and units. */
  readonly tasking: TaskingDesk
  readonly #parts: SessionParts
  readonly #picking: Picking
  #disk: PlanStore | null = null
  #checker: PlanChecker | null = null
  #undo = new UndoStack()
  #diffs = new Map<number, Diff>()
  #unsubscribe: (() => void)[] = []
  #onRefused: (error: DispatchError) => void = () => {}

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.store = createStore<SessionState>(() => emptyState('library'))
    this.names = new PlaceNames(this)
    this.#picking = new Picking(this.store)
    this.tasking = new TaskingDesk({
      checker: () => this.#checker,
      dispatch: (command) => this.dispatch(command),
      now: parts.now,
    })
  }

  get #state(): SessionState {
    return this.store.getState()
  }

  /** Hears every refused change, so that no caller can forget to say why. */
  onRefused(listener: (error: DispatchError) => void): void {
    this.#onRefused = listener
  }

  goTo(place: Place): void {
    if (place !== 'map') this.#picking.giveUp()
    this.store.setState({ place })
  }

  async open(id: Id<'plan'>, place: Place = 'matrix'): Promise<boolean> {
    await this.close()
    this.store.setState({ place, open: { state: 'opening', id, fraction: 0 } })
    const opened = await this.#parts.storage.open(id, (fraction) => {
      if (this.#state.open.state === 'opening') this.store.setState({ open: { state: 'opening', id, fraction } })
    })
    if (!opened.ok) {
      this.store.setState({ place: 'library', open: { state: 'refused', id, fault: opened.error } })
      return false
    }
    const disk = opened.value
    this.#disk = disk
    this.#undo = new UndoStack(disk.lines)
    this.#unsubscribe = [
      disk.onSaveState((save) => this.store.setState({ save, canEdit: disk.isWriter && save.state !== 'failed' })),
      disk.onFollow((entry) => this.#follow(entry)),
      disk.onWritable(() => this.store.setState({ isWritable: true })),
    ]
    const { horizon } = disk.document.meta
    this.store.setState({
      // Somebody may have gone elsewhere while the plan was read.
      ...emptyState(this.#state.place),
      open: { state: 'open', id },
      plan: disk.document,
      revision: disk.document.revision,
      canEdit: disk.isWriter,
      isFollower: !disk.isWriter,
      lines: disk.lines,
      versions: await disk.versions(),
      time: Math.min(Math.max(0, horizon.from), horizon.to),
      checking: 0,
      ...this.#ends(disk.lines),
    })
    this.#startChecker(id)
    return true
  }

  /** Waits for what is being written, then lets the plan go. */
  async close(): Promise<void> {
    const disk = this.#disk
    this.#disk = null
    this.tasking.clear()
    this.#checker?.close()
    this.#checker = null
    for (const end of this.#unsubscribe.splice(0)) end()
    this.#diffs.clear()
    this.#picking.giveUp()
    if (this.#state.plan !== null) this.store.setState(emptyState('library'))
    await disk?.close()
  }

  /** Makes one change: in memory at once, on disk in turn. Refusals change nothing and reach `onRefused`. */
  dispatch(command: Command): Result<JournalLine, DispatchError> {
    const disk = this.#disk
    if (disk === null || !this.#state.canEdit) return this.#refuse({ code: 'not-writable', params: {} })
    const change = prepare(command, disk.document, {
      now: this.#parts.now(),
      author: this.#parts.author(),
      newId: <K extends RecordKind>(kind: K) => this.newId(kind),
    })
    if (!change.ok) return this.#refuse(change.error)
    return ok(this.#append(disk, change.value.diff, change.value.label, 'do', null))
  }

  newId<K extends RecordKind>(kind: K): Id<K> {
    return makeId(kind, this.#parts.newLocalId())
  }

  async undo(): Promise<Result<JournalLine, DispatchError>> {
    return this.#revert('undo', this.#undo.undoable)
  }

  async redo(): Promise<Result<JournalLine, DispatchError>> {
    return this.#revert('redo', this.#undo.redoable)
  }

  /** Brings the plan back to how it stood after a revision, as one change that can be undone. */
  async restore(revision: number): Promise<Result<JournalLine, DispatchError>> {
    const disk = this.#disk
    if (disk === null || !this.#state.canEdit) return this.#refuse({ code: 'not-writable', params: {} })
    await disk.flushed()
    const diffs = await disk.diffsAfter(revision)
    const diff = squashDiffs(diffs.map(reverseDiff).toReversed())
    if (isEmptyDiff(diff)) return this.#refuse({ code: 'nothing', params: {} })
    if (disk.document.conflict(diff) !== null) return this.#refuse({ code: 'conflict', params: {} })
    return ok(this.#append(disk, diff, { type: 'restore', params: { revision } }, 'do', null))
  }

  /** All changes after a revision as one; null where they are no longer at hand, and the plan has to be looked at anew. */
  changesSince(revision: number): Diff | null {
    const diffs: Diff[] = []
    for (let at = revision + 1; at <= this.#state.revision; at += 1) {
      const diff = this.#diffs.get(at)
      if (diff === undefined) return null
      diffs.push(diff)
    }
    return diffs.length === 1 ? (diffs[0] ?? null) : squashDiffs(diffs)
  }

  /** What lies on disk when this resolves is all that was done; false if something could not be written. */
  async flushed(): Promise<boolean> {
    return (await this.#disk?.flushed()) ?? true
  }

  retrySaving(): void {
    this.#disk?.retry()
  }

  /** The plan as a plan file, made beside the window. */
  async encode(): Promise<Uint8Array<ArrayBuffer> | null> {
    return (await this.#checker?.encode()) ?? null
  }

  /** Simulates the plan's finish beside the window; a later call ends an earlier one. Null while no plan is open. */
  simulate(options: RiskOptions, events: SimulationEvents): { stop(): void } | null {
    return this.#checker?.simulate(options, events) ?? null
  }

  /** Gives a revision a name, or takes it away (null). False if the disk refused. */
  async nameVersion(revision: number, name: string | null): Promise<boolean> {
    const disk = this.#disk
    if (disk === null) return false
    const done = await (name === null ? disk.removeVersion(revision) : disk.nameVersion(revision, name))
    this.store.setState({ versions: await disk.versions() })
    return done.ok
  }

  select(ids: Iterable<Id>, focused?: Id | null): void {
    const selection = new Set(ids)
    const last = [...selection].at(-1) ?? null
    this.store.setState({ selection, focused: focused === undefined ? last : focused })
  }

  setTime(time: number): void {
    this.store.setState({ time })
  }

  /** Asks for a place on the map, `label` saying what for; null if it is given up. One comes back to where one was. */
  async pickPlace(label: string, present: Position | null = null): Promise<Location | null> {
    const answer = await this.#picking.ask({ label, shape: 'point', present: present === null ? [] : [present] })
    return answer !== null && !Array.isArray(answer) ? (answer as Location) : null
  }

  /** Asks for a line or an area to be drawn on the map; null if it is given up. */
  async pickPath(
    label: string,
    shape: 'line' | 'area',
    present: readonly Position[],
  ): Promise<readonly Position[] | null> {
    const answer = await this.#picking.ask({ label, shape, present })
    return Array.isArray(answer) ? (answer as readonly Position[]) : null
  }

  /** What the map answers to what was asked; null gives it up. */
  answerPick(answer: PickAnswer): void {
    this.#picking.answer(answer)
  }

  /** Gives up what was asked for and stays on the map. */
  leavePick(): void {
    this.#picking.giveUp()
  }

  #revert(kind: 'undo' | 'redo', revision: number | null): Promise<Result<JournalLine, DispatchError>> {
    const disk = this.#disk
    if (disk === null || !this.#state.canEdit)
      return Promise.resolve(this.#refuse({ code: 'not-writable', params: {} }))
    if (revision === null) return Promise.resolve(this.#refuse({ code: 'nothing', params: {} }))
    const known = this.#diffs.get(revision)
    if (known !== undefined) return Promise.resolve(this.#applyReverse(disk, kind, revision, known))
    return disk
      .flushed()
      .then(() => disk.diff(revision))
      .then((diff) =>
        diff === null ? this.#refuse({ code: 'conflict', params: {} }) : this.#applyReverse(disk, kind, revision, diff),
      )
  }

  #applyReverse(
    disk: PlanStore,
    kind: 'undo' | 'redo',
    revision: number,
    diff: Diff,
  ): Result<JournalLine, DispatchError> {
    const reversed = reverseDiff(diff)
    // A second undo may have been asked for while the first one read its difference.
    const expected = kind === 'undo' ? this.#undo.undoable : this.#undo.redoable
    if (expected !== revision || disk.document.conflict(reversed) !== null) {
      return this.#refuse({ code: 'conflict', params: {} })
    }
    const line = this.#state.lines.find((l) => l.revision === revision)
    return ok(this.#append(disk, reversed, line?.label ?? { type: kind, params: {} }, kind, revision))
  }

  #append(
    disk: PlanStore,
    diff: Diff,
    label: ChangeLabel,
    kind: JournalLine['kind'],
    reverts: number | null,
  ): JournalLine {
    disk.document.apply(diff)
    const line: JournalLine = {
      revision: disk.document.revision,
      at: this.#parts.now(),
      author: this.#parts.author(),
      label,
      kind,
      reverts,
    }
    disk.append({ ...line, diff })
    this.#took(line, diff)
    return line
  }

  #follow({ diff, ...line }: JournalEntry): void {
    const disk = this.#disk
    if (disk === null || line.revision <= disk.document.revision) return
    if (line.revision !== disk.document.revision + 1) {
      if (this.#state.open.state === 'open') void this.open(this.#state.open.id, this.#state.place)
      return
    }
    disk.document.apply(diff)
    this.#took(line, diff)
  }

  /** The document has changed: tell the check, keep the difference at hand, show it. */
  #took(line: JournalLine, diff: Diff): void {
    this.#checker?.follow(line.revision, diff)
    this.tasking.planChanged()
    this.#undo.push(line)
    this.#diffs.set(line.revision, diff)
    this.#diffs.delete(line.revision - DIFFS_IN_MEMORY)
    const { selection, focused, lines } = this.#state
    const gone = diff.removed.filter((r) => selection.has(r.id) || focused === r.id)
    const kept = gone.length === 0 ? selection : new Set([...selection].filter((id) => !gone.some((r) => r.id === id)))
    const all = [...lines, line]
    this.store.setState({
      revision: line.revision,
      lines: all,
      selection: kept,
      focused: gone.some((r) => r.id === focused) ? null : focused,
      ...this.#ends(all),
    })
  }

  #ends(lines: readonly JournalLine[]): Pick<SessionState, 'undoable' | 'redoable'> {
    const first = lines[0]?.revision ?? 0
    const at = (revision: number | null): JournalLine | null =>
      revision === null ? null : (lines[revision - first] ?? null)
    return { undoable: at(this.#undo.undoable), redoable: at(this.#undo.redoable) }
  }

  #startChecker(id: Id<'plan'>): void {
    const findings = this.#state.findings
    this.#checker = this.#parts.startChecker(id, {
      onProgress: (checking) => this.store.setState({ checking }),
      onFindings: ({ isWhole, removed, added, revision }) => {
        findings.take(isWhole, removed, added)
        this.store.setState({
          findingsVersion: this.#state.findingsVersion + 1,
          checkedRevision: revision,
          ...(isWhole ? { checking: null } : {}),
        })
      },
      onDamaged: () => this.store.setState({ isDamaged: true, checking: null }),
    })
  }

  #refuse(error: DispatchError): { readonly ok: false; readonly error: DispatchError } {
    this.#onRefused(error)
    return err(error)
  }
}

const emptyState = (place: Place): SessionState => ({
  place,
  open: { state: 'none' },
  plan: null,
  revision: 0,
  canEdit: false,
  isFollower: false,
  isWritable: false,
  save: { state: 'saved' },
  lines: [],
  versions: [],
  undoable: null,
  redoable: null,
  selection: new Set(),
  focused: null,
  time: 0,
  picking: null,
  findings: new FindingsView(),
  findingsVersion: 0,
  checkedRevision: 0,
  checking: null,
  isDamaged: false,
})
