import { useState } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import { MISSION_STATUSES } from '../../../domain/records/mission.ts'
import { SpanField } from '../../fields/SpanField.tsx'
import { useAll } from '../../fields/useAll.ts'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { editManyCommand, MANY_FIELDS, type ManyEdit, type ManyField } from './editMany.ts'
import { PRIORITIES } from './missionColumns.tsx'

interface EditManyDialogProps {
  missions: readonly Id<'mission'>[]
  close: () => void
}

const NONE = 'none'

/** Sets one field of many missions, or shifts them in time, as one change. */
export function EditManyDialog({ missions, close }: EditManyDialogProps) {
  const { t } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const [field, setField] = useState<ManyField>('status')
  const [edit, setEdit] = useState<ManyEdit | null>(null)
  const [isMissing, setMissing] = useState(false)
  const command = edit === null ? null : editManyCommand(plan, missions, edit)
  const apply = (): void => {
    if (command === null) return setMissing(true)
    session.dispatch(command)
    close()
  }
  const choose = (next: ManyEdit): void => {
    setMissing(false)
    setEdit(next)
  }
  const unscheduled = missions.filter((id) => (plan.get(id)?.start ?? null) === null).length
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('missions.edit-n', { count: missions.length })}
      closeLabel={t('app.close')}
      size="small"
      isDismissable={false}
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={apply}>
            {t('missions.apply')}
          </Button>
        </>
      }
    >
      <div className="missions-dialog">
        <Select
          label={t('missions.what')}
          options={MANY_FIELDS.map((id) => ({ id, label: t(`missions.many.${id}`) }))}
          value={field}
          onChange={(id) => {
            setField(MANY_FIELDS.find((f) => f === id) ?? 'status')
            setEdit(null)
            setMissing(false)
          }}
        />
        <ManyValue key={field} field={field} edit={edit} onChoose={choose} />
        {field === 'shift' && unscheduled > 0 ? <p>{t('missions.shift-unscheduled', { count: unscheduled })}</p> : null}
        {isMissing ? (
          <p className="ui-field-error" role="alert">
            {t('missions.value-missing')}
          </p>
        ) : null}
      </div>
    </Dialog>
  )
}

interface ManyValueProps {
  field: ManyField
  edit: ManyEdit | null
  onChoose: (edit: ManyEdit) => void
}

function ManyValue({ field, edit, onChoose }: ManyValueProps) {
  const { t, name, number } = useTexts()
  const plan = usePlan()
  const types = useAll('mission-type')
  const objectives = useAll('objective')
  const bases = useAll('legal-basis')
  const label = t('missions.value')
  const value = edit === null ? null : String('value' in edit ? (edit.value ?? NONE) : '')
  const none = { id: NONE, label: t('missions.none') }
  switch (field) {
    case 'status': {
      const options = MISSION_STATUSES.map((status) => ({ id: status, label: t(`status.${status}`) }))
      const choose = (id: string): void => {
        const status = MISSION_STATUSES.find((s) => s === id)
        if (status !== undefined) onChoose({ field, value: status })
      }
      return <Select label={label} options={options} value={value} onChange={choose} />
    }
    case 'priority': {
      const options = PRIORITIES.map((priority) => ({ id: String(priority), label: number(priority) }))
      return (
        <Select
          label={label}
          options={options}
          value={value}
          onChange={(id) => onChoose({ field, value: Number(id) })}
        />
      )
    }
    case 'phase': {
      const options = [...plan.meta.phases.map((p) => ({ id: p.key, label: name(p.name) })), none]
      const choose = (id: string): void => onChoose({ field, value: id === NONE ? null : id })
      return <Select label={label} options={options} value={value} onChange={choose} />
    }
    case 'type': {
      const options = types.map((type) => ({ id: type.id, label: `${type.code} ${name(type.name)}` }))
      const choose = (id: string | null): void => {
        if (id !== null) onChoose({ field, value: id as Id<'mission-type'> })
      }
      return <ComboBox label={label} options={options} value={value} onChange={choose} emptyText={t('picker.none')} />
    }
    case 'legalBasis': {
      const options = [...bases.map((b) => ({ id: b.id as string, label: b.document })), none]
      const choose = (id: string): void => onChoose({ field, value: id === NONE ? null : (id as Id<'legal-basis'>) })
      return <Select label={label} options={options} value={value} onChange={choose} />
    }
    case 'objectives': {
      const chosen: readonly Id<'objective'>[] = edit?.field === 'objectives' ? edit.value : []
      return (
        <fieldset className="missions-checks">
          <legend className="ui-field-label">{t('missions.objectives-replace')}</legend>
          {objectives.map((objective) => (
            <Checkbox
              key={objective.id}
              isSelected={chosen.includes(objective.id)}
              onChange={(isOn) =>
                onChoose({
                  field,
                  value: isOn ? [...chosen, objective.id] : chosen.filter((id) => id !== objective.id),
                })
              }
            >
              {objective.code} {name(objective.name)}
            </Checkbox>
          ))}
        </fieldset>
      )
    }
    case 'shift':
      return (
        <SpanField
          label={t('missions.shift-by')}
          description={t('missions.shift-how')}
          value={edit?.field === 'shift' ? edit.value : 0}
          onCommit={(minutes) => onChoose({ field, value: minutes })}
        />
      )
  }
}
