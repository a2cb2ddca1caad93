import type { Unit } from '../../../../domain/records/unit.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { useCapabilityName } from '../useCapabilityName.ts'
import { useEdit } from '../useEdit.ts'

/** What the unit can bring in all. */
export function UnitCapabilities({ unit }: { unit: Unit }) {
  const { t, name } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const canEdit = useSessionState((s) => s.canEdit)
  const { capabilities: catalogue } = usePlanMeta()
  const nameOf = useCapabilityName()
  const { capabilities } = unit
  const missing = catalogue.filter((c) => !capabilities.some((own) => own.capability === c.key))
  return (
    <Section id="unit-capabilities" title={t('unit.capabilities')} count={capabilities.length}>
      <ul className="sheet-list">
        {capabilities.map(({ capability, quantity }, index) => (
          <li key={capability} className="sheet-line">
            <NumberField
              label={nameOf(capability)}
              layout="beside"
              value={quantity}
              minValue={1}
              maxValue={100_000}
              step={1}
              isReadOnly={!canEdit}
              onCommit={(next) => {
                if (next !== null) edit({ capabilities: capabilities.with(index, { capability, quantity: next }) })
              }}
            />
            <RowRemove
              label={t('sheet.remove', { what: nameOf(capability) })}
              canEdit={canEdit}
              onPress={() => edit({ capabilities: capabilities.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ul>
      {canEdit && missing.length > 0 ? (
        <Select
          label={t('unit.add-capability')}
          layout="beside"
          placeholder={t('sheet.choose')}
          options={missing.map((c) => ({ id: c.key, label: name(c.name) }))}
          value={null}
          onChange={(capability) => edit({ capabilities: [...capabilities, { capability, quantity: 1 }] })}
        />
      ) : null}
    </Section>
  )
}
