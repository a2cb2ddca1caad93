import { err, ok, type Result } from '../../domain/result.ts'
import { formatDtg } from '../../domain/time/dtg.ts'
import { useTexts } from '../texts/TextContext.tsx'
import type { FieldTexts } from '../ui/FieldParts.tsx'
import { ParsedField } from './ParsedField.tsx'
import { readInstant } from './readTime.ts'
import { usePlanMeta } from './usePlanMeta.ts'

interface InstantFieldProps extends FieldTexts {
  /** Epoch milliseconds. */
  value: number | null
  /** Epoch milliseconds, once and only when they differ. */
  onCommit: (instant: number | null) => void
  isRequired?: boolean
  isReadOnly?: boolean
  /** A sentence on what is wrong with an instant that could be read, or null. */
  refuse?: (instant: number | null) => string | null
  placeholder?: string
}

/** A time of the world: takes a date-time group, an ISO date or `D+5`, and shows the first. */
export function InstantField({ value, onCommit, isRequired = false, refuse, ...rest }: InstantFieldProps) {
  const { t, language } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  const read = (text: string): Result<number | null, string> => {
    const instant = readInstant(text, { hHour, timeZone })
    if (!instant.ok) return err(t(`time.${instant.error}`))
    if (isRequired && instant.value === null) return err(t('time.required'))
    const why = refuse?.(instant.value) ?? null
    return why === null ? ok(instant.value) : err(why)
  }
  return (
    <ParsedField
      placeholder={t('time.placeholder')}
      {...rest}
      text={value === null ? '' : formatDtg(value, timeZone, language)}
      read={read}
      onCommit={(instant) => {
        if (instant !== value) onCommit(instant)
      }}
    />
  )
}
