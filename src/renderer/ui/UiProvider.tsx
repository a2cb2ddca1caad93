import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import './base.css'

/**
 * React Aria writes a `<style>` into the head unless an element of this id is there, and the content security policy
 * forbids inline style. An empty `<meta>` of that id keeps it from trying; base.css holds the rule itself.
 */
const PRESSABLE_STYLE_ID = 'react-aria-pressable-style'

if (typeof document !== 'undefined' && document.getElementById(PRESSABLE_STYLE_ID) === null) {
  const mark = document.createElement('meta')
  mark.id = PRESSABLE_STYLE_ID
  document.head.append(mark)
}

interface UiProviderProps {
  /** BCP 47, as `es-PE`: number format, collation and React Aria's own announcements. */
  locale: string
  children: ReactNode
}

/** Stands once around everything made of these parts. */
export function UiProvider({ locale, children }: UiProviderProps) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
