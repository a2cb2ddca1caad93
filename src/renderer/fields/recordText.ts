import { shortNameOf } from '../../domain/commands/nameOfRecord.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import { type Id, kindOf } from '../../domain/records/ids.ts'
import { nameIn } from '../texts/translate.ts'
import type { Language } from '../../domain/time/dtg.ts'
import { folded } from '../ui/folded.ts'

/** A record in one line: `M-014 Reconocimiento en Sivia`, `31.ª Bda Inf · 31.ª Brigada de Infantería`. */
export function recordLine(record: AnyRecord, language: Language): string {
  const short = recordShort(record, language)
  const long = longNameOf(record, language)
  if (long === '' || long === short) return short
  return 'code' in record ? `${short} ${long}` : `${short} · ${long}`
}

/** What a record is called in a word: its code, designation or, where it has neither, its name in the language. */
export function recordShort(record: AnyRecord, language: Language): string {
  const isNamedOnly = !('code' in record) && 'name' in record && typeof record.name !== 'string'
  return isNamedOnly ? longNameOf(record, language) : shortNameOf(record)
}

const NAMELESS = ['assignment', 'dependency', 'relationship', 'link', 'acceptance']

/** Whether records of this kind are called something; those that tie two others are not. */
export const isNamedRecord = (id: Id): boolean => !NAMELESS.includes(kindOf(id))

/** What a record is called in full, beside its code or designation. */
function longNameOf(record: AnyRecord, language: Language): string {
  if ('title' in record) return record.title
  if ('name' in record) return typeof record.name === 'string' ? record.name : nameIn(language, record.name)
  return ''
}

const isNamedTwice = (record: AnyRecord): boolean => 'name' in record && typeof record.name !== 'string'

const searched = new WeakMap<AnyRecord, string>()

/** The line of a record in both languages, without accents and in small letters, as it is searched; made once a record. */
export function searchedText(record: AnyRecord): string {
  const known = searched.get(record)
  if (known !== undefined) return known
  const es = recordLine(record, 'es')
  const en = isNamedTwice(record) ? recordLine(record, 'en') : ''
  const text = folded(en === '' ? es : `${es} ${en}`)
  searched.set(record, text)
  return text
}

/** The words of a query, as `searchedText` can be asked for. */
export const queryWords = (query: string): readonly string[] =>
  folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
