import type { Mission } from '../../../domain/records/mission.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useTexts } from '../../texts/TextContext.tsx'

/** Start and end of a mission, in one line. */
export function MissionTimes({ mission }: { mission: Mission }) {
  const { t, language } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  if (mission.start === null) return <span className="sheet-faint">{t('mission.unscheduled')}</span>
  const dtg = (minutes: number): string => formatDtg(toInstant(minutes, hHour), timeZone, language)
  return (
    <span className="sheet-faint">
      {dtg(mission.start)} – {dtg(mission.start + mission.duration.likely)}
    </span>
  )
}
