import type { Mission } from '../../../../domain/records/mission.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { formatRelative, toInstant } from '../../../../domain/time/planTime.ts'
import { PlanTimeField } from '../../../fields/PlanTimeField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { DurationFields } from '../DurationFields.tsx'
import { MissionAirspace } from './MissionAirspace.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

/** When: planned start and end, bounds, three-point duration. */
export function MissionSchedule({ mission }: { mission: Mission }) {
  const { t, language } = useTexts()
  const session = useSession()
  const edit = useEdit<'mission'>(mission)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const { hHour, timeZone } = usePlanMeta()
  const end = mission.start === null ? null : mission.start + mission.duration.likely
  const { earliest, latest, duration } = mission
  return (
    <Section id="mission-schedule" title={t('sheet.schedule')}>
      <PlanTimeField
        label={t('mission.start')}
        layout="beside"
        value={mission.start}
        isReadOnly={isReadOnly}
        onCommit={(start) => session.dispatch({ type: 'moveMissions', moves: [{ mission: mission.id, start }] })}
      />
      <dl className="sheet-fact">
        <dt>{t('mission.end')}</dt>
        <dd>
          {end === null
            ? t('mission.unscheduled')
            : `${formatDtg(toInstant(end, hHour), timeZone, language)} · ${formatRelative(end)}`}
        </dd>
      </dl>
      <PlanTimeField
        label={t('mission.earliest')}
        layout="beside"
        value={earliest}
        isReadOnly={isReadOnly}
        refuse={(at) => (at !== null && latest !== null && at >= latest ? t('sheet.earliest-after-latest') : null)}
        onCommit={(at) => edit({ earliest: at })}
      />
      <PlanTimeField
        label={t('mission.latest')}
        layout="beside"
        value={latest}
        isReadOnly={isReadOnly}
        refuse={(at) => (at !== null && earliest !== null && at <= earliest ? t('sheet.earliest-after-latest') : null)}
        onCommit={(at) => edit({ latest: at })}
      />
      <PlanTimeField
        label={t('mission.received')}
        layout="beside"
        value={mission.received ?? null}
        isReadOnly={isReadOnly}
        onCommit={(at) => edit({ received: at ?? undefined })}
      />
      <PlanTimeField
        label={t('mission.ordered')}
        layout="beside"
        value={mission.ordered ?? null}
        isReadOnly={isReadOnly}
        onCommit={(at) => edit({ ordered: at ?? undefined })}
      />
      <MissionAirspace mission={mission} />
      <DurationFields duration={duration} onCommit={(next) => edit({ duration: next })} />
    </Section>
  )
}
