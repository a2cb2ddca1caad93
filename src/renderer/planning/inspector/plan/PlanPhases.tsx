import { Plus } from 'lucide-react'
import type { Phase, PlanRecord } from '../../../../domain/records/plan.ts'
import { DAY } from '../../../../domain/time/planTime.ts'
import { PlanTimeField } from '../../../fields/PlanTimeField.tsx'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

const WEEK = 7 * DAY

/** The phases of the plan, in their order. */
export function PlanPhases({ meta }: { meta: PlanRecord }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const edit = useEdit<'plan'>(meta)
  const canEdit = useSessionState((s) => s.canEdit)
  const { phases } = meta
  const set = (index: number, change: Partial<Phase>): void => {
    const phase = phases[index]
    if (phase !== undefined) edit({ phases: phases.with(index, { ...phase, ...change }) })
  }
  const isUsed = (key: string): boolean => [...plan.all('mission')].some((mission) => mission.phase === key)
  const add = (): void => {
    const from = phases.at(-1)?.to ?? meta.horizon.from
    const key = freeKey(phases)
    edit({ phases: [...phases, { key, name: { es: t('plan.new-phase', { key }) }, from, to: from + WEEK }] })
  }
  return (
    <Section id="plan-phases" title={t('plan.phases')} count={phases.length} isOpenAtFirst={false}>
      <ul className="sheet-list">
        {phases.map((phase, index) => (
          <li key={phase.key} className="sheet-item">
            <div className="sheet-line">
              <RequiredTextField
                label={t('plan.phase-name', { key: phase.key })}
                value={phase.name[language] ?? phase.name.es}
                isReadOnly={!canEdit}
                onCommit={(name) => set(index, { name: { ...phase.name, [language]: name } })}
              />
              <RowRemove
                label={t('sheet.remove', { what: phase.name[language] ?? phase.name.es })}
                canEdit={canEdit && !isUsed(phase.key)}
                onPress={() => edit({ phases: phases.toSpliced(index, 1) })}
              />
            </div>
            <div className="sheet-pair">
              <PlanTimeField
                label={t('sheet.from')}
                value={phase.from}
                isRequired
                isReadOnly={!canEdit}
                refuse={(at) => (at !== null && at >= phase.to ? t('sheet.from-after-to') : null)}
                onCommit={(from) => {
                  if (from !== null) set(index, { from })
                }}
              />
              <PlanTimeField
                label={t('sheet.to')}
                value={phase.to}
                isRequired
                isReadOnly={!canEdit}
                refuse={(at) => (at !== null && at <= phase.from ? t('sheet.from-after-to') : null)}
                onCommit={(to) => {
                  if (to !== null) set(index, { to })
                }}
              />
            </div>
          </li>
        ))}
      </ul>
      {canEdit ? (
        <>
          <p className="sheet-note">{t('plan.phase-in-use')}</p>
          <div>
            <Button variant="quiet" icon={Plus} onPress={add}>
              {t('plan.add-phase')}
            </Button>
          </div>
        </>
      ) : null}
    </Section>
  )
}

function freeKey(phases: readonly Phase[]): string {
  let number = phases.length
  while (phases.some((phase) => phase.key === `F${number}`)) number += 1
  return `F${number}`
}
