import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import './Dialog.css'

interface AlertDialogProps {
  isOpen: boolean
  title: string
  children: ReactNode
  confirmLabel: string
  cancelLabel: string
  isDanger?: boolean
  onConfirm: () => void
  onCancel: () => void
}

const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

/** A question that must be answered; Escape cancels, a click outside does nothing. Where harm threatens, the focus waits on cancel. */
export function AlertDialog(props: AlertDialogProps) {
  const { isOpen, title, children, confirmLabel, cancelLabel, isDanger = false, onConfirm, onCancel } = props
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onCancel()
      }}
    >
      <Modal className="ui-modal" data-size="small">
        <AriaDialog role="alertdialog" className="ui-dialog">
          <header className="ui-dialog-head">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
          </header>
          <div className="ui-dialog-body">{children}</div>
          <footer className="ui-dialog-foot">
            <Button onPress={onCancel} {...(isDanger ? { ref: takeFocus } : {})}>
              {cancelLabel}
            </Button>
            <Button
              variant={isDanger ? 'danger' : 'primary'}
              onPress={onConfirm}
              {...(isDanger ? {} : { ref: takeFocus })}
            >
              {confirmLabel}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
