import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** Name of the button with the cross. */
  closeLabel: string
  size?: 'small' | 'medium' | 'large'
  /** Buttons, the main one last. */
  footer?: ReactNode
  /** False keeps it open on a click outside. Escape always closes. */
  isDismissable?: boolean
  children: ReactNode
}

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, closeLabel, size = 'medium', footer, isDismissable = true, children } = props
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      isDismissable={isDismissable}
    >
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog className="ui-dialog">
          <header className="ui-dialog-head">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
            <IconButton icon={X} label={closeLabel} onPress={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
          {footer === undefined ? null : <footer className="ui-dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
