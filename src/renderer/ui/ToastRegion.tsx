import { X } from 'lucide-react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { Toasts } from './Toasts.ts'
import { ToneIcon } from './ToneIcon.tsx'
import './ToastRegion.css'

interface ToastRegionProps {
  toasts: Toasts
  label: string
  closeLabel: string
}

/** Stands once, at the end of the shell. F6 reaches it. */
export function ToastRegion({ toasts, label, closeLabel }: ToastRegionProps) {
  return (
    <AriaToastRegion queue={toasts.queue} aria-label={label} className="ui-toasts">
      {({ toast }) => {
        const { tone, text, detail, action } = toast.content
        return (
          <AriaToast toast={toast} className="ui-toast" data-tone={tone}>
            <ToneIcon tone={tone} />
            <ToastContent className="ui-toast-words">
              <Text slot="title">{text}</Text>
              {detail === undefined ? null : (
                <Text slot="description" className="ui-toast-detail">
                  {detail}
                </Text>
              )}
            </ToastContent>
            {action === undefined ? null : (
              <Button
                onPress={() => {
                  action.onAction()
                  toasts.queue.close(toast.key)
                }}
              >
                {action.label}
              </Button>
            )}
            <AriaButton
              slot="close"
              aria-label={closeLabel}
              className="ui-button"
              data-kind="icon"
              data-variant="quiet"
            >
              <Icon glyph={X} />
            </AriaButton>
          </AriaToast>
        )
      }}
    </AriaToastRegion>
  )
}
