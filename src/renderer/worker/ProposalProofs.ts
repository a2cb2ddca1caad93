import type { ChuffedPort } from '../../domain/scheduling/proof/ChuffedPort.ts'
import { flatOfTasking } from '../../domain/scheduling/proof/flatOfTasking.ts'
import type { Question } from '../../domain/scheduling/proof/Question.ts'
import { startRefuting } from '../../domain/scheduling/proof/startRefuting.ts'
import type { Proposal, Unplaced } from '../../domain/scheduling/tasking/Proposal.ts'
import type { TaskingModel } from '../../domain/scheduling/tasking/model/TaskingModel.ts'
import type { StuckTasks } from '../../domain/scheduling/tasking/StuckTasks.ts'
import type { TaskingRequest } from '../../domain/scheduling/tasking/TaskingRequest.ts'

/** Of more missions an earlier finish is never refuted in the time there is. */
const MOST_TASKS = 400
/** Conflicts of a proposal that are asked about, and how long one may take, its thread's start included. */
const MOST_CONFLICTS = 10
const CONFLICT_MS = 3_000

/** A question and what it goes by: the same missions are not asked about again. */
interface Doubt {
  readonly key: string
  readonly model: TaskingModel
  readonly among: ReadonlySet<number>
}

/**
 * What is asked beside the search for better proposals, one question at a time: whether a proposal's missions could all
 * end earlier; then, of missions without a place, whether each could be placed at all together with those in its way.
 */
export class ProposalProofs {
  readonly #wanted: TaskingRequest
  readonly #open: () => ChuffedPort
  readonly #conflictMs: number
  #stuck: StuckTasks | null = null
  /** The finish asked about last. */
  #finish = ''
  #isFinishProven = false
  /** Of the proposal followed last. */
  #doubts: readonly Doubt[] = []
  /** Whether those asked about so far are proven not to be possible. */
  readonly #answers = new Map<string, boolean>()
  #refuting: { readonly key: string; readonly stop: () => void } | null = null

  constructor(wanted: TaskingRequest, open: () => ChuffedPort, conflictMs = CONFLICT_MS) {
    this.#wanted = wanted
    this.#open = open
    this.#conflictMs = conflictMs
  }

  /** Asks about this proposal, which was written beside what is stuck, unless it is known or asked already. */
  follow(proposal: Proposal, stuck: StuckTasks): void {
    this.#take(proposal, stuck)
    const key = keyOfFinish(proposal)
    const { finish } = proposal
    const isWanted = this.#wanted.goals.includes('finish') && this.#wanted.missions.length <= MOST_TASKS
    if (!isWanted || finish === null || finish.isProven || key === this.#finish) return this.#askOn()
    this.end()
    this.#finish = key
    this.#isFinishProven = false
    const without = new Set(proposal.unplaced.map(({ mission }) => mission))
    const among = stuck.model.tasks.filter(({ mission }) => !without.has(mission.id)).map(({ index }) => index)
    this.#ask(key, flatOfTasking(stuck.model, new Set(among), finish.end), (isRefuted) => {
      this.#isFinishProven = isRefuted
    })
  }

  /** The same when nothing better is to come: its finish is not asked about, or no longer. */
  conclude(proposal: Proposal, stuck: StuckTasks): void {
    this.#take(proposal, stuck)
    if (this.#refuting?.key === this.#finish) this.end()
    this.#askOn()
  }

  /** Whether a question is open. */
  get isAsking(): boolean {
    return this.#refuting !== null
  }

  /** The proposal, with what was proven of it. */
  marked(proposal: Proposal, stuck: StuckTasks): Proposal {
    if (stuck !== this.#stuck) return proposal
    const { finish, unplaced } = proposal
    const isProven = this.#isFinishProven && keyOfFinish(proposal) === this.#finish
    const told = unplaced.map((one) => {
      const doubt = one.conflict.isProven ? null : doubtOf(one, stuck)
      const isRefuted = doubt !== null && this.#answers.get(doubt.key) === true
      return isRefuted ? { ...one, conflict: { ...one.conflict, isProven: true } } : one
    })
    if (!isProven && told.every((one, i) => one === unplaced[i])) return proposal
    return { ...proposal, finish: finish !== null && isProven ? { ...finish, isProven } : finish, unplaced: told }
  }

  end(): void {
    this.#refuting?.stop()
    this.#refuting = null
  }

  #take({ unplaced }: Proposal, stuck: StuckTasks): void {
    if (stuck !== this.#stuck) {
      // What was found out rests on where the stuck stay.
      this.end()
      this.#finish = ''
      this.#isFinishProven = false
      this.#answers.clear()
      this.#stuck = stuck
    }
    const unproven = unplaced.filter(({ conflict }) => !conflict.isProven)
    this.#doubts = unproven.flatMap((one) => doubtOf(one, stuck) ?? []).slice(0, MOST_CONFLICTS)
    const open = this.#refuting?.key
    if (open !== this.#finish && !this.#doubts.some(({ key }) => key === open)) this.end()
  }

  /** The next conflict, unless something is open. */
  #askOn(): void {
    const doubt = this.#refuting === null ? this.#doubts.find(({ key }) => !this.#answers.has(key)) : undefined
    if (doubt === undefined) return
    const { key, model, among } = doubt
    this.#ask(
      key,
      flatOfTasking(model, among, null),
      (isRefuted) => this.#answers.set(key, isRefuted),
      this.#conflictMs,
    )
  }

  #ask(key: string, question: Question, onAnswer: (isRefuted: boolean) => void, most?: number): void {
    let timer: ReturnType<typeof setTimeout> | undefined
    const answer = (isRefuted: boolean): void => {
      this.end()
      onAnswer(isRefuted)
      this.#askOn()
    }
    if (question.kind === 'refuted') return answer(true)
    const { stop } = startRefuting(question, this.#open, answer)
    if (most !== undefined) timer = setTimeout(() => answer(false), most)
    this.#refuting = {
      key,
      stop: () => {
        clearTimeout(timer)
        stop()
      },
    }
  }
}

/** What a proof of a finish is of: an end, of all chosen missions but these. */
const keyOfFinish = ({ finish, unplaced }: Proposal): string =>
  [finish?.end, ...unplaced.map(({ mission }) => mission).toSorted()].join(' ')

/** A mission and the chosen ones that its conflict names; null where it names none. */
function doubtOf({ mission, conflict }: Unplaced, stuck: StuckTasks): Doubt | null {
  const model = stuck.modelOf(mission)
  const own = model.taskOf.get(mission)
  const named = conflict.requirements.flatMap(({ requirement: r }) =>
    r.kind === 'busy' ? (model.taskOf.get(r.other)?.index ?? []) : [],
  )
  if (own === undefined || named.length === 0) return null
  return {
    key: ['with', mission, ...named.toSorted((a, b) => a - b)].join(' '),
    model,
    among: new Set([own.index, ...named]),
  }
}
