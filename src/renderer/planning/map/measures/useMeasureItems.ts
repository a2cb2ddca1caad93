import { useEffect, useMemo, useRef, useState } from 'react'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { multipoints } from '../../../map-engine/multipoint/multipoints.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useMapView } from '../mapView.ts'
import type { MeasureLook } from './measureItems.ts'
import { MeasureScene } from './MeasureScene.ts'
import type { MeasureWords } from './MeasureWords.ts'
import { measureTitle } from './measureTitle.ts'
import { scaleStep } from './scaleStep.ts'

/** The same object until H-hour, zone or language change. */
function useMeasureWords(): MeasureWords {
  const { language, t } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  return useMemo(
    () => ({ t, writeTime: (minutes) => formatDtg(toInstant(minutes, hHour), timeZone, language) }),
    [hHour, timeZone, language, t],
  )
}

/**
 * The items of measures at the scale of the map. What has to be worked out is asked for one batch at a time: while a sketch
 * moves, its next state is asked for when the last one is drawn, so that answers never lag behind the hand.
 */
export function useMeasureItems(
  overlays: readonly Overlay[],
  lookOf: (overlay: Overlay) => MeasureLook | null,
): readonly SceneItem[] {
  const { t } = useTexts()
  const [scene] = useState(() => new MeasureScene(multipoints))
  const metresPerPixel = useMapView((v) => scaleStep(v.metresPerPixel))
  const words = useMeasureWords()
  const [, setAnswers] = useState(0)
  const isAsking = useRef(false)
  const titleOf = (overlay: Overlay): string => measureTitle(overlay, t)
  const { items, missing } = scene.look({ overlays, metresPerPixel, words, titleOf, lookOf })
  // Before the first look has chosen a scale, nothing is known of how large it will be.
  const isLookedAt = useMapView((v) => v.center !== null)
  useEffect(() => {
    if (missing.length === 0 || isAsking.current || !isLookedAt) return
    isAsking.current = true
    void multipoints.draw(missing).then(() => {
      isAsking.current = false
      setAnswers((count) => count + 1)
    })
  })
  return items
}
