import { ChuffedRun } from '../../src/domain/scheduling/proof/ChuffedRun.ts'
import type { Question, Values } from '../../src/domain/scheduling/proof/Question.ts'
import { openChuffed } from '../../src/headless/openChuffed.ts'

/** What real Chuffed says: the last values, and whether nothing (else) satisfies the question. */
export function askChuffed(question: Question): Promise<{ values: Values | null; isRefuted: boolean }> {
  if (question.kind === 'refuted') return Promise.resolve({ values: null, isRefuted: true })
  const { promise, resolve } = Promise.withResolvers<{ values: Values | null; isRefuted: boolean }>()
  let values: Values | null = null
  new ChuffedRun(openChuffed()).ask(question.text, {
    onValues: (found) => {
      values = found
    },
    onEnd: (how) => resolve({ values, isRefuted: how === 'refuted' }),
  })
  return promise
}
