import { err, ok } from '../../../domain/result.ts'
import { ParsedField } from '../../fields/ParsedField.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import type { FieldTexts } from '../../ui/FieldParts.tsx'

interface RequiredTextFieldProps extends FieldTexts {
  value: string
  onCommit: (value: string) => void
  isReadOnly?: boolean
}

const LONGEST = 300

/** A text that cannot be empty. */
export function RequiredTextField({ value, ...rest }: RequiredTextFieldProps) {
  const { t, number } = useTexts()
  return (
    <ParsedField
      {...rest}
      text={value}
      read={(text) => {
        const trimmed = text.trim()
        if (trimmed === '') return err(t('sheet.text-empty'))
        return trimmed.length > LONGEST ? err(t('sheet.text-long', { most: number(LONGEST) })) : ok(trimmed)
      }}
    />
  )
}
