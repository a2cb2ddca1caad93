import type { ReactNode } from 'react'
import { Separator, Toolbar as AriaToolbar } from 'react-aria-components'
import './Toolbar.css'

interface ToolbarProps {
  label: string
  children: ReactNode
  /** Stands at the far side. */
  end?: ReactNode
}

/** Controls in a row, one tab stop, arrows between them. Search fields stand outside it, in `ToolbarRow`. */
export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <AriaToolbar className="ui-toolbar" aria-label={label}>
      {children}
      {end === undefined ? null : <div className="ui-toolbar-end">{end}</div>}
    </AriaToolbar>
  )
}

export function ToolbarSeparator() {
  return <Separator orientation="vertical" className="ui-toolbar-separator" />
}

/** The strip over a place's content: toolbars, fields, counts. */
export function ToolbarRow({ children }: { children: ReactNode }) {
  return <div className="ui-toolbar-row">{children}</div>
}
