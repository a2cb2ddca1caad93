import { formatDtg } from '../../../../domain/time/dtg.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useTexts } from '../../../texts/TextContext.tsx'

/** Writes a simulated time, minutes from H-hour, as a date-time group to the minute. */
export function useRiskTime(): (minutes: number) => string {
  const { language } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  return (minutes) => formatDtg(toInstant(Math.round(minutes), hHour), timeZone, language)
}
