import { useRef } from 'react'
import { folded } from '../folded.ts'
import type { EditSession } from './GridColumn.ts'

interface GridSelectEditorProps<K extends string> {
  label: string
  value: K
  options: readonly { readonly id: K; readonly label: string }[]
  session: EditSession
  /** Once, when the choice differs. */
  onCommit: (value: K) => void
}

const takeFocus = (select: HTMLSelectElement | null): void => select?.focus()

/** One of a few in a cell: Enter stores and goes down, Tab aside, Escape leaves all as it was. */
export function GridSelectEditor<K extends string>(props: GridSelectEditorProps<K>) {
  const { label, value, options, session, onCommit } = props
  const isOver = useRef(false)
  const end = (chosen: string | null, then: Parameters<EditSession['end']>[0]): void => {
    if (isOver.current) return
    isOver.current = true
    const option = options.find((one) => one.id === chosen)
    if (option !== undefined && option.id !== value) onCommit(option.id)
    session.end(then)
  }
  const typed = session.seed === null ? null : folded(session.seed)
  const begun = typed === null ? undefined : options.find((option) => folded(option.label).startsWith(typed))
  return (
    <select
      ref={takeFocus}
      className="ui-grid-editor"
      aria-label={label}
      defaultValue={begun?.id ?? value}
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
