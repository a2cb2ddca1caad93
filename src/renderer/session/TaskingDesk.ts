import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command } from '../../domain/commands/catalog.ts'
import type { JournalLine } from '../../domain/plan/journal.ts'
import type { Id } from '../../domain/records/ids.ts'
import { err, type Result } from '../../domain/result.ts'
import type { Proposal, TaskingProgress } from '../../domain/scheduling/tasking/Proposal.ts'
import { takingOf } from '../../domain/scheduling/tasking/takingOf.ts'
import type { TaskingRequest } from '../../domain/scheduling/tasking/TaskingRequest.ts'
import type { PlanChecker, ProposalSearch } from './PlanChecker.ts'
import type { DispatchError } from './SessionState.ts'

/** What views of the open proposal read. */
export interface TaskingState {
  readonly status: 'idle' | 'searching' | 'done'
  readonly request: TaskingRequest | null
  readonly progress: TaskingProgress | null
  /** The best so far, checked; replaced as it gets better. */
  readonly proposal: Proposal | null
  /** The plan has changed since the proposal was made; another is on its way. */
  readonly isStale: boolean
  /** When the search began, by the clock of the session; null while none ran. */
  readonly startedAt: number | null
}

export interface TaskingParts {
  readonly checker: () => PlanChecker | null
  readonly dispatch: (command: Command) => Result<JournalLine, DispatchError>
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** After a change of the plan a new proposal is searched once nothing more has changed for so long. */
const REST_MS = 300

const IDLE: TaskingState = {
  status: 'idle',
  request: null,
  progress: null,
  proposal: null,
  isStale: false,
  startedAt: null,
}

/** Asks for proposals of times and units, keeps the last one, and takes it, whole or in part. */
export class TaskingDesk {
  readonly store: StoreApi<TaskingState> = createStore<TaskingState>(() => IDLE)
  readonly #parts: TaskingParts
  #search: ProposalSearch | null = null
  #rest: ReturnType<typeof setTimeout> | null = null

  constructor(parts: TaskingParts) {
    this.#parts = parts
  }

  /** Starts a search; a later call ends an earlier one. What was proposed before stays until there is something new. */
  propose(request: TaskingRequest): void {
    this.#end()
    const { proposal, isStale } = this.store.getState()
    const startedAt = this.#parts.now()
    this.store.setState({ status: 'searching', request, progress: null, proposal, isStale, startedAt })
    const search = this.#parts.checker()?.propose(request, {
      onProgress: (progress) => this.store.setState({ progress }),
      onProposal: (next, isLast) => {
        this.store.setState({ proposal: next, isStale: false, status: isLast ? 'done' : 'searching' })
        if (isLast) this.#search = null
      },
    })
    this.#search = search ?? null
    if (search === undefined) this.store.setState({ status: 'idle' })
  }

  /** Searches no further; the best so far is the answer. */
  stop(): void {
    this.#search?.settle()
  }

  /** Lets the proposal go. */
  clear(): void {
    this.#end()
    this.store.setState(IDLE)
  }

  /** Takes the changes of some missions, or all, in one step that can be undone; the rest of the proposal stays open. */
  take(missions: readonly Id<'mission'>[] | 'all'): Result<JournalLine, DispatchError> {
    const { proposal, request } = this.store.getState()
    const wanted = missions === 'all' ? null : new Set(missions)
    const changes = (proposal?.changes ?? []).filter((c) => wanted === null || wanted.has(c.mission))
    if (proposal === null || request === null || changes.length === 0) return err({ code: 'nothing', params: {} })
    const taken = this.#parts.dispatch(takingOf(changes))
    if (!taken.ok) return taken
    const rest = proposal.changes.filter((c) => !changes.includes(c))
    if (rest.length === 0) this.clear()
    else {
      const gone = new Set(changes.map((c) => c.mission))
      const left = request.missions.filter((id) => !gone.has(id))
      this.store.setState({ proposal: { ...proposal, changes: rest }, request: { ...request, missions: left } })
    }
    return taken
  }

  /** To be called when the plan has changed: what was proposed may no longer fit. */
  planChanged(): void {
    const { request, status } = this.store.getState()
    if (request === null || status === 'idle') return
    this.#end()
    this.store.setState({ isStale: true, status: 'searching' })
    this.#rest = setTimeout(() => this.#again(), REST_MS)
  }

  #again(): void {
    const { request } = this.store.getState()
    if (request !== null) this.propose(request)
  }

  #end(): void {
    if (this.#rest !== null) clearTimeout(this.#rest)
    this.#rest = null
    this.#search?.drop()
    this.#search = null
  }
}
