import type { Finding } from '../../domain/check/Finding.ts'
import type { Diff } from '../../domain/plan/diff.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Proposal, TaskingProgress } from '../../domain/scheduling/tasking/Proposal.ts'
import type { TaskingRequest } from '../../domain/scheduling/tasking/TaskingRequest.ts'
import type { RiskSummary } from '../../domain/scheduling/risk/RiskSummary.ts'
import type { RiskOptions } from '../../domain/scheduling/risk/simulateRisk.ts'

/** What the check tells as it goes. */
export interface CheckEvents {
  onProgress(fraction: number): void
  onFindings(change: {
    readonly revision: number
    readonly isWhole: boolean
    readonly removed: readonly string[]
    readonly added: readonly Finding[]
  }): void
  /** The copy on disk does not pass its schemas. */
  onDamaged(): void
}

/** Checks the open plan beside the window. */
export interface PlanChecker {
  follow(revision: number, diff: Diff): void
  /** The plan as the bytes of a plan file, made off the window's thread. */
  encode(): Promise<Uint8Array<ArrayBuffer>>
  /** Simulates the plan off the window's thread; another call, or `stop`, ends it without an answer. */
  simulate(options: RiskOptions, events: SimulationEvents): { stop(): void }
  /** Searches a proposal off the window's thread; another call ends it without a last answer, as does a change of the plan. */
  propose(wanted: TaskingRequest, events: ProposalEvents): ProposalSearch
  close(): void
}

export interface ProposalEvents {
  onProgress(progress: TaskingProgress): void
  /** The best so far; `isLast` when nothing more comes. */
  onProposal(proposal: Proposal, isLast: boolean): void
}

export interface ProposalSearch {
  /** Searches no further: the best so far becomes the last answer. */
  settle(): void
  /** Ends without an answer. */
  drop(): void
}

export interface SimulationEvents {
  onProgress(fraction: number): void
  /** `revision` is the plan's that was simulated. */
  onDone(revision: number, summary: RiskSummary): void
}

export type StartChecker = (plan: Id<'plan'>, events: CheckEvents) => PlanChecker
