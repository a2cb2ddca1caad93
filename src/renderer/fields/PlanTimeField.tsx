import { err, ok, type Result } from '../../domain/result.ts'
import { formatDtg } from '../../domain/time/dtg.ts'
import { formatRelative, toInstant } from '../../domain/time/planTime.ts'
import { useTexts } from '../texts/TextContext.tsx'
import type { FieldTexts } from '../ui/FieldParts.tsx'
import { ParsedField } from './ParsedField.tsx'
import { readPlanTime } from './readTime.ts'
import { usePlanMeta } from './usePlanMeta.ts'

interface PlanTimeFieldProps extends FieldTexts {
  /** Minutes from H-hour. */
  value: number | null
  /** Minutes from H-hour, once and only when they differ. */
  onCommit: (minutes: number | null) => void
  isRequired?: boolean
  isReadOnly?: boolean
  onReadable?: (isReadable: boolean) => void
  /** A sentence on what is wrong with a time that could be read, or null. */
  refuse?: (minutes: number | null) => string | null
}

/** A planned time: takes `D+5 H+3`, a date-time group or an ISO date, and shows the first two. */
export function PlanTimeField(props: PlanTimeFieldProps) {
  const { value, onCommit, isRequired = false, refuse, description, ...rest } = props
  const { t, language } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  const read = (text: string): Result<number | null, string> => {
    const minutes = readPlanTime(text, { hHour, timeZone })
    if (!minutes.ok) return err(t(`time.${minutes.error}`))
    if (isRequired && minutes.value === null) return err(t('time.required'))
    const why = refuse?.(minutes.value) ?? null
    return why === null ? ok(minutes.value) : err(why)
  }
  return (
    <ParsedField
      {...rest}
      text={value === null ? '' : formatDtg(toInstant(value, hHour), timeZone, language)}
      placeholder={t('time.placeholder')}
      description={description ?? (value === null ? undefined : formatRelative(value))}
      read={read}
      onCommit={(minutes) => {
        if (minutes !== value) onCommit(minutes)
      }}
    />
  )
}
