import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'
import './Button.css'

interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  label: string
  icon?: LucideIcon
  /** Shows the picture alone, with the label as tooltip. */
  isIconOnly?: boolean
  shortcut?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

export function ToggleButton({ label, icon, isIconOnly = false, shortcut, ...rest }: ToggleButtonProps) {
  const button = (
    <AriaToggleButton
      {...rest}
      {...(isIconOnly ? { 'aria-label': label } : {})}
      className="ui-button"
      data-kind="toggle"
      data-square={isIconOnly || undefined}
      data-variant="quiet"
    >
      {icon === undefined ? null : <Icon glyph={icon} />}
      {isIconOnly ? null : <span className="ui-button-words">{label}</span>}
    </AriaToggleButton>
  )
  if (!isIconOnly && shortcut === undefined) return button
  return (
    <Tooltip text={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  )
}
