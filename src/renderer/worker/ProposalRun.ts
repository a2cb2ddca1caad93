import type { FromPlanWorker } from '../../contract/planWorkerMessages.ts'
import type { Checker } from '../../domain/check/Checker.ts'
import type { PlanDocument } from '../../domain/plan/PlanDocument.ts'
import type { Proposal } from '../../domain/scheduling/tasking/Proposal.ts'
import { Tasking } from '../../domain/scheduling/tasking/Tasking.ts'
import type { TaskingRequest } from '../../domain/scheduling/tasking/TaskingRequest.ts'
import { FinishProof } from './FinishProof.ts'
import { openChuffed } from './openChuffed.ts'

export interface ProposalRunParts {
  readonly request: number
  readonly wanted: TaskingRequest
  readonly post: (message: FromPlanWorker) => void
  /** Lets messages in between two slices of work. */
  readonly breathe: () => Promise<void>
}

/** Between two messages about progress. */
const PROGRESS_MS = 100
/** Between two proposals shown on the way, and how much of the time showing them may take at most. */
const SHOWN_MS = 1_000
const SHOWN_SHARE = 10

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
    const proof = new FinishProof(plan, this.#parts.wanted, openChuffed)
    await this.#search(plan, checker, proof).finally(() => proof.end())
  }

  async #search(plan: PlanDocument, checker: Checker, proof: FinishProof): Promise<void> {
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
      post({ type: 'proposed', request, proposal: proof.marked(proposal), isLast })
      if (isLast) return
      proof.follow(proposal)
      shownAt = now()
      cost = shownAt - written
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
