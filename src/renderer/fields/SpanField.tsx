import { err, ok } from '../../domain/result.ts'
import { useTexts } from '../texts/TextContext.tsx'
import type { FieldTexts } from '../ui/FieldParts.tsx'
import { ParsedField } from './ParsedField.tsx'
import { readSpan, writeSpan } from './readSpan.ts'

interface SpanFieldProps extends FieldTexts {
  /** Minutes. */
  value: number
  /** Minutes, once and only when they differ. */
  onCommit: (minutes: number) => void
  isReadOnly?: boolean
  /** A sentence on what is wrong with a span that could be read, or null. */
  refuse?: (minutes: number) => string | null
}

/** A length of time: takes and shows `2 d 3 h`. */
export function SpanField({ value, onCommit, refuse, ...rest }: SpanFieldProps) {
  const { t } = useTexts()
  return (
    <ParsedField
      {...rest}
      text={writeSpan(value)}
      read={(text) => {
        const minutes = readSpan(text)
        if (!minutes.ok) return err(t(`time.${minutes.error}`))
        const why = refuse?.(minutes.value) ?? null
        return why === null ? ok(minutes.value) : err(why)
      }}
      onCommit={(minutes) => {
        if (minutes !== value) onCommit(minutes)
      }}
    />
  )
}
