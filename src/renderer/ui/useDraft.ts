import { type KeyboardEvent, useState } from 'react'

interface Draft {
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Holds what is being typed and hands it over once, when the field is left or Enter is pressed, so that a text is one
 * change and not one for each letter. Escape restores the value. With `isMultiline`, Enter alone breaks the line.
 */
export function useDraft(value: string, onCommit: (value: string) => void, isMultiline: boolean): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== value) onCommit(draft)
    setDraft(null)
  }
  return {
    value: draft ?? value,
    onChange: setDraft,
    onBlur: commit,
    onKeyDown: (event) => {
      if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) commit()
      else if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation()
        setDraft(null)
      }
    },
  }
}
