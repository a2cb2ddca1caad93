import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components'
import './Switch.css'

interface SwitchProps extends Omit<SwitchFieldProps, 'children' | 'className' | 'style'> {
  children: ReactNode
}

/** For what takes effect at once. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="ui-switch">
      <SwitchButton className="ui-switch-button">
        <span className="ui-switch-track">
          <span className="ui-switch-thumb" />
        </span>
        {children}
      </SwitchButton>
    </SwitchField>
  )
}
