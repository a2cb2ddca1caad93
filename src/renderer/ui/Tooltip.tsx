import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'
import './Tooltip.css'

interface TooltipProps {
  text: string
  shortcut?: string | undefined
  placement?: AriaTooltipProps['placement']
  /** One focusable control of this kit, or `Focusable` of React Aria around something else. */
  children: ReactElement
}

export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={4}>
        {text}
        {shortcut === undefined ? null : <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
