import { useRef } from 'react'
import type { EditSession } from './GridColumn.ts'

interface GridTextEditorProps {
  /** Read aloud: what is being edited. */
  label: string
  value: string
  session: EditSession
  /** Once, when the text differs. */
  onCommit: (value: string) => void
  /** Figures stand at the end and bring a keypad on touch screens. */
  isFigure?: boolean
}

/** Takes the focus when it appears: with the old value all selected, or after the letter that opened the cell. */
function takeFocus(input: HTMLInputElement | null) {
  if (input === null || document.activeElement === input) return
  input.focus()
  if (input.dataset['seeded'] === 'true') input.setSelectionRange(input.value.length, input.value.length)
  else input.select()
}

/** Enter stores and goes down, Tab stores and goes aside, Escape leaves all as it was. */
export function GridTextEditor({ label, value, session, onCommit, isFigure = false }: GridTextEditorProps) {
  const isOver = useRef(false)
  const end = (text: string | null, then: Parameters<EditSession['end']>[0]) => {
    if (isOver.current) return
    isOver.current = true
    if (text !== null && text !== value) onCommit(text)
    session.end(then)
  }
  return (
    <input
      ref={takeFocus}
      className={isFigure ? 'ui-grid-editor figures' : 'ui-grid-editor'}
      aria-label={label}
      defaultValue={session.seed ?? value}
      data-seeded={session.seed !== null}
      inputMode={isFigure ? 'decimal' : 'text'}
      onBlur={(event) => end(event.currentTarget.value, 'leave')}
      onKeyDown={(event) => {
        const text = event.currentTarget.value
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') end(text, 'down')
        else if (event.key === 'Escape') end(null, 'stay')
        else if (event.key === 'Tab') end(text, event.shiftKey ? 'left' : 'right')
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
