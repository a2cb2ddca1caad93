import type { Unit } from '../../../../domain/records/unit.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

/** Where the figures begin before the planner states them: one aircraft or boat, always there, one turn a day. */
const FIRST = { vehicles: 1, availablePercent: 100, turnsPerDay: 1 }

/** How many sorties a day the unit's aircraft or boats can fly or run; a unit without them has no limit. */
export function UnitSorties({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const { sorties } = unit
  if (sorties === null) {
    return (
      <Section id="unit-sorties" title={t('unit.sorties')}>
        <p className="sheet-note">{t('unit.no-sorties')}</p>
        {isReadOnly ? null : (
          <Button variant="quiet" onPress={() => edit({ sorties: FIRST })}>
            {t('unit.limit-sorties')}
          </Button>
        )}
      </Section>
    )
  }
  const field = (key: keyof typeof FIRST, most: number, step: number, figure?: string) => (
    <NumberField
      label={t(`unit.sorties-${key}`)}
      layout="beside"
      {...(figure === undefined ? {} : { unit: figure })}
      value={sorties[key]}
      minValue={0}
      maxValue={most}
      step={step}
      isReadOnly={isReadOnly}
      onCommit={(value) => {
        if (value !== null) edit({ sorties: { ...sorties, [key]: value } })
      }}
    />
  )
  return (
    <Section id="unit-sorties" title={t('unit.sorties')}>
      {field('vehicles', 10_000, 1)}
      {field('availablePercent', 100, 1, '%')}
      {field('turnsPerDay', 48, 0.5)}
      {isReadOnly ? null : (
        <Button variant="quiet" onPress={() => edit({ sorties: null })}>
          {t('unit.free-sorties')}
        </Button>
      )}
    </Section>
  )
}
