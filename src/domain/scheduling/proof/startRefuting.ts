import type { ChuffedPort } from './ChuffedPort.ts'
import { ChuffedRun } from './ChuffedRun.ts'
import type { Question } from './Question.ts'

/**
 * Asks whether nothing satisfies a question. Answers true when that is proven, false when something was found that does, or
 * Chuffed gave up. Stopped, it never answers; how long to wait is the caller's business.
 */
export function startRefuting(
  question: Question,
  open: () => ChuffedPort,
  onAnswer: (isRefuted: boolean) => void,
): { readonly stop: () => void } {
  if (question.kind === 'refuted') {
    onAnswer(true)
    return { stop: () => {} }
  }
  const run = new ChuffedRun(open())
  let isFound = false
  run.ask(question.text, {
    onValues: () => {
      isFound = true
    },
    onEnd: (how) => onAnswer(how === 'refuted' && !isFound),
  })
  return { stop: () => run.end() }
}
