import { useState } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import { PlanTimeField } from '../../fields/PlanTimeField.tsx'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { unitName } from './barWords.ts'
import { matrixView, say } from './matrixView.ts'

interface NewMissionDialogProps {
  /** The row it is for; null leaves it in the tray. */
  readonly unit: Id<'unit'> | null
  /** Minutes from H-hour. */
  readonly start: number
  readonly close: () => void
}

/** Adds a mission on a row at a time: its type, and what it is called. */
export function NewMissionDialog({ unit: unitId, start: startAt, close }: NewMissionDialogProps) {
  const { t, name } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const unit = unitId === null ? undefined : plan.get(unitId)
  const kind = unit === undefined ? undefined : plan.get(unit.component)?.kind
  const all = [...plan.all('mission-type')]
  const fitting = kind === undefined ? all : all.filter((type) => type.components.includes(kind))
  const types = fitting.length > 0 ? fitting : all
  const [typeId, setType] = useState(types[0]?.id ?? null)
  const [title, setTitle] = useState('')
  const [isReadable, setReadable] = useState(true)
  const [start, setStart] = useState<number | null>(startAt)
  const type = types.find((one) => one.id === typeId)
  const add = (): void => {
    if (type === undefined || !isReadable) return
    const mission = session.newId('mission')
    const named = title.trim() === '' ? name(type.name) : title.trim()
    const command = { type: 'draftMission', mission, missionType: type.id, title: named, unit: unitId, start } as const
    if (!session.dispatch(command).ok) return
    close()
    session.select([mission])
    matrixView.getState().control?.showMission(mission)
    say(t('matrix.said-added', { code: plan.get(mission)?.code ?? '', title: named }))
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      size="small"
      title={unit === undefined ? t('matrix.new-title') : t('matrix.new-title-unit', { unit: unitName(unit) })}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onPress={close}>{t('matrix.cancel')}</Button>
          <Button variant="primary" isDisabled={type === undefined || !isReadable} onPress={add}>
            {t('matrix.add')}
          </Button>
        </>
      }
    >
      <div className="matrix-form">
        <Select
          label={t('matrix.mission-type')}
          options={types.map((one) => ({ id: one.id, label: `${one.code} ${name(one.name)}` }))}
          value={typeId}
          onChange={(id) => setType(types.find((one) => one.id === id)?.id ?? null)}
        />
        <TextField
          label={t('matrix.mission-title')}
          value={title}
          onCommit={setTitle}
          placeholder={type === undefined ? '' : name(type.name)}
        />
        <PlanTimeField label={t('matrix.start')} value={start} onCommit={setStart} onReadable={setReadable} />
      </div>
    </Dialog>
  )
}
