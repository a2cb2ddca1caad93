import type { Assignment } from '../../../../domain/records/assignment.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { MissionTimes } from '../MissionTimes.tsx'
import { Section } from '../Sheet.tsx'

const NONE: readonly Assignment[] = []
const SHOWN = 200

/** What the unit does, in order of time; unscheduled missions stand last. */
export function UnitMissions({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const plan = usePlan()
  const assignments = useSessionState((s) =>
    s.revision < 0 ? NONE : (s.plan?.indexes.assignmentsOfUnit.get(unit.id) ?? NONE),
  )
  const missions = assignments
    .flatMap(({ mission: id, part }) => {
      const mission = plan.get(id)
      return mission === undefined ? [] : [{ mission, part }]
    })
    .sort((a, b) => compareStarts(a.mission, b.mission))
  return (
    <Section id="unit-missions" title={t('sheet.missions')} count={missions.length}>
      {missions.length === 0 ? <p className="sheet-note">{t('unit.no-missions')}</p> : null}
      <ul className="sheet-list">
        {missions.slice(0, SHOWN).map(({ mission, part }) => (
          <li key={mission.id} className="sheet-item">
            <RecordLink id={mission.id} isWhole />
            <span className="sheet-faint">
              <MissionTimes mission={mission} /> · {t(`part.${part}`)}
            </span>
          </li>
        ))}
      </ul>
      {missions.length > SHOWN ? (
        <p className="sheet-note">{t('sheet.and-more', { count: missions.length - SHOWN })}</p>
      ) : null}
    </Section>
  )
}

function compareStarts(a: Mission, b: Mission): number {
  if (a.start === b.start) return a.code < b.code ? -1 : 1
  if (a.start === null) return 1
  return b.start === null ? -1 : a.start - b.start
}
