import { useState } from 'react'
import type { Result } from '../../domain/result.ts'
import type { FieldTexts } from '../ui/FieldParts.tsx'
import { TextField } from '../ui/TextField.tsx'

export interface ParsedFieldProps<T> extends FieldTexts {
  /** The value as text, when it is not being edited. */
  text: string
  /** The value of a text, or the sentence that says why it has none. */
  read: (text: string) => Result<T, string>
  /** Once, when the field is left or Enter is pressed, with a value that could be read. */
  onCommit: (value: T) => void
  /** Hears whether what stands in the field could be read, for a dialog that must not go on without. */
  onReadable?: (isReadable: boolean) => void
  isReadOnly?: boolean
  placeholder?: string
}

/** Holds what is typed until it can be read; what cannot stays in sight with the reason beside it, and changes nothing. */
export function ParsedField<T>({ text, read, onCommit, onReadable, error, ...rest }: ParsedFieldProps<T>) {
  const [draft, setDraft] = useState<{ text: string; why: string | undefined } | null>(null)
  const forget = (): void => {
    setDraft(null)
    onReadable?.(true)
  }
  const commit = (): void => {
    if (draft === null) return
    if (draft.text.trim() === text.trim()) return forget()
    const value = read(draft.text)
    if (!value.ok) {
      onReadable?.(false)
      return setDraft({ text: draft.text, why: value.error })
    }
    forget()
    onCommit(value.value)
  }
  return (
    <TextField
      {...rest}
      error={draft?.why ?? error}
      value={draft?.text ?? text}
      onChange={(next) => setDraft({ text: next, why: undefined })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          // What opens on it, as a question with a button in focus, must not be answered by the same key.
          event.preventDefault()
          commit()
        } else if (event.key === 'Escape' && draft !== null) forget()
        else event.continuePropagation()
      }}
    />
  )
}
