import { useEffect, useRef, useState } from 'react'
import type { Position } from '../../../../domain/records/common.ts'
import { MANY, measureType, type MeasureType, measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import type { DrawingHand } from '../../../map-engine/MapAdapter.ts'
import { useRecord, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useMap } from '../MapContext.tsx'
import { useMapView } from '../mapView.ts'
import { DrawingBar } from './DrawingBar.tsx'
import { EditingBar } from './EditingBar.tsx'
import { addDrawn, endTask, movePoints } from './measureCommands.ts'
import { measuresView, useMeasuresView } from './measuresView.ts'

/** Drawing and editing measures by the map's tools, with the bar that says what comes next. */
export function MeasureWork() {
  const task = useMeasuresView((v) => v.task)
  const mode = useMapView((v) => v.mode)
  const canEdit = useSessionState((s) => s.canEdit)
  const edited = useRecord(task?.kind === 'edit' ? task.id : null)
  const isGone = task?.kind === 'edit' && edited === undefined
  const isOver = task !== null && (mode !== 'draw' || !canEdit || isGone)
  useEffect(() => {
    if (isOver) endTask()
  }, [isOver])
  // Leaving the map leaves nothing begun behind.
  useEffect(() => endTask, [])
  if (task === null || isOver) return null
  if (task.kind === 'edit') return edited === undefined ? null : <Editing key={edited.id} overlay={edited} />
  const type = measureType(task.type)
  return type === null ? null : <Drawing key={type.key} type={type} />
}

function Drawing({ type }: { type: MeasureType }) {
  const { t } = useTexts()
  const map = useMap()
  const session = useSession()
  const [hand, setHand] = useState<DrawingHand | null>(null)
  useEffect(() => {
    let isLeft = false
    map.setTool({
      type: 'draw',
      shape: type.shape,
      minPoints: type.minPoints,
      maxPoints: type.maxPoints,
      snap: true,
      onReady: setHand,
      onSketch: (points, at) => measuresView.setState({ sketch: { points, at } }),
      onDone: (points) => {
        endTask()
        addDrawn(session, type, points, t)
      },
      onCancel: () => {
        if (!isLeft) endTask()
      },
    })
    return () => {
      isLeft = true
      map.setTool(null)
    }
  }, [map, session, type, t])
  return <DrawingBar type={type} hand={hand} />
}

function Editing({ overlay }: { overlay: Overlay }) {
  const map = useMap()
  const session = useSession()
  const { id, shape, points } = overlay
  const type = measureTypeOf(overlay)
  const canInsert = type === null ? shape !== 'point' : type.maxPoints >= MANY
  /** What the tool itself has changed the points to; any others come from outside, as an undo, and begin it anew. */
  const own = useRef<readonly Position[]>(points)
  const [start, setStart] = useState(() => ({ points }))
  useEffect(() => {
    if (isSame(own.current, points)) return
    own.current = points
    setStart({ points })
  }, [points])
  useEffect(() => {
    let isLeft = false
    map.setTool({
      type: 'edit',
      shape,
      points: start.points,
      record: id,
      snap: true,
      canInsert,
      onSketch: (next) => measuresView.setState({ sketch: { points: next, at: null } }),
      onChange: (next) => {
        own.current = next
        movePoints(session, id, next)
        measuresView.setState({ sketch: null })
      },
      onCancel: () => {
        if (!isLeft) endTask()
      },
    })
    return () => {
      isLeft = true
      map.setTool(null)
    }
  }, [map, session, id, shape, canInsert, start])
  return <EditingBar overlay={overlay} canInsert={canInsert} />
}

const isSame = (a: readonly Position[], b: readonly Position[]): boolean =>
  a === b || (a.length === b.length && a.every((at, i) => at[0] === b[i]?.[0] && at[1] === b[i]?.[1]))
