import { readFileSync } from 'node:fs'
import path from 'node:path'
import { solve } from '../../src/domain/scheduling/solve.ts'
import { READERS } from './formats.ts'
import type { SchedulingOptions } from './schedulingOptions.ts'
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

/** Schedules between two looks at whether to go on. */
const PIECE = 10_000

/** Reads, solves and verifies one instance. Time is counted from the text on: the model is part of the work. */
export function solveInstance(file: string, options: SchedulingOptions): Outcome {
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
    let progress = solving.value.step(1)
    while (!progress.done) progress = solving.value.step(PIECE)
    const seconds = since()
    const { schedule } = solving.value
    if (!schedule) return { ...failed, seconds, problems: ['no schedule'] }
    const problems = verify(problem, schedule)
    const makespan = makespanOf(problem, schedule.starts)
    if (makespan !== progress.makespan) problems.push(`makespan is ${makespan}, not ${progress.makespan}`)
    const { proven, schedules } = progress
    const lowerBound = progress.lowerBound.value
    if (makespan < lowerBound) problems.push(`makespan ${makespan} is under the bound ${lowerBound}`)
    return { instance, makespan, lowerBound, proven, seconds, feasible: problems.length === 0, schedules, problems }
  } catch (error) {
    return { ...failed, seconds: since(), problems: [String(error)] }
  }
}

/** Milliseconds that this thread has had of the processor. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
