import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import type { ChuffedPort } from '../../domain/scheduling/proof/ChuffedPort.ts'
import { flatOfTasking } from '../../domain/scheduling/proof/flatOfTasking.ts'
import { startRefuting } from '../../domain/scheduling/proof/startRefuting.ts'
import type { Proposal } from '../../domain/scheduling/tasking/Proposal.ts'
import { StuckTasks } from '../../domain/scheduling/tasking/StuckTasks.ts'
import type { TaskingModel } from '../../domain/scheduling/tasking/model/TaskingModel.ts'
import type { TaskingRequest } from '../../domain/scheduling/tasking/TaskingRequest.ts'

/** More are never proven in the time there is. */
const MOST_TASKS = 400

/** Whether a proposal's missions could all end earlier, asked beside the search for better ones. */
export class FinishProof {
  readonly #plan: PlanReader
  readonly #wanted: TaskingRequest
  readonly #open: () => ChuffedPort
  #model: TaskingModel | null = null
  #asked = ''
  #isProven = false
  #refuting: { readonly stop: () => void } | null = null

  constructor(plan: PlanReader, wanted: TaskingRequest, open: () => ChuffedPort) {
    this.#plan = plan
    this.#wanted = wanted
    this.#open = open
  }

  /** Asks about this proposal's finish, unless that is known or asked already. */
  follow(proposal: Proposal): void {
    const { finish, unplaced } = proposal
    const key = keyOf(proposal)
    if (!this.#wanted.goals.includes('finish') || this.#wanted.missions.length > MOST_TASKS) return
    if (finish === null || finish.isProven || key === this.#asked) return
    this.end()
    this.#asked = key
    this.#isProven = false
    this.#model ??= StuckTasks.of(this.#plan, this.#wanted).model
    const without = new Set(unplaced.map(({ mission }) => mission))
    const among = this.#model.tasks.filter(({ mission }) => !without.has(mission.id)).map(({ index }) => index)
    this.#refuting = startRefuting(flatOfTasking(this.#model, new Set(among), finish.end), this.#open, (isRefuted) => {
      this.#isProven = isRefuted
    })
  }

  /** The proposal, told as proven when that was found out of its finish. */
  marked(proposal: Proposal): Proposal {
    const { finish } = proposal
    const isProven = this.#isProven && keyOf(proposal) === this.#asked
    return finish !== null && isProven ? { ...proposal, finish: { ...finish, isProven } } : proposal
  }

  end(): void {
    this.#refuting?.stop()
    this.#refuting = null
  }
}

/** What a proof is of: an end, of all chosen missions but these. */
const keyOf = ({ finish, unplaced }: Proposal): string =>
  [finish?.end, ...unplaced.map(({ mission }) => mission).toSorted()].join(' ')
