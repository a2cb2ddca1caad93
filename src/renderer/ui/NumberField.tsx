import { Minus, Plus } from 'lucide-react'
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components'
import { FieldParts, type FieldTexts } from './FieldParts.tsx'
import { Icon } from './Icon.tsx'
import './NumberField.css'

interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'value'>,
    FieldTexts {
  /** `null` is an empty field. */
  value: number | null
  /** Once, when the field is left, Enter is pressed or a step is taken. */
  onCommit: (value: number | null) => void
  /** Stands after the figure, as `km/h`. */
  unit?: string
  placeholder?: string
}

export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden, description, error, layout = 'above', placeholder = '', unit, ...field } = props
  const { value, onCommit, ...rest } = field
  const texts = { label, isLabelHidden: isLabelHidden ?? false, description, error }
  return (
    <AriaNumberField
      {...rest}
      isInvalid={error !== undefined}
      value={value ?? Number.NaN}
      onChange={(next) => onCommit(Number.isNaN(next) ? null : next)}
      className="ui-field"
      data-layout={layout}
    >
      <FieldParts {...texts}>
        <Group className="ui-input ui-number">
          <Input placeholder={placeholder} className="ui-number-input" />
          {unit === undefined ? null : <span className="ui-number-unit">{unit}</span>}
          <Button slot="decrement" className="ui-input-button">
            <Icon glyph={Minus} size={12} />
          </Button>
          <Button slot="increment" className="ui-input-button">
            <Icon glyph={Plus} size={12} />
          </Button>
        </Group>
      </FieldParts>
    </AriaNumberField>
  )
}
