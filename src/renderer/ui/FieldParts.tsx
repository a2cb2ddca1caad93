import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { ToneIcon } from './ToneIcon.tsx'
import './Field.css'

/** What every field takes besides its value. All texts come translated. */
export interface FieldTexts {
  label: string
  /** The label is then read aloud only. */
  isLabelHidden?: boolean
  description?: string | undefined
  /** When set, the field counts as invalid. */
  error?: string | undefined
  /** Where the label stands. */
  layout?: 'above' | 'beside'
}

interface FieldPartsProps extends FieldTexts {
  children: ReactNode
}

/** Label, control, description and error, in this order. */
export function FieldParts({ label, isLabelHidden = false, description, error, children }: FieldPartsProps) {
  return (
    <>
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-field-label'}>{label}</Label>
      {children}
      {description === undefined ? null : (
        <Text slot="description" className="ui-field-description">
          {description}
        </Text>
      )}
      {error === undefined ? null : (
        <FieldError className="ui-field-error">
          <ToneIcon tone="error" size={14} />
          {error}
        </FieldError>
      )}
    </>
  )
}
