import type { MapTheme } from './MapAdapter.ts'
import type { ColorToken } from './Scene.ts'

/** The colours of the theme on the root element, read when first asked for. */
export class MapInks {
  readonly theme: MapTheme
  readonly #known = new Map<ColorToken, string>()

  constructor(theme: MapTheme) {
    this.theme = theme
  }

  of(token: ColorToken): string {
    const known = this.#known.get(token)
    if (known !== undefined) return known
    const value = getComputedStyle(document.documentElement).getPropertyValue(token).trim()
    if (value === '') throw new Error(`no colour ${token}`)
    this.#known.set(token, value)
    return value
  }
}
