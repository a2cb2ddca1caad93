import type { JournalLine } from '../../../domain/plan/journal.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import { isTextKey } from '../../texts/translate.ts'

/** The line a change shows: what was done to what. A change of a kind this version does not know shows its type. */
export function changeSentence({ label }: JournalLine, t: Texts['t']): string {
  const key = `change.${label.type}`
  if (!isTextKey(key)) return label.type
  const { fields } = label.params
  return t(key, typeof fields === 'string' ? { ...label.params, fields: fieldNames(fields, t) } : label.params)
}

/** `title, start` as the language calls them. */
function fieldNames(fields: string, t: Texts['t']): string {
  return fields
    .split(', ')
    .map((field) => {
      const key = `field.${field}`
      return isTextKey(key) ? t(key) : field
    })
    .join(', ')
}
