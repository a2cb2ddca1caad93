import { memo } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useRecord, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { lacksOf } from './taskingScopes.ts'
import { openFindings } from './useTasking.ts'

/** A planned start as a date-time group, or that there is none. */
export function StartText({ minutes }: { minutes: number | null }) {
  const { t, language } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  if (minutes === null) return <span className="tasking-was">{t('mission.unscheduled')}</span>
  return <>{formatDtg(toInstant(minutes, hHour), timeZone, language)}</>
}

export function CodeText({ mission }: { mission: Id<'mission'> }) {
  return <>{useRecord(mission)?.code ?? mission}</>
}

/** What a mission lacks, in words. Follows plan and check by itself. */
export const LacksCell = memo(function LacksCell({ id }: { id: Id<'mission'> }) {
  const { t } = useTexts()
  // One text holds all: a selector must not make a new object each time.
  const lacks = useSessionState((s) => {
    const mission = s.revision < 0 || s.findingsVersion < 0 ? undefined : s.plan?.get(id)
    if (s.plan === null || mission === undefined) return ''
    const { time, units, capabilities } = lacksOf(s.plan, mission, openFindings(s.plan, s.findings.of(id)))
    return [time ? 'time' : '', units ? 'units' : '', capabilities && !units ? 'capabilities' : '']
      .filter((what) => what !== '')
      .join(' ')
  })
  if (lacks === '') return <span className="tasking-was">—</span>
  return (
    <>
      {lacks
        .split(' ')
        .map((what) => t(`tasking.lacks-${what as 'time' | 'units' | 'capabilities'}`))
        .join(', ')}
    </>
  )
})
