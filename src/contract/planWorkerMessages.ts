import type { Finding } from '../domain/check/Finding.ts'
import type { Diff } from '../domain/plan/diff.ts'
import type { RecordsFault } from '../domain/plan/checkRecords.ts'
import type { Id } from '../domain/records/ids.ts'
import type { Proposal, TaskingProgress } from '../domain/scheduling/tasking/Proposal.ts'
import type { TaskingRequest } from '../domain/scheduling/tasking/TaskingRequest.ts'
import type { RiskSummary } from '../domain/scheduling/risk/RiskSummary.ts'
import type { RiskOptions } from '../domain/scheduling/risk/simulateRisk.ts'

/** To the worker that holds a copy of the open plan. */
export type ToPlanWorker =
  /** Read the plan from disk, check it whole, then follow the changes. */
  | { readonly type: 'open'; readonly plan: Id<'plan'> }
  /** A change the window has made; `revision` is the plan's after it. */
  | { readonly type: 'change'; readonly revision: number; readonly diff: Diff }
  /** Give the plan as the bytes of a plan file. */
  | { readonly type: 'encode'; readonly request: number }
  /** Simulate the plan as it is now; a later request ends an earlier one. */
  | { readonly type: 'simulate'; readonly request: number; readonly options: RiskOptions }
  | { readonly type: 'stop-simulating' }
  /** Search a proposal for the plan as it is now; a later request ends an earlier one, and so does a change of the plan. */
  | { readonly type: 'propose'; readonly request: number; readonly wanted: TaskingRequest }
  /** Search no further: the best so far is the answer. */
  | { readonly type: 'settle-proposal' }
  | { readonly type: 'drop-proposal' }

export type FromPlanWorker =
  | { readonly type: 'progress'; readonly fraction: number }
  /** Findings that came and went, on the plan as of `revision`; `isWhole` replaces all that was known. */
  | {
      readonly type: 'findings'
      readonly revision: number
      readonly isWhole: boolean
      readonly removed: readonly string[]
      readonly added: readonly Finding[]
    }
  | { readonly type: 'simulating'; readonly request: number; readonly fraction: number }
  | {
      readonly type: 'simulated'
      readonly request: number
      readonly revision: number
      readonly summary: RiskSummary
    }
  | { readonly type: 'proposing'; readonly request: number; readonly progress: TaskingProgress }
  /** The best so far; `isLast` when nothing more comes. */
  | { readonly type: 'proposed'; readonly request: number; readonly proposal: Proposal; readonly isLast: boolean }
  | { readonly type: 'encoded'; readonly request: number; readonly bytes: Uint8Array<ArrayBuffer> }
  /** What lies on disk does not pass its own schemas. */
  | { readonly type: 'damaged'; readonly fault: RecordsFault | null }

/** To the worker that reads files: a plan file's bytes. */
export type ToFileWorker = { readonly type: 'decode'; readonly bytes: Uint8Array }
