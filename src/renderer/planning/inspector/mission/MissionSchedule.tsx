import type { DurationMinutes } from '../../../../domain/records/common.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { formatRelative, toInstant } from '../../../../domain/time/planTime.ts'
import { PlanTimeField } from '../../../fields/PlanTimeField.tsx'
import { SpanField } from '../../../fields/SpanField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
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
  const setDuration = (change: Partial<DurationMinutes>): void => edit({ duration: { ...duration, ...change } })
  const atLeastOne = (minutes: number): string | null => (minutes < 1 ? t('time.not-positive') : null)
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
      <fieldset className="sheet-triple">
        <legend className="ui-field-label">{t('mission.duration')}</legend>
        <SpanField
          label={t('mission.optimistic')}
          value={duration.optimistic}
          isReadOnly={isReadOnly}
          refuse={(m) => atLeastOne(m) ?? (m > duration.likely ? t('sheet.optimistic-over') : null)}
          onCommit={(optimistic) => setDuration({ optimistic })}
        />
        <SpanField
          label={t('mission.likely')}
          value={duration.likely}
          isReadOnly={isReadOnly}
          refuse={atLeastOne}
          onCommit={(likely) =>
            setDuration({
              likely,
              optimistic: Math.min(duration.optimistic, likely),
              pessimistic: Math.max(duration.pessimistic, likely),
            })
          }
        />
        <SpanField
          label={t('mission.pessimistic')}
          value={duration.pessimistic}
          isReadOnly={isReadOnly}
          refuse={(m) => (m < duration.likely ? t('sheet.pessimistic-under') : null)}
          onCommit={(pessimistic) => setDuration({ pessimistic })}
        />
      </fieldset>
    </Section>
  )
}
