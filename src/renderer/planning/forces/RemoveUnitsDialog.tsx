import { useTexts } from '../../texts/TextContext.tsx'
import { AlertDialog } from '../../ui/AlertDialog.tsx'

interface RemoveUnitsDialogProps {
  count: number
  /** Of the first. */
  unit: string
  assignments: number
  subordinates: number
  onConfirm: () => void
  onClose: () => void
}

/** Says what goes with the units before they go. */
export function RemoveUnitsDialog(props: RemoveUnitsDialogProps) {
  const { count, unit, assignments, subordinates, onConfirm, onClose } = props
  const { t } = useTexts()
  return (
    <AlertDialog
      isOpen
      title={t('remove.title', { count, unit })}
      confirmLabel={t('remove.confirm')}
      cancelLabel={t('app.cancel')}
      isDanger
      onCancel={onClose}
      onConfirm={() => {
        onConfirm()
        onClose()
      }}
    >
      {subordinates > 0 ? <p>{t('remove.subordinates', { count: subordinates })}</p> : null}
      {assignments > 0 ? <p>{t('remove.assignments', { count: assignments })}</p> : null}
      <p>{t('remove.undo')}</p>
    </AlertDialog>
  )
}
