import type { FromPlanWorker } from '../../contract/planWorkerMessages.ts'
import type { Checker } from '../../domain/check/Checker.ts'
import type { PlanDocument } from '../../domain/plan/PlanDocument.ts'
import type { ChuffedPort } from '../../domain/scheduling/proof/ChuffedPort.ts'
import type { Proposal } from '../../domain/scheduling/tasking/Proposal.ts'
import { Tasking } from '../../domain/scheduling/tasking/Tasking.ts'
import type { TaskingRequest } from '../../domain/scheduling/tasking/TaskingRequest.ts'
import { ProposalProofs } from './ProposalProofs.ts'

export interface ProposalRunParts {
  readonly request: number
  readonly wanted: TaskingRequest
  readonly post: (message: FromPlanWorker) => void
  /** Lets messages in between two slices of work. */
  readonly breathe: () => Promise<void>
  /** Starts a thread for one question to Chuffed. */
  readonly open: () => ChuffedPort
}

/** Between two messages about progress. */
const PROGRESS_MS = 100
/** Between two proposals shown on the way, and how much of the time showing them may take at most. */
const SHOWN_MS = 1_000
const SHOWN_SHARE = 10
/** Most time for proofs of conflicts after the search, where that had `LONG_S` seconds or more, and where it had less. */
const PROVING_MS = 5_000
const PROVING_BRIEFLY_MS = 2_000
const LONG_S = 5
/** Between two looks at whether they are through. */
const LOOK_MS = 20

/** One search for a proposal, a slice at a time, on the worker's copy of the plan. Any change of the plan has to end it. */
export class ProposalRun {
  readonly #parts: ProposalRunParts
  #isOver = false
  #isSettled = false

  constructor(parts: ProposalRunParts) {
    this.#parts = parts
  }

  /** Searches no further; the best so far is told as the last answer. */
  settle(): void {
    this.#isSettled = true
  }

  /** Tells nothing more. */
  end(): void {
    this.#isOver = true
  }

  async run(plan: PlanDocument, checker: Checker): Promise<void> {
    const proofs = new ProposalProofs(this.#parts.wanted, this.#parts.open)
    await this.#search(plan, checker, proofs).finally(() => proofs.end())
  }

  async #search(plan: PlanDocument, checker: Checker, proofs: ProposalProofs): Promise<void> {
    const { request, wanted, post, breathe } = this.#parts
    const now = (): number => performance.now()
    const tasking = new Tasking(plan, checker, wanted, now)
    const began = now()
    let [toldAt, shownAt, cost] = [began, Number.NEGATIVE_INFINITY, 0]
    for (;;) {
      await breathe()
      if (this.#isOver) return
      const isMore = !this.#isSettled && tasking.step(cost)
      if (now() - toldAt > PROGRESS_MS || !isMore) {
        post({ type: 'proposing', request, progress: tasking.progress })
        toldAt = now()
      }
      const isRested = now() - shownAt > Math.max(SHOWN_MS, SHOWN_SHARE * cost)
      const isDue = isRested && tasking.isBetter && (tasking.isReady || now() - began > SHOWN_MS)
      if (isMore && !isDue) continue
      const written = now()
      const proposal = await this.#write(tasking)
      if (proposal === null) return
      const isLast = !isMore && (this.#isSettled || !tasking.isAnew || !tasking.step(cost))
      const stuck = tasking.writtenBeside
      const show = (isLast: boolean): void => {
        const marked = stuck === null ? proposal : proofs.marked(proposal, stuck)
        post({ type: 'proposed', request, proposal: marked, isLast })
      }
      if (isLast) {
        if (stuck !== null && !this.#isSettled) proofs.conclude(proposal, stuck)
        if (proofs.isAsking && !this.#isSettled) {
          show(false)
          await this.#waitFor(proofs)
          if (this.#isOver) return
        }
        return show(true)
      }
      show(false)
      if (stuck !== null) proofs.follow(proposal, stuck)
      shownAt = now()
      cost = shownAt - written
    }
  }

  /** Until the proofs are through, time is, or nobody waits for them any more. */
  async #waitFor(proofs: ProposalProofs): Promise<void> {
    const { seconds = Number.POSITIVE_INFINITY } = this.#parts.wanted
    const until = performance.now() + (seconds < LONG_S ? PROVING_BRIEFLY_MS : PROVING_MS)
    while (proofs.isAsking && !this.#isSettled && !this.#isOver && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }

  async #write(tasking: Tasking): Promise<Proposal | null> {
    const steps = tasking.proposalSteps()
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      await this.#parts.breathe()
      if (this.#isOver) return null
    }
  }
}
