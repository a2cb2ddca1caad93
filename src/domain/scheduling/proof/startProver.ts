import type { CheckedProblem } from '../checkProblem.ts'
import type { Schedule } from '../Problem.ts'
import type { ChuffedPort } from './ChuffedPort.ts'
import { ChuffedRun } from './ChuffedRun.ts'
import type { ChuffedWay } from './FlatModel.ts'
import { flatOfProblem, scheduleOf } from './flatOfProblem.ts'

export type ProverParts = Readonly<{
  checked: CheckedProblem
  /** Last end of the best schedule known. */
  best: number
  /** Starts a thread for one question. */
  open: () => ChuffedPort
  way?: ChuffedWay
  /** No schedule ends before `bound`. */
  onBound?: (bound: number) => void
  /** A schedule better than all known; only where the question was exact. */
  onBetter?: (schedule: Schedule, makespan: number) => void
  /** No schedule ends before `makespan`, and one that ends then is known. */
  onProven: (makespan: number) => void
}>

export interface Prover {
  /** Someone else found a schedule with this last end. What is asked about worse ones is dropped. */
  readonly improve: (best: number) => void
  readonly stop: () => void
}

/** Asks whether anything is better than the best known, until nothing is. Needs the makespan alone as goal. */
export function startProver({ checked, open, onBound, onBetter, onProven, ...parts }: ProverParts): Prover {
  let best = parts.best
  let run: ChuffedRun | null = null
  let isOver = false
  const prove = (): void => {
    isOver = true
    run?.end()
    onBound?.(best)
    onProven(best)
  }
  const ask = (): void => {
    run?.end()
    run = null
    const question = flatOfProblem(checked, best)
    if (question.kind === 'refuted') return prove()
    const asked = new ChuffedRun(open(), parts.way)
    run = asked
    let loosest: number | undefined
    asked.ask(question.text, {
      onValues: (values) => {
        const makespan = values.get('makespan')
        if (makespan === undefined) return
        loosest = makespan
        if (!question.isExact || makespan >= best) return
        best = makespan
        onBetter?.(scheduleOf(checked, values), makespan)
      },
      onEnd: (how) => {
        if (how !== 'refuted') return
        // What satisfies a question that leaves something out need be no schedule, but nothing ends before it.
        if (question.isExact || loosest === undefined) prove()
        else onBound?.(loosest)
      },
    })
  }
  ask()
  return {
    improve: (makespan) => {
      if (isOver || makespan >= best) return
      best = makespan
      ask()
    },
    stop: () => {
      isOver = true
      run?.end()
    },
  }
}
