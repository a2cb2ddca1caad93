import { ChevronDown } from 'lucide-react'
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { FieldParts, type FieldTexts } from './FieldParts.tsx'
import { Icon } from './Icon.tsx'
import type { Option, OptionSection } from './Option.ts'
import { optionItems } from './OptionItem.tsx'
import './Select.css'

interface SelectProps extends FieldTexts {
  options?: readonly Option[]
  /** In place of `options`. */
  sections?: readonly OptionSection[]
  value: string | null
  onChange: (id: string) => void
  placeholder?: string
  isDisabled?: boolean
}

const NONE: readonly Option[] = []

/** One of up to some thirty; for more, `ComboBox`. */
export function Select(props: SelectProps) {
  const {
    options = NONE,
    sections,
    value,
    onChange,
    placeholder = '',
    isDisabled = false,
    layout = 'above',
    ...texts
  } = props
  return (
    <AriaSelect
      className="ui-field"
      data-layout={layout}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={texts.error !== undefined}
    >
      <FieldParts {...texts}>
        <Button className="ui-input ui-select-button">
          <SelectValue className="ui-select-value">
            {({ selectedText, isPlaceholder }) => {
              if (isPlaceholder) return placeholder
              const chosen = [...options, ...(sections ?? []).flatMap((section) => section.options)].find(
                (option) => option.id === value,
              )
              return chosen?.label ?? selectedText
            }}
          </SelectValue>
          <Icon glyph={ChevronDown} size={14} />
        </Button>
      </FieldParts>
      <Popover className="ui-float" offset={2}>
        <ListBox className="ui-listing">{optionItems(options, sections)}</ListBox>
      </Popover>
    </AriaSelect>
  )
}
