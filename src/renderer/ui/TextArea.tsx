import { TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components'
import { FieldParts, type FieldTexts } from './FieldParts.tsx'
import { useDraft } from './useDraft.ts'

type Kept = Omit<
  TextFieldProps,
  'children' | 'className' | 'style' | 'isInvalid' | 'onChange' | 'value' | 'defaultValue'
>

interface TextAreaProps extends Kept, FieldTexts {
  value: string
  onChange?: (value: string) => void
  /** Once, when the field is left or Ctrl+Enter is pressed and the text differs; Escape takes it back. */
  onCommit?: (value: string) => void
  placeholder?: string
  rows?: number
}

const ignore = () => {}

export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, description, error, layout = 'above', placeholder = '', rows = 3, ...field } = props
  const { value, onChange, onCommit, ...rest } = field
  const draft = useDraft(value, onCommit ?? ignore, true)
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
        <AriaTextArea className="ui-input" placeholder={placeholder} rows={rows} />
      </FieldParts>
    </AriaTextField>
  )
}
