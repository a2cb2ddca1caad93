import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './Button.css'

export type ButtonVariant = 'plain' | 'primary' | 'danger' | 'quiet'

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  variant?: ButtonVariant | undefined
  icon?: LucideIcon | undefined
  /** Stands after the words, as the arrow of a menu. */
  iconAfter?: LucideIcon | undefined
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function Button({ variant = 'plain', icon, iconAfter, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="ui-button" data-variant={variant}>
      {icon === undefined ? null : <Icon glyph={icon} />}
      <span className="ui-button-words">{children}</span>
      {iconAfter === undefined ? null : <Icon glyph={iconAfter} size={12} />}
    </AriaButton>
  )
}
