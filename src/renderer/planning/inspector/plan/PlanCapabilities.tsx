import { Plus } from 'lucide-react'
import type { PlanRecord } from '../../../../domain/records/plan.ts'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

/** The catalogue of what units can bring and mission types require. */
export function PlanCapabilities({ meta }: { meta: PlanRecord }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const edit = useEdit<'plan'>(meta)
  const canEdit = useSessionState((s) => s.canEdit)
  const { capabilities } = meta
  const isUsed = (key: string): boolean =>
    [...plan.all('mission-type'), ...plan.all('unit')].some((r) => r.capabilities.some((c) => c.capability === key))
  const add = (): void => {
    let number = capabilities.length + 1
    while (capabilities.some((c) => c.key === `capability-${number}`)) number += 1
    const name = { es: t('new.capability', { number }) }
    edit({ capabilities: [...capabilities, { key: `capability-${number}`, name }] })
  }
  return (
    <Section id="plan-capabilities" title={t('plan.capabilities')} count={capabilities.length} isOpenAtFirst={false}>
      <ul className="sheet-list">
        {capabilities.map((capability, index) => {
          const shown = capability.name[language] ?? capability.name.es
          return (
            <li key={capability.key} className="sheet-line">
              <RequiredTextField
                label={capability.key}
                isLabelHidden
                value={shown}
                isReadOnly={!canEdit}
                onCommit={(text) => {
                  const named = { ...capability, name: { ...capability.name, [language]: text } }
                  edit({ capabilities: capabilities.with(index, named) })
                }}
              />
              <RowRemove
                label={t('sheet.remove', { what: shown })}
                canEdit={canEdit && !isUsed(capability.key)}
                onPress={() => edit({ capabilities: capabilities.toSpliced(index, 1) })}
              />
            </li>
          )
        })}
      </ul>
      {canEdit ? (
        <div>
          <Button variant="quiet" icon={Plus} onPress={add}>
            {t('plan.add-capability')}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
