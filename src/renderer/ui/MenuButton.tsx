import { ChevronDown, type LucideIcon } from 'lucide-react'
import { MenuTrigger, Popover, type PopoverProps } from 'react-aria-components'
import { Button, type ButtonVariant } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { Menu } from './Menu.tsx'
import type { MenuEntry } from './MenuEntry.ts'

interface MenuButtonProps {
  label: string
  entries: readonly MenuEntry[]
  icon?: LucideIcon | undefined
  /** Shows the picture alone, with the label as tooltip; needs `icon`. */
  isIconOnly?: boolean
  variant?: ButtonVariant
  isDisabled?: boolean
  placement?: PopoverProps['placement']
}

export function MenuButton(props: MenuButtonProps) {
  const { label, entries, icon, isIconOnly = false, variant, isDisabled = false, placement = 'bottom start' } = props
  const button =
    isIconOnly && icon !== undefined ? (
      <IconButton icon={icon} label={label} variant={variant ?? 'quiet'} isDisabled={isDisabled} />
    ) : (
      <Button icon={icon} iconAfter={ChevronDown} variant={variant} isDisabled={isDisabled}>
        {label}
      </Button>
    )
  return (
    <MenuTrigger>
      {button}
      <Popover className="ui-float" placement={placement} offset={2}>
        <Menu label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  )
}
