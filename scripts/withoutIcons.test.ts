import '../src/renderer/map-engine/multipoint/canvas.testing.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as whole from '@armyc2.c5isr.renderer/mil-sym-ts-web'
import { expect, onTestFinished, test } from 'vitest'
import { MEASURE_TYPES } from '../src/domain/records/measureTypes.ts'
import { withoutIcons } from './withoutIcons.ts'

const FILE = 'node_modules/@armyc2.c5isr.renderer/mil-sym-ts-web/C5Ren.mjs'

type Renderer = Pick<typeof whole, 'WebRenderer' | 'Modifiers' | 'MilStdAttributes' | 'ErrorLogger' | 'LogLevel'>

/** Every kind as the renderer writes it, half of them planned. */
function drawAll({ WebRenderer, Modifiers, MilStdAttributes, ErrorLogger, LogLevel }: Renderer): string[] {
  ErrorLogger.setLevel(LogLevel.OFF)
  return MEASURE_TYPES.filter(({ shape }) => shape !== 'point').map(({ symbol, sample, widths }, i) =>
    WebRenderer.RenderSymbol(
      'm',
      '',
      '',
      `${symbol.slice(0, 6)}${i % 2}${symbol.slice(7)}`,
      sample.map(([right, up]) => `${-74 + right},${-13 + up}`).join(' '),
      'clampToGround',
      1_000_000,
      '',
      new Map([
        [Modifiers.T_UNIQUE_DESIGNATION_1, 'ALFA'],
        [Modifiers.AM_DISTANCE, widths.join(',')],
      ]),
      new Map([[MilStdAttributes.LineColor, '#FF000000']]),
      WebRenderer.OUTPUT_FORMAT_GEOJSON,
    ),
  )
}

test('without the icons of points every measure is drawn as with them, from a third of the text', async () => {
  const source = readFileSync(FILE, 'utf8')
  const lean = withoutIcons(source)
  expect(lean.length).toBeLessThan(0.4 * source.length)
  const folder = mkdtempSync(path.join(tmpdir(), 'valles-icons-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'lean.mjs')
  writeFileSync(file, lean.replace(/\/\/# sourceMappingURL.*/, ''))
  const drawn = drawAll((await import(/* @vite-ignore */ pathToFileURL(file).href)) as Renderer)
  expect(drawn.length).toBeGreaterThan(40)
  expect(drawn.every((answer) => answer.includes('"coordinates"'))).toBe(true)
  expect(drawn).toEqual(drawAll(whole))
})

test('another version of the package is not shipped unseen', () => {
  expect(() => withoutIcons('var svgd_default = {}')).toThrow('0 lists of icons')
})
