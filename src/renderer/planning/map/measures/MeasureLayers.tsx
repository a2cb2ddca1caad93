import { useMemo } from 'react'
import { overlaySpan } from '../../../../domain/plan/overlayTimes.ts'
import type { Position } from '../../../../domain/records/common.ts'
import { makeId } from '../../../../domain/records/ids.ts'
import { measureType, type MeasureType } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { useAll } from '../../../fields/useAll.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { usePlan, useRecord, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useScene } from '../MapContext.tsx'
import type { MeasureLook } from './measureItems.ts'
import { type Sketch, useMeasuresView } from './measuresView.ts'
import { measureTypeName } from '../../../fields/measureTypeName.ts'
import { newMeasure } from './newMeasure.ts'
import { useMeasureItems } from './useMeasureItems.ts'

/** The plan's measures, and what is being drawn or dragged. */
export function MeasureLayers() {
  return (
    <>
      <DrawnMeasures />
      <SketchedMeasure />
    </>
  )
}

function DrawnMeasures() {
  const plan = usePlan()
  const overlays = useAll('overlay')
  const time = useSessionState((s) => s.time)
  const selection = useSessionState((s) => s.selection)
  const hidden = useMeasuresView((v) => v.hidden)
  const isOnlyInForce = useMeasuresView((v) => v.isOnlyInForce)
  // It is shown by its sketch meanwhile.
  const edited = useMeasuresView((v) => (v.task?.kind === 'edit' && v.sketch !== null ? v.task.id : null))
  const lookOf = (overlay: Overlay): MeasureLook | null => {
    if (overlay.id === edited || hidden.has(overlay.id)) return null
    if (selection.has(overlay.id)) return 'selected'
    const { from, to } = overlaySpan(plan, overlay)
    if (from <= time && time < to) return 'normal'
    return isOnlyInForce ? null : 'faded'
  }
  useScene('measures', useMeasureItems(overlays, lookOf))
  return null
}

const NO_OVERLAYS: readonly Overlay[] = []
const asSketch = (): MeasureLook => 'normal'

function SketchedMeasure() {
  const overlay = useSketchedOverlay()
  const overlays = useMemo(() => (overlay === null ? NO_OVERLAYS : [overlay]), [overlay])
  const items = useMeasureItems(overlays, asSketch)
  // It is nothing that could be chosen, listed or snapped to.
  useScene(
    'notes',
    useMemo(() => items.map((item): SceneItem => ({ ...item, record: null })), [items]),
  )
  return null
}

function useSketchedOverlay(): Overlay | null {
  const { t } = useTexts()
  const session = useSession()
  const task = useMeasuresView((v) => v.task)
  const sketch = useMeasuresView((v) => v.sketch)
  const edited = useRecord(task?.kind === 'edit' ? task.id : null)
  return useMemo(() => {
    if (sketch === null || task === null) return null
    if (task.kind === 'edit') return edited === undefined ? null : { ...edited, points: mutable(sketch.points) }
    const type = measureType(task.type)
    const { plan, selection } = session.store.getState()
    if (type === null || plan === null) return null
    const points = sketchedPoints(sketch, type)
    if (points.length < type.minPoints) return null
    const measure = newMeasure(makeId('overlay', 'sketch'), type, points, measureTypeName(type, t), plan, selection)
    return { ...measure, createdRevision: 0, updatedRevision: 0 }
  }, [sketch, task, edited, session, t])
}

const mutable = (points: readonly Position[]): Position[] => [...points]

/** What it would be with the next point where the pointer is. */
function sketchedPoints({ points, at }: Sketch, type: MeasureType): readonly Position[] {
  return at === null || points.length >= type.maxPoints ? points : [...points, at]
}
