import { memo } from 'react'
import { worstSeverity } from '../../session/FindingsView.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { formatRelative, toInstant } from '../../../domain/time/planTime.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { ComponentMark } from '../../fields/ComponentMark.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import { openFindingsOf } from './missionFilter.ts'
import type { MissionRow } from './missionRow.ts'

/** The gravest open finding of a mission and how many there are. Follows the check by itself, so that rows need not. */
export const FindingsCell = memo(function FindingsCell({ id }: { id: Id<'mission'> }) {
  const { t } = useTexts()
  // One text holds both values: a selector must not make a new object each time.
  const shown = useSessionState((s) => {
    if (s.plan === null || s.findingsVersion < 0) return ''
    const open = openFindingsOf(s.plan, (record) => s.findings.of(record))(id)
    return open.length === 0 ? '' : `${worstSeverity(open) ?? ''} ${open.length}`
  })
  if (shown === '') return null
  const [severity, count] = shown.split(' ') as ['error' | 'warning' | 'note', string]
  return (
    <span className="missions-findings">
      <ToneIcon tone={severity} size={14} label={t(`severity.${severity}`)} />
      {count}
    </span>
  )
})

/** Date-time group and days from H-hour of a planned time. */
export function TimeCell({ minutes }: { minutes: number | null }) {
  const { t, language } = useTexts()
  const { hHour, timeZone } = usePlanMeta()
  if (minutes === null) return <span className="missions-none">{t('mission.unscheduled')}</span>
  return (
    <>
      {formatDtg(toInstant(minutes, hHour), timeZone, language)}
      <span className="missions-relative"> {formatRelative(minutes)}</span>
    </>
  )
}

export function CodeCell({ row }: { row: MissionRow }) {
  const { t } = useTexts()
  return (
    <>
      {row.mission.code}{' '}
      {row.mission.notional === true ? (
        <abbr className="missions-notional" title={t('notional')}>
          {t('missions.notional-sign')}
        </abbr>
      ) : null}
    </>
  )
}

export function ComponentCell({ row }: { row: MissionRow }) {
  return row.components.map((kind) => <ComponentMark key={kind} kind={kind} />)
}
