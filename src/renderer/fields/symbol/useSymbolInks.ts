import { useSyncExternalStore } from 'react'
import type { SymbolInks } from './symbolDrawing.ts'

const listeners = new Set<() => void>()
let observer: MutationObserver | null = null
let inks: { readonly theme: string; readonly value: SymbolInks } | null = null

/** One observer of the root's theme for all symbols. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  observer ??= new MutationObserver(() => {
    for (const one of listeners) one()
  })
  if (listeners.size === 1) observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) observer?.disconnect()
  }
}

/** The same object until the theme changes. */
function inksNow(): SymbolInks {
  const theme = document.documentElement.dataset['theme'] ?? 'light'
  if (inks?.theme !== theme) inks = { theme, value: inksOf(theme) }
  return inks.value
}

function inksOf(theme: string): SymbolInks {
  const tokens = getComputedStyle(document.documentElement)
  const token = (name: string): string => tokens.getPropertyValue(name).trim()
  if (theme === 'dark') {
    return { key: theme, colorMode: 'Dark', line: token('--text'), gap: token('--raised'), fill: null }
  }
  if (theme === 'night') {
    // Red inks alone: the standard's blue would end the eye's adaptation.
    const fill = token('--hue-none-fill')
    return { key: theme, colorMode: 'Dark', line: token('--text'), gap: token('--raised'), fill }
  }
  return { key: theme, colorMode: 'Light', line: null, gap: null, fill: null }
}

/** The colours symbols have in the theme shown now. */
export const useSymbolInks = (): SymbolInks => useSyncExternalStore(subscribe, inksNow)
