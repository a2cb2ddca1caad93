import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './Checkbox.css'

interface CheckboxProps extends Omit<CheckboxFieldProps, 'children' | 'className' | 'style'> {
  children: ReactNode
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="ui-check">
      <CheckboxButton className="ui-check-button">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="ui-check-box">
              {isIndeterminate ? <Icon glyph={Minus} size={12} /> : null}
              {isSelected && !isIndeterminate ? <Icon glyph={Check} size={12} /> : null}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  )
}
