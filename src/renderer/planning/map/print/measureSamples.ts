import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { isIdOf } from '../../../../domain/records/ids.ts'
import { type MeasureType, measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { MultipointDrawing } from '../../../map-engine/multipoint/Multipoint.ts'
import { multipoints } from '../../../map-engine/multipoint/multipoints.ts'
import type { Picture } from '../../../map-engine/Scene.ts'
import { measurePicture } from '../measures/measurePicture.ts'
import { sampleRequest } from '../measures/sampleRequest.ts'
import { thumbOf } from '../measures/thumbOf.ts'
import type { SheetScene } from './sheetScene.ts'

/** Samples by kind of measure; the legend shows those of the kinds on its sheet. */
export type MeasureSamples = ReadonlyMap<MeasureType['key'], Picture>

/** A picture of each kind of measure that the scene holds, drawn as the standard draws it. */
export async function measureSamples(scene: SheetScene, plan: PlanReader): Promise<MeasureSamples> {
  const types = new Map<MeasureType['key'], MeasureType>()
  for (const { record } of scene.find(([layer]) => layer === 'measures')?.[1] ?? []) {
    const overlay = record !== null && isIdOf('overlay', record) ? plan.get(record) : undefined
    const type = overlay === undefined ? null : measureTypeOf(overlay)
    if (type !== null) types.set(type.key, type)
  }
  const paths = [...types.values()].filter(({ shape }) => shape !== 'point')
  const drawings = paths.length === 0 ? [] : await multipoints.draw(paths.map(sampleRequest))
  const samples = new Map<MeasureType['key'], Picture>()
  for (const type of types.values()) {
    const drawing = drawings[paths.indexOf(type)] ?? null
    if (type.shape === 'point') samples.set(type.key, measurePicture(type.symbol))
    else if (drawing !== null) samples.set(type.key, thumbPicture(type.key, drawing))
  }
  return samples
}

function thumbPicture(key: string, drawing: MultipointDrawing): Picture {
  const { viewBox, strokes, fills, letters } = thumbOf(drawing)
  const [, , width = 1, height = 1] = viewBox.split(' ').map(Number)
  const line = Math.max(width, height) / 40
  const text = letters.map(
    ({ text: word, x, y, size }) =>
      `<text x="${x}" y="${y + size * 0.36}" font-size="${size}" font-weight="bold" text-anchor="middle" fill="var(--map-overlay)">${escaped(word)}</text>`,
  )
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">` +
    `<path d="${strokes}" fill="none" stroke="var(--map-overlay)" stroke-width="${line}"></path>` +
    `<path d="${fills}" fill="var(--map-overlay)"></path>${text.join('')}</svg>`
  return { key: `print measure ${key}`, svg, width, height, anchor: [width / 2, height / 2] }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
