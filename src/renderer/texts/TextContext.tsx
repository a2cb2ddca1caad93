import { createContext, use, useMemo } from 'react'
import type { LocalText } from '../../domain/records/common.ts'
import type { Language } from '../../domain/time/dtg.ts'
import type { TextKey } from './catalog.ts'
import { formatNumber, nameIn, type TextParams, translate } from './translate.ts'

export interface Texts {
  readonly language: Language
  /** A text of the interface. */
  readonly t: (key: TextKey, params?: TextParams) => string
  /** A name from the plan's data. */
  readonly name: (text: LocalText) => string
  readonly number: (value: number, maximumFractionDigits?: number) => string
}

export const LanguageContext = createContext<Language>('es')

/** Texts in the chosen language; views that use it are shown again when the language changes. */
export function useTexts(): Texts {
  const language = use(LanguageContext)
  return useMemo(() => textsIn(language), [language])
}

export function textsIn(language: Language): Texts {
  return {
    language,
    t: (key, params) => translate(language, key, params),
    name: (text) => nameIn(language, text),
    number: (value, digits) => formatNumber(language, value, digits),
  }
}
