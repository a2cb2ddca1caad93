import { type KeyboardEvent, type MouseEvent, type ReactElement, useState } from 'react'
import { ContextMenu, type MenuPoint } from './ContextMenu.tsx'
import type { MenuEntry } from './MenuEntry.ts'

interface OpenMenu {
  at: MenuPoint
  entries: readonly MenuEntry[]
}

interface ContextMenuHandle {
  openAt: (at: MenuPoint, entries: readonly MenuEntry[]) => void
  /** Spread on what has the menu: right click, the menu key, Shift+F10. */
  propsFor: (entries: () => readonly MenuEntry[]) => {
    onContextMenu: (event: MouseEvent) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  /** Must stand somewhere in what is rendered. */
  element: ReactElement
}

export function useContextMenu(label: string): ContextMenuHandle {
  const [open, setOpen] = useState<OpenMenu | null>(null)
  // Entries stay while the menu fades, so that it does not empty under the eye.
  const [last, setLast] = useState<readonly MenuEntry[]>([])
  const openAt = (at: MenuPoint, entries: readonly MenuEntry[]) => {
    if (entries.length === 0) return
    setLast(entries)
    setOpen({ at, entries })
  }
  return {
    openAt,
    propsFor: (entries) => ({
      onContextMenu: (event) => {
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        const isByKey = event.clientX === 0 && event.clientY === 0
        openAt(isByKey ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY }, entries())
      },
      onKeyDown: (event) => {
        if (event.key !== 'F10' || !event.shiftKey) return
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        openAt({ x: box.left, y: box.bottom }, entries())
      },
    }),
    element: (
      <ContextMenu label={label} entries={open?.entries ?? last} at={open?.at ?? null} onClose={() => setOpen(null)} />
    ),
  }
}
