import type { CapabilityQuantity } from '../../../domain/records/common.ts'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { RowRemove } from './RowRemove.tsx'
import { useCapabilityName } from './useCapabilityName.ts'

interface CapabilityQuantitiesProps {
  quantities: readonly CapabilityQuantity[]
  onCommit: (quantities: CapabilityQuantity[]) => void
}

/** So much of each capability, and a way to add one of the plan's catalogue that is not there. */
export function CapabilityQuantities({ quantities, onCommit }: CapabilityQuantitiesProps) {
  const { t, name } = useTexts()
  const canEdit = useSessionState((s) => s.canEdit)
  const { capabilities: catalogue } = usePlanMeta()
  const nameOf = useCapabilityName()
  const missing = catalogue.filter((c) => !quantities.some((own) => own.capability === c.key))
  return (
    <>
      <ul className="sheet-list">
        {quantities.map(({ capability, quantity }, index) => (
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
                if (next !== null) onCommit(quantities.with(index, { capability, quantity: next }))
              }}
            />
            <RowRemove
              label={t('sheet.remove', { what: nameOf(capability) })}
              canEdit={canEdit}
              onPress={() => onCommit(quantities.toSpliced(index, 1))}
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
          onChange={(capability) => onCommit([...quantities, { capability, quantity: 1 }])}
        />
      ) : null}
    </>
  )
}
