import type { Overlay } from '../../../../domain/records/overlay.ts'
import { multipoints } from '../../../map-engine/multipoint/multipoints.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { measureItems } from './measureItems.ts'
import { measureRequest } from './measureRequest.ts'
import type { MeasureWords } from './MeasureWords.ts'
import { roomForLabels } from './roomForLabels.ts'

/** The items of measures at one scale, for a sheet: all alike, and there once all are worked out. */
export async function measureItemsAt(
  overlays: readonly Overlay[],
  metresPerPixel: number,
  words: MeasureWords,
  titleOf: (overlay: Overlay) => string,
): Promise<readonly SceneItem[]> {
  const requests = overlays.map((overlay) => measureRequest(overlay, metresPerPixel, words))
  await multipoints.draw(requests.filter((request) => request !== null))
  const items = overlays.flatMap((overlay, i) => {
    const request = requests[i] ?? null
    const drawing = request === null ? null : (multipoints.known(request) ?? null)
    return measureItems(overlay, drawing, 'normal', titleOf(overlay), metresPerPixel, words.t)
  })
  return roomForLabels(items, metresPerPixel)
}
