import { useState } from 'react'
import { useSession } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'

interface AcceptFindingDialogProps {
  findingKey: string
  sentence: string
  close: () => void
}

/** Asks why a finding may stand; without a reason it is not accepted. */
export function AcceptFindingDialog({ findingKey, sentence, close }: AcceptFindingDialogProps) {
  const { t } = useTexts()
  const session = useSession()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const accept = (): void => {
    if (reason.trim() === '') return setMissing(true)
    session.dispatch({ type: 'acceptFinding', finding: findingKey, reason })
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('finding.accept-title')}
      closeLabel={t('app.close')}
      size="small"
      isDismissable={false}
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={accept}>
            {t('finding.accept')}
          </Button>
        </>
      }
    >
      <div className="finding-accept">
        <p>{sentence}</p>
        <TextArea
          label={t('finding.reason')}
          description={t('finding.accept-what')}
          error={isMissing && reason.trim() === '' ? t('finding.reason-missing') : undefined}
          value={reason}
          onChange={setReason}
          autoFocus
        />
      </div>
    </Dialog>
  )
}
