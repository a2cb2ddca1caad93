import type { StoredSettings } from '../session/PlanStorage.ts'

const THEMES = ['light', 'dark', 'night', 'system'] as const

/** Puts theme, density and language on the root element, where the tokens and assistive technology read them. */
export function applyAppearance({
  theme,
  dense,
  language,
}: Pick<StoredSettings, 'theme' | 'dense' | 'language'>): void {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const root = document.documentElement
  root.dataset.theme = theme === 'system' ? (isDark ? 'dark' : 'light') : theme
  root.dataset.density = dense ? 'compact' : 'normal'
  root.lang = language === 'es' ? 'es-PE' : 'en'
}

export function nextTheme(theme: StoredSettings['theme']): StoredSettings['theme'] {
  return THEMES[(THEMES.indexOf(theme) + 1) % 3] ?? 'light'
}
