import type { Ref } from 'react'
import { TextField as AriaTextField, Input, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { FieldParts, type FieldTexts } from './FieldParts.tsx'
import { useDraft } from './useDraft.ts'

type Kept = Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid' | 'onChange' | 'value' | 'defaultValue'
>

interface TextFieldProps extends Kept, FieldTexts {
  value: string
  /** At every letter. */
  onChange?: (value: string) => void
  /** Once, when the field is left or Enter is pressed and the text differs; Escape takes it back. */
  onCommit?: (value: string) => void
  placeholder?: string
  inputRef?: Ref<HTMLInputElement> | null
}

const ignore = () => {}

export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden,
    description,
    error,
    layout = 'above',
    placeholder = '',
    inputRef = null,
    ...field
  } = props
  const { value, onChange, onCommit, ...rest } = field
  const draft = useDraft(value, onCommit ?? ignore, false)
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, error }
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      {...(onCommit === undefined ? { value, onChange: onChange ?? ignore } : draft)}
      className="ui-field"
      data-layout={layout}
    >
      <FieldParts {...texts}>
        <Input className="ui-input" placeholder={placeholder} ref={inputRef} />
      </FieldParts>
    </AriaTextField>
  )
}
