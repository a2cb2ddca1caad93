import { MOBILITY_MODES, type MobilityMode, type Unit } from '../../../../domain/records/unit.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

/** Where a mode begins before the planner says how fast the unit is: a round figure in reach of the mode, km/h. */
const FIRST_SPEED: Record<MobilityMode, number> = {
  foot: 4,
  road: 30,
  river: 15,
  'fixed-wing': 300,
  'rotary-wing': 180,
}

/** How the unit moves, and how fast. */
export function UnitMobility({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const canEdit = useSessionState((s) => s.canEdit)
  const { mobility } = unit
  const missing = MOBILITY_MODES.filter((mode) => !mobility.some((own) => own.mode === mode))
  return (
    <Section id="unit-mobility" title={t('unit.mobility')} count={mobility.length}>
      <ul className="sheet-list">
        {mobility.map(({ mode, speedKmh }, index) => (
          <li key={mode} className="sheet-line">
            <NumberField
              label={t(`mobility.${mode}`)}
              layout="beside"
              unit="km/h"
              value={speedKmh}
              minValue={0.1}
              maxValue={2_000}
              isReadOnly={!canEdit}
              onCommit={(speed) => {
                if (speed !== null) edit({ mobility: mobility.with(index, { mode, speedKmh: speed }) })
              }}
            />
            <RowRemove
              label={t('sheet.remove', { what: t(`mobility.${mode}`) })}
              canEdit={canEdit}
              onPress={() => edit({ mobility: mobility.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ul>
      {canEdit && missing.length > 0 ? (
        <Select
          label={t('unit.add-mobility')}
          layout="beside"
          placeholder={t('sheet.choose')}
          options={missing.map((mode) => ({ id: mode, label: t(`mobility.${mode}`) }))}
          value={null}
          onChange={(id) => {
            const mode = missing.find((m) => m === id)
            if (mode !== undefined) edit({ mobility: [...mobility, { mode, speedKmh: FIRST_SPEED[mode] }] })
          }}
        />
      ) : null}
    </Section>
  )
}
