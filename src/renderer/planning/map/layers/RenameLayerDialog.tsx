import { useState } from 'react'
import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'
import { useLayers } from '../../../session/layers/LayersContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'

const takeFocus = (input: HTMLInputElement | null) => input?.select()

export function RenameLayerDialog({ layer, close }: { layer: OwnLayer; close: () => void }) {
  const { t } = useTexts()
  const layers = useLayers()
  const [name, setName] = useState(layer.name)
  const rename = (): void => {
    const trimmed = name.trim()
    if (trimmed !== '' && trimmed !== layer.name) void layers.change(layer.id, { name: trimmed })
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      size="small"
      title={t('map-layers.rename-title')}
      closeLabel={t('map-layers.close')}
      footer={
        <>
          <Button onPress={close}>{t('map-layers.cancel')}</Button>
          <Button variant="primary" onPress={rename} isDisabled={name.trim() === ''}>
            {t('map-layers.apply')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          rename()
        }}
      >
        <TextField label={t('map-layers.name')} value={name} onChange={setName} maxLength={120} inputRef={takeFocus} />
      </form>
    </Dialog>
  )
}
