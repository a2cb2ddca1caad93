import { useState } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import { PlanTimeField } from '../../fields/PlanTimeField.tsx'
import { useAll } from '../../fields/useAll.ts'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** Adds a mission of a type, which is all it needs; a title and a start may come at once or later. */
export function AddMissionDialog({ close }: { close: () => void }) {
  const { t, name } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const types = useAll('mission-type')
  const [typeId, setTypeId] = useState<Id<'mission-type'> | null>(null)
  const [title, setTitle] = useState('')
  const [start, setStart] = useState<number | null>(null)
  const [isReadable, setReadable] = useState(true)
  const [isMissing, setMissing] = useState(false)
  const type = typeId === null ? undefined : plan.get(typeId)
  const add = (): void => {
    if (!isReadable) return
    if (type === undefined) return setMissing(true)
    const mission = session.newId('mission')
    const called = title.trim() || name(type.name)
    const command = { type: 'draftMission', mission, missionType: type.id, title: called, unit: null, start } as const
    if (session.dispatch(command).ok) session.select([mission])
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('action.add-mission')}
      closeLabel={t('app.close')}
      size="small"
      isDismissable={false}
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={add}>
            {t('missions.add-short')}
          </Button>
        </>
      }
    >
      <div className="missions-dialog">
        <ComboBox
          label={t('mission.type')}
          options={types.map((one) => ({ id: one.id, label: `${one.code} ${name(one.name)}` }))}
          value={typeId}
          onChange={(id) => setTypeId(id as Id<'mission-type'> | null)}
          emptyText={t('picker.none')}
          error={isMissing && type === undefined ? t('missions.type-missing') : undefined}
        />
        <TextField
          label={t('mission.title')}
          value={title}
          onChange={setTitle}
          placeholder={type === undefined ? '' : name(type.name)}
        />
        <PlanTimeField label={t('mission.start')} value={start} onCommit={setStart} onReadable={setReadable} />
      </div>
    </Dialog>
  )
}
