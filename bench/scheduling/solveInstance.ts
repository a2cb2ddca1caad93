import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { checkProblem } from '../../src/domain/scheduling/checkProblem.ts'
import type { Problem } from '../../src/domain/scheduling/Problem.ts'
import type { Solving } from '../../src/domain/scheduling/Solving.ts'
import { solve } from '../../src/domain/scheduling/solve.ts'
import { READERS } from './formats.ts'
import type { SchedulingOptions } from './schedulingOptions.ts'
import { SideProver } from './SideProver.ts'
import { makespanOf, verify } from './verify.ts'

export type Outcome = Readonly<{
  instance: string
  makespan: number | null
  lowerBound: number | null
  proven: boolean
  /** On the wall, or of the processor when the budget is. */
  seconds: number
  /** Answered, and found right by the verifier. */
  feasible: boolean
  schedules: number
  problems: readonly string[]
}>

/** Schedules between two looks at whether to go on, alone and beside a prover. */
const PIECE = 10_000
const SHORT_PIECE = 500
/** Milliseconds between two looks at a prover that is alone. */
const GLANCE = 20

/** Reads, solves and verifies one instance. Time is counted from the text on: the model is part of the work. */
export async function solveInstance(file: string, options: SchedulingOptions): Promise<Outcome> {
  const { ending, read } = READERS[options.format]
  const instance = path.basename(file, ending)
  const failed = { instance, makespan: null, lowerBound: null, proven: false, feasible: false, schedules: 0 }
  const now = options.isProcessorTime ? processorTime : () => performance.now()
  const text = readFileSync(file, 'utf8')
  const began = now()
  const since = (): number => (now() - began) / 1_000
  try {
    const problem = read(text)
    const solving = solve(problem, {
      seed: options.seed,
      now,
      ...(options.schedules === undefined ? {} : { schedules: options.schedules }),
      ...(options.seconds === undefined ? {} : { milliseconds: options.seconds * 1_000 - (now() - began) }),
    })
    if (!solving.ok) return { ...failed, seconds: since(), problems: [JSON.stringify(solving.error)] }
    const prover = options.workers > 1 ? proverOf(problem) : null
    if (prover === null) searchAlone(solving.value)
    else await searchAndProve(solving.value, prover, options, since)
    const seconds = prover !== null && options.isProcessorTime ? await processorSeconds(prover, since()) : since()
    prover?.stop()
    const { progress } = solving.value
    const isOwn = prover === null || !(prover.best.makespan < progress.makespan)
    const schedule = isOwn ? solving.value.schedule : prover.best.schedule
    if (!schedule) return { ...failed, seconds, problems: ['no schedule'] }
    const problems = verify(problem, schedule)
    const makespan = makespanOf(problem, schedule.starts)
    const told = isOwn ? progress.makespan : prover.best.makespan
    if (makespan !== told) problems.push(`makespan is ${makespan}, not ${told}`)
    const proven = progress.proven || prover?.isProven === true
    const lowerBound = Math.max(progress.lowerBound.value, prover?.bound ?? 0)
    if (makespan < lowerBound) problems.push(`makespan ${makespan} is under the bound ${lowerBound}`)
    if (proven && makespan !== lowerBound) problems.push(`proven, but the bound is ${lowerBound}, not ${makespan}`)
    const { schedules } = progress
    return { instance, makespan, lowerBound, proven, seconds, feasible: problems.length === 0, schedules, problems }
  } catch (error) {
    return { ...failed, seconds: since(), problems: [String(error)] }
  }
}

function searchAlone(solving: Solving): void {
  let progress = solving.step(1)
  while (!progress.done) progress = solving.step(PIECE)
}

/** A prover only speaks of the last end. */
function proverOf(problem: Problem): SideProver | null {
  const checked = problem.goals.every((goal) => goal === 'makespan') ? checkProblem(problem) : null
  return checked?.ok ? new SideProver(checked.value) : null
}

async function searchAndProve(
  solving: Solving,
  prover: SideProver,
  { seconds, isProcessorTime }: SchedulingOptions,
  since: () => number,
): Promise<void> {
  let progress = solving.step(1)
  while (!progress.done && !prover.isProven && !prover.isSearchSpent(progress.schedules)) {
    progress = solving.step(SHORT_PIECE)
    if (progress.feasible) prover.tell(Math.min(progress.makespan, prover.best.makespan), progress.schedules)
    await setImmediate()
  }
  if (progress.proven || prover.isProven || seconds === undefined) return
  if (!progress.done) prover.startSecond()
  // The search may have stopped before its time; and Chuffed has its own seconds when those of the processor count.
  const spent = async (): Promise<number> => (isProcessorTime ? processorSeconds(prover, since()) : since())
  while (!prover.isProven && (await spent()) < seconds) {
    prover.tell(Math.min(progress.makespan, prover.best.makespan), progress.schedules)
    await setTimeout(GLANCE)
  }
}

/** Of the busier of the two threads: one proves, on the other the search is followed by a second prover. */
async function processorSeconds(prover: SideProver, searched: number): Promise<number> {
  const [first, second] = await prover.processorTimes()
  return Math.max(first / 1_000, searched + second / 1_000)
}

/** Milliseconds that this thread has had of the processor. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
