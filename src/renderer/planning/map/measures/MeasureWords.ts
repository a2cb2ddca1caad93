import type { MeasureType } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { measureTypeName } from '../../../fields/measureTypeName.ts'
import { type Texts, textsIn } from '../../../texts/TextContext.tsx'
import { isTextKey } from '../../../texts/translate.ts'
import { folded } from '../../../ui/folded.ts'

/** How the map writes what a measure says, in the reader's language. */
export interface MeasureWords {
  /** A planned time, minutes from H-hour. */
  readonly writeTime: (minutes: number) => string
  readonly t: Texts['t']
}

/** The standard's word as the language has it: `PL` is `LF` in Spanish. */
export function wordIn(word: string, t: Texts['t']): string {
  const key = `map-measures.word.${word}`
  return isTextKey(key) ? t(key) : word
}

const beginnings = new Map<MeasureType, readonly string[]>()

/** What a name of this kind may begin with that the symbol says already: its word and its kind, in both languages. */
function beginningsOf(type: MeasureType): readonly string[] {
  const known = beginnings.get(type)
  if (known !== undefined) return known
  const all = (['es', 'en'] as const).flatMap((language) => {
    const { t } = textsIn(language)
    const words = type.word === null ? [] : [type.word, wordIn(type.word, t)]
    return [...words, measureTypeName(type, t)]
  })
  const made = [...new Set(all.map((each) => `${folded(each)} `))].toSorted((a, b) => b.length - a.length)
  beginnings.set(type, made)
  return made
}

/** The name without what the symbol writes before it: planners call a line `LF AZUL`, and the map would write it twice. */
export function nameBesideWord({ name }: Pick<Overlay, 'name'>, type: MeasureType): string {
  if (type.word === null) return name
  const begins = beginningsOf(type).find((each) => folded(name).startsWith(each))
  const rest = begins === undefined ? name : name.slice(begins.length).trim()
  return rest === '' ? name : rest
}

/** A label as the renderer wrote it, its word in the reader's language. */
export function translatedLabel(text: string, type: MeasureType | null, t: Texts['t']): string {
  const word = type?.word ?? null
  if (word === null || (text !== word && !text.startsWith(`${word} `))) return text
  return `${wordIn(word, t)}${text.slice(word.length)}`
}
