import { Check, CalendarCog } from 'lucide-react'
import { useStore } from 'zustand'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { isIdOf } from '../../../domain/records/ids.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { useDrag } from './dragStore.ts'
import { focusGrid } from './focusGrid.ts'
import { ghostPlace } from './ghostPlaces.ts'
import { changeWords } from './ghostWords.ts'
import { ghostOf, type RowModel } from './matrixRows.ts'
import { matrixView, useMatrixView } from './matrixView.ts'
import { openChange, takeChange } from './proposalChanges.ts'
import { toX } from './timeScale.ts'
import { HEADER_HEIGHT, type MatrixViewport } from './useMatrixViewport.ts'

interface GhostCalloutProps {
  readonly plan: PlanReader
  readonly model: RowModel
  readonly viewport: MatrixViewport
}

const WIDTH = 320
/** It stands over the ghost where less than this is left under it. Pixels. */
const HEIGHT = 150

/** Beside the ghost that keys are on, or the first one of the selected mission: what the change does, and a way to take it. */
export function GhostCallout({ plan, model, viewport }: GhostCalloutProps) {
  const texts = useTexts()
  const { t } = texts
  const context = useActionContext()
  const session = useSession()
  const isStale = useStore(session.tasking.store, (s) => s.isStale)
  const canEdit = useSessionState((s) => s.canEdit)
  const active = useMatrixView((v) => v.active)
  const top = useMatrixView((v) => Math.floor(v.top / 40) * 40)
  const mission = useSessionState((s) => {
    const [only] = s.selection.size === 1 ? s.selection : []
    return only !== undefined && isIdOf('mission', only) ? only : null
  })
  const isDragging = useDrag().drag.state === 'dragging'
  const ofMission = mission === null ? [] : (model.ghosts?.byMission.get(mission) ?? [])
  const chosen =
    ofMission.find((ghost) => ghost.id === active?.ghost) ?? ofMission.find((g) => model.indexOf.has(g.unit))
  const index = chosen === undefined ? undefined : model.indexOf.get(chosen.unit)
  const row = index === undefined ? undefined : model.rows[index]
  const bar = ghostOf(row, chosen?.id)
  if (index === undefined || row === undefined || bar === undefined || bar.lane >= row.shownLanes || isDragging)
    return null
  const place = ghostPlace(index, bar, viewport)
  const seenBottom = top + viewport.viewHeight - HEADER_HEIGHT
  const isOver = place.bottom + HEIGHT > seenBottom && place.top - HEIGHT > top
  const { headWidth, left: leftMinute } = matrixView.getState()
  const viewLeft = toX(viewport.scale, leftMinute)
  if (place.right < viewLeft || place.left > viewLeft + viewport.viewWidth) return null
  const left = Math.max(viewLeft, Math.min(place.left, viewLeft + viewport.viewWidth - WIDTH - 20))
  const { ghost } = bar
  return (
    <section
      className="matrix-callout matrix-ghost-callout"
      aria-label={t('matrix.ghost-callout', { code: ghost.mission.code })}
      data-over={isOver || undefined}
      style={{
        left: headWidth + left,
        top: HEADER_HEIGHT + (isOver ? place.top - 6 : place.bottom + 6),
        width: WIDTH,
      }}
    >
      <div className="matrix-callout-words">
        <p>
          <b>{`${t('matrix.ghost')} · ${ghost.mission.code}`}</b>
        </p>
        {changeWords(ghost.change, plan, texts).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <Button
          icon={Check}
          isDisabled={!canEdit || isStale}
          onPress={() => {
            takeChange(context, [ghost.mission.id])
            focusGrid()
          }}
        >
          {t('matrix.ghost-take')}
        </Button>
        <Button icon={CalendarCog} variant="quiet" onPress={() => openChange(session, ghost.mission.id)}>
          {t('matrix.ghost-open')}
        </Button>
      </div>
    </section>
  )
}
