import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components'
import { useTexts } from '../texts/TextContext.tsx'
import { Button, type ButtonVariant } from '../ui/Button.tsx'
import { Popover } from '../ui/Popover.tsx'
import './PickerPopover.css'

export interface PickerItem {
  readonly id: string
  readonly label: string
  /** A second line. */
  readonly detail?: string
  readonly mark?: ReactNode
}

interface PickerPopoverProps {
  /** Words of the button and name of the list. */
  label: string
  icon?: LucideIcon
  variant?: ButtonVariant
  isDisabled?: boolean
  /** The items for what is typed, best first, at most some fifty; asked only while it is open. */
  search: (query: string) => readonly PickerItem[]
  onPick: (id: string) => void
}

/** A button that opens a list to search in; picking closes it. */
export function PickerPopover(props: PickerPopoverProps) {
  const { label, icon, variant = 'quiet', isDisabled = false, search, onPick } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button icon={icon} variant={variant} isDisabled={isDisabled}>
          {label}
        </Button>
      }
    >
      <PickerList
        label={label}
        search={search}
        onPick={(id) => {
          setOpen(false)
          onPick(id)
        }}
      />
    </Popover>
  )
}

function PickerList({ label, search, onPick }: Pick<PickerPopoverProps, 'label' | 'search' | 'onPick'>) {
  const { t } = useTexts()
  const [query, setQuery] = useState('')
  const items = search(query)
  return (
    <div className="picker">
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={label} autoFocus className="picker-field">
          <Input className="ui-input" placeholder={t('picker.search')} />
        </SearchField>
        <ListBox
          aria-label={label}
          className="picker-list"
          items={items}
          selectionMode="none"
          onAction={(key) => onPick(String(key))}
          renderEmptyState={() => <p className="picker-none">{t('picker.none')}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="picker-item">
              {item.mark}
              <span className="picker-words">
                <Text slot="label">{item.label}</Text>
                {item.detail === undefined ? null : (
                  <Text slot="description" className="picker-detail">
                    {item.detail}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
