import type { ReactElement, ReactNode, RefObject } from 'react'
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import './Popover.css'

interface PopoverProps {
  label: string
  /** A button of this kit that opens it. Without it, `triggerRef`, `isOpen` and `onOpenChange` say where and when. */
  trigger?: ReactElement
  triggerRef?: RefObject<Element | null>
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  placement?: AriaPopoverProps['placement']
  /** Lets the rest of the window be used while it is open. */
  isNonModal?: boolean
  children: ReactNode
}

export function Popover(props: PopoverProps) {
  const {
    label,
    trigger,
    triggerRef,
    isOpen,
    onOpenChange,
    placement = 'bottom start',
    isNonModal = false,
    children,
  } = props
  const open = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  }
  const panel = (
    <AriaPopover
      className="ui-popover"
      placement={placement}
      offset={4}
      isNonModal={isNonModal}
      {...(trigger === undefined ? open : {})}
      {...(triggerRef === undefined ? {} : { triggerRef })}
    >
      <Dialog className="ui-popover-content" aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  )
  if (trigger === undefined) return panel
  return (
    <DialogTrigger {...open}>
      {trigger}
      {panel}
    </DialogTrigger>
  )
}
