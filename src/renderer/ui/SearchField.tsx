import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import {
  Button,
  Group,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './SearchField.css'

interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'> {
  label: string
  placeholder?: string
  /** Pixels; without it the field takes the width it is given. */
  width?: number
  inputRef?: Ref<HTMLInputElement>
}

/** Escape empties it. */
export function SearchField({ label, placeholder, width, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="ui-search" style={width === undefined ? {} : { width }}>
      {({ isEmpty }) => (
        <Group className="ui-input">
          <Icon glyph={Search} />
          <Input placeholder={placeholder ?? label} ref={inputRef} />
          {isEmpty ? null : (
            <Button className="ui-input-button">
              <Icon glyph={X} size={14} />
            </Button>
          )}
        </Group>
      )}
    </AriaSearchField>
  )
}
