import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PrintPalette } from './printPalette.ts'

const tokens = readFileSync('src/renderer/ui/tokens.css', 'utf8')

test('paper has the light theme, whatever the screen has', () => {
  const palette = new PrintPalette(tokens, false)
  expect(palette.token('--map-river')).toBe('#6f9fbd')
  expect(palette.token('--hue-sof-line')).toBe('#8a3b98')
  expect(palette.token('--no-such-token')).toBe('#000000')
})

test('without colour each stays as bright as it was', () => {
  const palette = new PrintPalette(tokens, true)
  for (const name of ['--map-river', '--error', '--hue-ground-fill'] as const) {
    expect(palette.token(name)).toMatch(/^#(..)\1\1$/)
  }
  expect(palette.colour('#ffffff')).toBe('#ffffff')
  expect(palette.colour('#ff0000')).toBe('#363636')
})
