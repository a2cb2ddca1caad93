import { useState } from 'react'
import type { Command } from '../../../domain/commands/catalog.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { PlanTimeField } from '../../fields/PlanTimeField.tsx'
import { UnitPicker } from '../../fields/UnitPicker.tsx'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { timeWords, unitName } from './barWords.ts'
import { say } from './matrixView.ts'

interface MoveDialogProps {
  readonly mission: Id<'mission'>
  /** The bar in question; null from the tray. */
  readonly assignment: Id<'assignment'> | null
  readonly close: () => void
}

/** Gives a mission a start and a unit by words, as dragging does by hand. */
export function MoveDialog({ mission: missionId, assignment: assignmentId, close }: MoveDialogProps) {
  const texts = useTexts()
  const { t } = texts
  const session = useSession()
  const plan = usePlan()
  const mission = plan.get(missionId)
  const assignment = assignmentId === null ? undefined : plan.get(assignmentId)
  const [start, setStart] = useState<number | null>(
    mission?.start ?? mission?.earliest ?? session.store.getState().time,
  )
  const [isReadable, setReadable] = useState(true)
  const [unit, setUnit] = useState<Id<'unit'> | null>(assignment?.unit ?? null)
  if (mission === undefined) return null
  const chosen = unit === null ? undefined : plan.get(unit)
  const command = ((): Command | null => {
    if (start === null || !isReadable) return null
    if (unit !== null && assignment === undefined) {
      return { type: 'placeMission', mission: missionId, unit, part: 'supported', start }
    }
    if (unit !== null && assignment !== undefined && unit !== assignment.unit) {
      return { type: 'reassignMission', assignment: assignment.id, unit, start }
    }
    return start === mission.start ? null : { type: 'moveMissions', moves: [{ mission: missionId, start }] }
  })()
  const move = (): void => {
    if (command === null || start === null || !session.dispatch(command).ok) return
    say(t('matrix.said-moved', { code: mission.code, time: timeWords(start, plan.meta, texts) }))
    session.select([missionId])
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      size="small"
      title={t('matrix.move-title', { code: mission.code, title: mission.title })}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onPress={close}>{t('matrix.cancel')}</Button>
          <Button variant="primary" isDisabled={command === null} onPress={move}>
            {t('matrix.move')}
          </Button>
        </>
      }
    >
      <div className="matrix-form">
        <PlanTimeField
          label={t('matrix.start')}
          value={start}
          onCommit={setStart}
          onReadable={setReadable}
          isRequired
        />
        <div className="matrix-form-unit">
          <span>{t('matrix.unit')}</span>
          <b>{chosen === undefined ? t('matrix.no-unit') : unitName(chosen)}</b>
          <UnitPicker label={t('matrix.choose-unit')} mission={mission} onPick={setUnit} />
        </div>
      </div>
    </Dialog>
  )
}
