import type { Mission } from '../../../../domain/records/mission.ts'
import { useAll } from '../../../fields/useAll.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Id } from '../../../../domain/records/ids.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

const NONE = 'none'

/** Why: the objectives it serves, and what it rests on in law. */
export function MissionObjectives({ mission }: { mission: Mission }) {
  const { t, name } = useTexts()
  const edit = useEdit<'mission'>(mission)
  const canEdit = useSessionState((s) => s.canEdit)
  const objectives = useAll('objective')
  const bases = useAll('legal-basis')
  return (
    <>
      <Section id="mission-objectives" title={t('sheet.objectives')} count={mission.objectives.length}>
        {objectives.length === 0 ? <p className="sheet-note">{t('sheet.none')}</p> : null}
        <ul className="sheet-list">
          {objectives.map((objective) => (
            <li key={objective.id}>
              <Checkbox
                isSelected={mission.objectives.includes(objective.id)}
                isDisabled={!canEdit}
                onChange={(isOn) =>
                  edit({
                    objectives: isOn
                      ? [...mission.objectives, objective.id]
                      : mission.objectives.filter((id) => id !== objective.id),
                  })
                }
              >
                {objective.code} {name(objective.name)}
              </Checkbox>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="mission-legal" title={t('mission.legal-basis')}>
        <Select
          label={t('mission.legal-basis')}
          isLabelHidden
          options={[
            ...bases.map((basis) => ({ id: basis.id as string, label: basis.document })),
            { id: NONE, label: t('missions.none') },
          ]}
          value={mission.legalBasis ?? NONE}
          isDisabled={!canEdit}
          onChange={(id) => edit({ legalBasis: id === NONE ? null : (id as Id<'legal-basis'>) })}
        />
        {mission.legalBasis === null ? null : <RecordLink id={mission.legalBasis} />}
      </Section>
    </>
  )
}
