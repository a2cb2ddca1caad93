import { ChevronDown } from 'lucide-react'
import { type CSSProperties, type FocusEvent, type KeyboardEvent, useMemo } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  Group,
  Input,
  ListBox,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components'
import { folded } from './folded.ts'
import { FieldParts, type FieldTexts } from './FieldParts.tsx'
import { Icon } from './Icon.tsx'
import type { Option, OptionSection } from './Option.ts'
import { optionItems } from './OptionItem.tsx'

interface ComboBoxProps extends FieldTexts {
  options?: readonly Option[]
  /** In place of `options`. */
  sections?: readonly OptionSection[]
  value: string | null
  /** `null` when the field was emptied. */
  onChange: (id: string | null) => void
  placeholder?: string
  /** Shown when nothing fits what was typed. */
  emptyText: string
  isDisabled?: boolean
}

const NONE: readonly Option[] = []
const LAYOUT = { rowHeight: 28, headingHeight: 24, padding: 0 }

/** React Aria sends the input focus events of its own while options are walked through; only a real one selects the text. */
function selectText(event: FocusEvent<HTMLInputElement>) {
  if (event.nativeEvent.isTrusted) event.currentTarget.select()
}

/** One of many, found by typing any part of its label or detail. Holds thousands. */
export function ComboBox(props: ComboBoxProps) {
  const { options = NONE, sections, value, onChange, placeholder = '', emptyText, isDisabled = false, ...field } = props
  const { layout = 'above', ...texts } = field
  const items = useMemo(() => optionItems(options, sections), [options, sections])
  const all = useMemo(
    () => [...options, ...(sections ?? []).flatMap((section) => section.options)],
    [options, sections],
  )
  // React Aria offers the label alone to the filter; labels lead to what else they may be found by.
  const searched = useMemo(() => {
    const texts = new Map<string, string>()
    for (const { label, detail } of all) {
      texts.set(label, `${texts.get(label) ?? folded(label)} ${folded(detail ?? '')}`)
    }
    return texts
  }, [all])
  const isFound = (label: string, typed: string) => searched.get(label)?.includes(folded(typed)) ?? true
  /** Enter takes what is walked to; where nothing is, it takes the only one that fits what was typed. */
  const takeOnlyMatch = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    if (event.key !== 'Enter' || input.hasAttribute('aria-activedescendant')) return
    const typed = folded(input.value).trim()
    if (typed === '') return
    const exact = all.filter((option) => folded(option.label) === typed)
    const fitting = exact.length > 0 ? exact : all.filter((option) => isFound(option.label, typed))
    const [found, another] = fitting.filter((option) => option.isDisabled !== true)
    if (found === undefined || another !== undefined || found.id === value) return
    event.preventDefault()
    event.stopPropagation()
    onChange(found.id)
  }
  const count = sections === undefined ? options.length : sections.reduce((sum, one) => sum + one.options.length + 1, 0)
  const rows: CSSProperties & Record<'--listing-rows', number> = { '--listing-rows': Math.max(count, 1) }
  return (
    <AriaComboBox
      className="ui-field"
      data-layout={layout}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      defaultFilter={isFound}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={isDisabled}
      isInvalid={texts.error !== undefined}
    >
      <FieldParts {...texts}>
        <Group className="ui-input">
          <Input placeholder={placeholder} onFocus={selectText} onKeyDownCapture={takeOnlyMatch} />
          <Button className="ui-input-button">
            <Icon glyph={ChevronDown} size={14} />
          </Button>
        </Group>
      </FieldParts>
      <Popover className="ui-float" offset={2}>
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <ListBox
            className="ui-listing"
            data-virtual
            style={rows}
            renderEmptyState={() => <div className="ui-listing-empty">{emptyText}</div>}
          >
            {items}
          </ListBox>
        </Virtualizer>
      </Popover>
    </AriaComboBox>
  )
}
