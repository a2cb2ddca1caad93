import { useState } from 'react'
import type { Position } from '../../../domain/records/common.ts'
import { PLACE_KINDS, type Place } from '../../../domain/records/place.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useCoordinates } from './useCoordinates.ts'

interface NamePlaceDialogProps {
  position: Position
  onName: (name: string, kind: Place['kind']) => void
  close: () => void
}

/** Asks what a position is to be called as a place of the plan. */
export function NamePlaceDialog({ position, onName, close }: NamePlaceDialogProps) {
  const { t } = useTexts()
  const { write } = useCoordinates()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Place['kind']>('other')
  const submit = (): void => {
    if (name.trim() === '') return
    close()
    onName(name.trim(), kind)
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('map-find.name-place')}
      closeLabel={t('app.close')}
      size="small"
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={submit}>
            {t('map-find.add-to-plan')}
          </Button>
        </>
      }
    >
      <form
        className="place-name-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          label={t('unit.name')}
          description={write(position)}
          value={name}
          onChange={setName}
          maxLength={300}
          autoFocus
        />
        <Select
          label={t('sheet.kind')}
          options={PLACE_KINDS.map((id) => ({ id, label: t(`place-kind.${id}`) }))}
          value={kind}
          onChange={(id) => setKind(PLACE_KINDS.find((each) => each === id) ?? 'other')}
        />
      </form>
    </Dialog>
  )
}
