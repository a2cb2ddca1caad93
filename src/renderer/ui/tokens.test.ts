import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

const THEMES = ['light', 'dark', 'night'] as const
type Theme = (typeof THEMES)[number]

function tokensOf(theme: Theme): Map<string, string> {
  const block = new RegExp(`:root\\[data-theme=["']${theme}["']\\] \\{([^}]*)\\}`).exec(css)?.[1]
  if (block === undefined) throw new Error(`no block for ${theme}`)
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']))
}

/** Linear light of the three channels, 0 to 1. */
function linear(hex: string): [number, number, number] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex)
  if (match === null) throw new Error(`not a plain colour: ${hex}`)
  const channel = (text: string | undefined) => {
    const value = Number.parseInt(text ?? '', 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(match[1]), channel(match[2]), channel(match[3])]
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

const GROUNDS = ['ground', 'panel', 'raised']
const HUES = ['ground', 'naval', 'air', 'sof', 'partners', 'none']
const STATES = ['error', 'warning', 'note', 'ok']

const TEXT_PAIRS: [string, string][] = [
  ...['text', 'text-muted', 'text-faint', 'accent', 'danger', ...STATES].flatMap((ink) =>
    GROUNDS.map((ground): [string, string] => [ink, ground]),
  ),
  ...['text', 'text-muted', 'text-faint'].flatMap((ink): [string, string][] => [
    [ink, 'hover'],
    [ink, 'matrix-ground'],
    [ink, 'matrix-night'],
    [ink, 'matrix-weekend'],
    [ink, 'matrix-phase'],
  ]),
  ['text', 'pressed'],
  ['selection-text', 'selection'],
  ['selection-text', 'selection-hover'],
  ['accent-ink', 'accent-fill'],
  ['accent-ink', 'accent-fill-hover'],
  ['danger-ink', 'danger-fill'],
  ['danger-ink', 'danger-fill-hover'],
  ['match-text', 'match'],
  ['marking-ink', 'marking-ground'],
  ['map-label', 'map-land'],
  ['map-label', 'map-water'],
  ...['map-label', 'map-river-label', 'map-label-faint', 'map-airfield'].flatMap((ink): [string, string][] => [
    [ink, 'map-land'],
    [ink, 'map-beyond'],
  ]),
  ['map-halo', 'map-overlay'],
  ...STATES.flatMap((state): [string, string][] => [
    [state, `${state}-ground`],
    ['text', `${state}-ground`],
  ]),
  ...HUES.map((hue): [string, string] => [`hue-${hue}-ink`, `hue-${hue}-fill`]),
]

const SYMBOL_FILLS = ['friend', 'neutral', 'unknown', 'hostile', 'civilian'].map((fill) => `symbol-${fill}`)
const MATRIX_GROUNDS = ['matrix-ground', 'matrix-night', 'matrix-weekend']

const LINE_PAIRS: [string, string][] = [
  ...['line-strong', 'focus'].flatMap((line) =>
    [...GROUNDS, 'hover'].map((ground): [string, string] => [line, ground]),
  ),
  ['focus', 'selection'],
  ['accent', 'selection'],
  ...['matrix-moon', 'matrix-now', 'matrix-link', 'matrix-link-broken', 'matrix-ghost'].flatMap((line) =>
    MATRIX_GROUNDS.map((ground): [string, string] => [line, ground]),
  ),
  ...HUES.flatMap((hue) =>
    [...MATRIX_GROUNDS, ...GROUNDS, 'selection'].map((ground): [string, string] => [`hue-${hue}-line`, ground]),
  ),
  ...['map-selected', 'map-overlay', 'map-own-1', 'map-own-2', 'map-own-3', 'map-own-4'].flatMap(
    (line): [string, string][] => [
      [line, 'map-land'],
      [line, 'map-beyond'],
    ],
  ),
  ['map-overlay', 'map-water'],
  ...HUES.map((hue): [string, string] => [`hue-${hue}-line`, 'map-land']),
  ['track-moon', 'track-night'],
  ...['map-land', 'map-water', ...SYMBOL_FILLS].map((ground): [string, string] => ['symbol-line', ground]),
]

for (const theme of THEMES) {
  const tokens = tokensOf(theme)
  const colour = (name: string) => {
    const value = tokens.get(name)
    if (value === undefined) throw new Error(`${theme} has no --${name}`)
    return value
  }
  const tooLow = (pairs: [string, string][], least: number) =>
    pairs
      .map(([ink, ground]) => ({ pair: `${ink} on ${ground}`, contrast: contrast(colour(ink), colour(ground)) }))
      .filter((pair) => pair.contrast < least)

  test(`${theme}: text reaches 4.5 to 1 wherever it stands`, () => {
    expect(tooLow(TEXT_PAIRS, 4.5)).toEqual([])
  })

  test(`${theme}: lines and handles reach 3 to 1`, () => {
    expect(tooLow(LINE_PAIRS, 3)).toEqual([])
  })
}

test('the three themes name the same tokens', () => {
  const [light, dark, night] = THEMES.map((theme) => [...tokensOf(theme).keys()].sort())
  expect(light?.length).toBeGreaterThan(60)
  expect(dark).toEqual(light)
  expect(night).toEqual(light)
})

test('night red has a black ground and inks with next to no green and blue', () => {
  const night = tokensOf('night')
  expect(night.get('ground')).toBe('#000000')
  for (const [name, value] of night) {
    const hex = /#[0-9a-f]{6}/.exec(value)?.[0]
    if (hex === undefined) throw new Error(`${name} holds no colour`)
    const [red, green, blue] = linear(hex)
    expect.soft(green + blue, name).toBeLessThanOrEqual(red / 8)
  }
})

test('a night red screen gives under a tenth of the light of a light one', () => {
  // A dense page: a sixth of its area is ink, the rest the lightest of its grounds.
  const light = ({ ground, ink }: { ground: string; ink: string }, theme: Theme) => {
    const tokens = tokensOf(theme)
    return (5 * luminance(tokens.get(ground) ?? '') + luminance(tokens.get(ink) ?? '')) / 6
  }
  const page = { ground: 'raised', ink: 'text' }
  expect(light(page, 'night')).toBeLessThan(light(page, 'light') / 10)
  expect(light({ ground: 'selection', ink: 'selection-text' }, 'night')).toBeLessThan(light(page, 'light') / 10)
})

test('no colour is named outside the tokens', () => {
  const sheets = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.css') && !name.endsWith('tokens.css'),
  )
  expect(sheets.length).toBeGreaterThan(1)
  for (const name of sheets) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    expect.soft(text.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(|:\s*(?:white|black|red)\b/gi), name).toBeNull()
  }
})
