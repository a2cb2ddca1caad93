import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import type { MenuAction, MenuEntry } from './MenuEntry.ts'
import './Listing.css'

/** The place of check mark or picture, kept where there is neither, so that the words line up. */
function Mark({ glyph }: { glyph: LucideIcon | undefined }) {
  return <span className="ui-listing-mark">{glyph === undefined ? null : <Icon glyph={glyph} />}</span>
}

function ActionItem({ entry }: { entry: MenuAction }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.onAction}
      className="ui-listing-item"
      data-tone={entry.isDanger === true ? 'danger' : undefined}
      {...(entry.isChecked === undefined
        ? {}
        : { 'aria-label': entry.label, 'aria-checked': entry.isChecked, role: 'menuitemcheckbox' })}
    >
      <Mark glyph={entry.isChecked === true ? Check : entry.icon} />
      <span className="ui-listing-label">{entry.label}</span>
      {entry.shortcut === undefined ? null : <Kbd keys={entry.shortcut} />}
    </MenuItem>
  )
}

function menuItem(entry: MenuEntry) {
  switch (entry.kind) {
    case 'separator':
      return <Separator key={entry.id} className="ui-listing-separator" />
    case 'heading':
      return (
        <MenuSection key={entry.id} id={entry.id} className="ui-listing-section">
          <Header className="ui-listing-header">{entry.label}</Header>
          {entry.entries.map(menuItem)}
        </MenuSection>
      )
    case 'submenu':
      return (
        <SubmenuTrigger key={entry.id}>
          <MenuItem id={entry.id} textValue={entry.label} className="ui-listing-item">
            <Mark glyph={entry.icon} />
            <span className="ui-listing-label">{entry.label}</span>
            <Icon glyph={ChevronRight} size={14} />
          </MenuItem>
          <Popover className="ui-float" offset={0}>
            <Menu label={entry.label} entries={entry.entries} />
          </Popover>
        </SubmenuTrigger>
      )
    case 'action':
    case undefined:
    default:
      return <ActionItem key={entry.id} entry={entry} />
  }
}

interface MenuProps {
  label: string
  entries: readonly MenuEntry[]
  /** Where no trigger opened it, the menu itself takes the focus. */
  takesFocus?: boolean
  /** Called once something is chosen, where no trigger hears it. */
  onClose?: () => void
}

/** The list alone; `MenuButton` and `ContextMenu` open it. */
export function Menu({ label, entries, takesFocus = false, onClose }: MenuProps) {
  return (
    <AriaMenu
      className="ui-listing"
      aria-label={label}
      {...(takesFocus ? { autoFocus: 'first' as const } : {})}
      {...(onClose === undefined ? {} : { onClose })}
    >
      {entries.map(menuItem)}
    </AriaMenu>
  )
}
