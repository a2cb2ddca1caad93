import { useState } from 'react'
import type { TextFieldProps } from 'react-aria-components'

interface Draft {
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  onKeyDown: NonNullable<TextFieldProps['onKeyDown']>
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
      if (event.key === 'Escape' && draft !== null) {
        setDraft(null)
        return
      }
      if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) commit()
      // React Aria stops every key that a handler saw, unless told otherwise; shortcuts must go on to the program.
      event.continuePropagation()
    },
  }
}
