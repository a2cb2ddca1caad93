import { useState } from 'react'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** Asks for the name of a version. */
export function NameVersionDialog({ close, onName }: { close: () => void; onName: (name: string) => Promise<void> }) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const submit = (): void => {
    if (name.trim() === '') return
    void onName(name.trim())
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('history.name')}
      closeLabel={t('app.close')}
      size="small"
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={submit}>
            {t('history.name')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField label={t('history.version-name')} value={name} onChange={setName} maxLength={120} autoFocus />
      </form>
    </Dialog>
  )
}
