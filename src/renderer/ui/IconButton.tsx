import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps, type TooltipProps } from 'react-aria-components'
import type { ButtonVariant } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'
import './Button.css'

interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  icon: LucideIcon
  /** Name for screen readers and text of the tooltip. */
  label: string
  shortcut?: string | undefined
  variant?: ButtonVariant
  tooltipPlacement?: TooltipProps['placement']
  ref?: Ref<HTMLButtonElement>
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, shortcut, variant = 'quiet', tooltipPlacement = 'bottom', ...rest } = props
  return (
    <Tooltip text={label} shortcut={shortcut} placement={tooltipPlacement}>
      <AriaButton {...rest} aria-label={label} className="ui-button" data-variant={variant} data-kind="icon">
        <Icon glyph={icon} />
      </AriaButton>
    </Tooltip>
  )
}
