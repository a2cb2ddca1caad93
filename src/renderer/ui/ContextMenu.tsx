import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { Menu } from './Menu.tsx'
import type { MenuEntry } from './MenuEntry.ts'
import './ContextMenu.css'

export interface MenuPoint {
  /** Pixels from the window's left and top, as in `clientX`, `clientY`. */
  x: number
  y: number
}

interface ContextMenuProps {
  label: string
  entries: readonly MenuEntry[]
  /** Where it opens; `null` while it is closed. */
  at: MenuPoint | null
  onClose: () => void
}

/** Opens at a point; on closing the focus returns to where it was. */
export function ContextMenu({ label, entries, at, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} className="ui-menu-anchor" style={at === null ? {} : { left: at.x, top: at.y }} />
      <Popover
        className="ui-float"
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        placement="bottom start"
        offset={0}
        trigger="MenuTrigger"
        aria-label={label}
      >
        <Menu label={label} entries={entries} takesFocus onClose={onClose} />
      </Popover>
    </>
  )
}
