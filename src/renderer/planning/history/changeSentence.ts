import type { JournalLine } from '../../../domain/plan/journal.ts'
import { isTextKey } from '../../texts/translate.ts'
import type { Texts } from '../../texts/TextContext.tsx'

/** The line a change shows: what was done to what. A change of a kind this version does not know shows its type. */
export function changeSentence({ label }: JournalLine, t: Texts['t']): string {
  const key = `change.${label.type}`
  return isTextKey(key) ? t(key, label.params) : label.type
}
