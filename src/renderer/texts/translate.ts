import { IntlMessageFormat } from 'intl-messageformat'
import type { LocalText } from '../../domain/records/common.ts'
import type { Language } from '../../domain/time/dtg.ts'
import { catalog, type TextKey } from './catalog.ts'

export type TextParams = Readonly<Record<string, string | number>>

const LOCALES: Record<Language, string> = { es: 'es-PE', en: 'en' }
const compiled = new Map<string, IntlMessageFormat>()

/** A text of the interface in a language, with its values filled in. */
export function translate(language: Language, key: TextKey, params?: TextParams): string {
  const text = catalog[key][language]
  if (params === undefined && !text.includes('{')) return text
  const name = `${language} ${key}`
  const known = compiled.get(name) ?? new IntlMessageFormat(text, LOCALES[language])
  compiled.set(name, known)
  return String(known.format(params))
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(catalog, key)
}

/** A name of the plan's own data in the language, else in the planners'. */
export function nameIn(language: Language, name: LocalText): string {
  return name[language] ?? name.es
}

/** Numbers as the language writes them. */
export function formatNumber(language: Language, value: number, maximumFractionDigits = 0): string {
  const name = `${language} ${maximumFractionDigits}`
  const format = numbers.get(name) ?? new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits })
  numbers.set(name, format)
  return format.format(value)
}

const numbers = new Map<string, Intl.NumberFormat>()
