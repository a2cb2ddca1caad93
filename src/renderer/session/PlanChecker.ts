import type { Finding } from '../../domain/check/Finding.ts'
import type { Diff } from '../../domain/plan/diff.ts'
import type { Id } from '../../domain/records/ids.ts'
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
  close(): void
}

export interface SimulationEvents {
  onProgress(fraction: number): void
  /** `revision` is the plan's that was simulated. */
  onDone(revision: number, summary: RiskSummary): void
}

export type StartChecker = (plan: Id<'plan'>, events: CheckEvents) => PlanChecker
