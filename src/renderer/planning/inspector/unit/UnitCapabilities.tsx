import type { Unit } from '../../../../domain/records/unit.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { CapabilityQuantities } from '../CapabilityQuantities.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

/** What the unit can bring in all. */
export function UnitCapabilities({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const { capabilities } = unit
  return (
    <Section id="unit-capabilities" title={t('unit.capabilities')} count={capabilities.length}>
      <CapabilityQuantities quantities={capabilities} onCommit={(next) => edit({ capabilities: next })} />
    </Section>
  )
}
