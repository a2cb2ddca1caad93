import { useRef } from 'react'
import type { Option } from '../../ui/Option.ts'
import type { EditSession } from '../../ui/grid/GridColumn.ts'

interface GridSelectEditorProps {
  label: string
  value: string
  options: readonly Option[]
  session: EditSession
  /** Once, when the choice differs. */
  onCommit: (id: string) => void
}

const takeFocus = (select: HTMLSelectElement | null): void => select?.focus()

/** Enter stores and goes down, Tab stores and goes aside, Escape leaves all as it was. */
export function GridSelectEditor({ label, value, options, session, onCommit }: GridSelectEditorProps) {
  const isOver = useRef(false)
  const end = (chosen: string | null, then: Parameters<EditSession['end']>[0]): void => {
    if (isOver.current) return
    isOver.current = true
    if (chosen !== null && chosen !== value) onCommit(chosen)
    session.end(then)
  }
  const seeded = options.find(
    (o) => session.seed !== null && o.label.toLowerCase().startsWith(session.seed.toLowerCase()),
  )
  return (
    <select
      ref={takeFocus}
      className="ui-grid-editor"
      aria-label={label}
      defaultValue={seeded?.id ?? value}
      onBlur={(event) => end(event.currentTarget.value, 'leave')}
      onKeyDown={(event) => {
        const chosen = event.currentTarget.value
        if (event.key === 'Enter') end(chosen, 'down')
        else if (event.key === 'Escape') end(null, 'stay')
        else if (event.key === 'Tab') end(chosen, event.shiftKey ? 'left' : 'right')
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
