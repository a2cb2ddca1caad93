import { Check } from 'lucide-react'
import { Header, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import type { Option, OptionSection } from './Option.ts'
import './Listing.css'

function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className="ui-listing-item"
    >
      {({ isSelected }) => (
        <>
          <span className="ui-listing-mark">{isSelected ? <Icon glyph={Check} size={14} /> : null}</span>
          {option.icon === undefined ? null : <Icon glyph={option.icon} />}
          <span className="ui-listing-label">{option.label}</span>
          {option.detail === undefined ? null : <span className="ui-listing-detail">{option.detail}</span>}
        </>
      )}
    </ListBoxItem>
  )
}

/** The children of a list box: sections when there are any, else the options themselves. */
export function optionItems(options: readonly Option[], sections: readonly OptionSection[] | undefined) {
  if (sections === undefined) return options.map((option) => <OptionItem key={option.id} option={option} />)
  return sections.map((section) => (
    <ListBoxSection key={section.id} id={section.id} className="ui-listing-section">
      <Header className="ui-listing-header">{section.label}</Header>
      {section.options.map((option) => (
        <OptionItem key={option.id} option={option} />
      ))}
    </ListBoxSection>
  ))
}
