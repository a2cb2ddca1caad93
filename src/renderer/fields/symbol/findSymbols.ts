import { hasEchelon, type SymbolParts } from '../../../domain/records/symbolCode.ts'
import type { Language } from '../../../domain/time/dtg.ts'
import { folded } from '../../ui/folded.ts'
import catalogue from './symbolCatalogue.json' with { type: 'json' }

/** One kind of unit or craft that the picker offers: set, entity and modifiers of its code, and its names. */
export interface SymbolEntry {
  readonly set: string
  readonly entity: string
  readonly modifiers: string
  readonly es: string
  readonly en: string
}

export const SYMBOLS: readonly SymbolEntry[] = catalogue

/** Digits that tell entries apart. */
export const entryKey = ({ set, entity, modifiers }: Pick<SymbolParts, 'set' | 'entity' | 'modifiers'>): string =>
  `${set}${entity}${modifiers}`

const texts = SYMBOLS.map((entry) => folded(`${entry.es} ${entry.en} ${entryKey(entry)}`))

/** Entries that hold all words, in either language, by name in the language shown; the sets stand apart. */
export function findSymbols(query: string, language: Language): readonly SymbolEntry[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const rank = (entry: SymbolEntry): string => (hasEchelon(entry.set) ? '0' : entry.set === '30' ? '1' : '2')
  return SYMBOLS.filter((_, at) => words.every((word) => texts[at]?.includes(word) === true)).sort(
    (a, b) => rank(a).localeCompare(rank(b)) || a[language].localeCompare(b[language], language),
  )
}
