import { type MissionType, SEASONS } from '../../../../domain/records/missionType.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

const LIGHTS = ['any', 'day', 'night'] as const
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** When and where missions of a type may be: light, moon, months, seasons, height. The check and the proposals keep to it. */
export function TypeConstraints({ type }: { type: MissionType }) {
  const { t } = useTexts()
  const edit = useEdit<'mission-type'>(type)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const { constraints } = type
  const set = (change: Partial<MissionType['constraints']>): void =>
    edit({ constraints: { ...constraints, ...change } })
  return (
    <Section id="type-constraints" title={t('type.constraints')}>
      <Select
        label={t('type.light')}
        layout="beside"
        isDisabled={isReadOnly}
        options={LIGHTS.map((light) => ({ id: light, label: t(`type.light-${light}`) }))}
        value={constraints.light}
        onChange={(id) => set({ light: LIGHTS.find((light) => light === id) ?? constraints.light })}
      />
      <NumberField
        label={t('type.moon')}
        layout="beside"
        unit="%"
        placeholder={t('type.no-limit')}
        value={constraints.minIlluminationPercent}
        minValue={0}
        maxValue={100}
        isReadOnly={isReadOnly}
        onCommit={(minIlluminationPercent) => set({ minIlluminationPercent })}
      />
      <NumberField
        label={t('type.altitude')}
        layout="beside"
        unit="m"
        placeholder={t('type.no-limit')}
        value={constraints.maxAltitudeM}
        minValue={0}
        maxValue={9_000}
        isReadOnly={isReadOnly}
        onCommit={(maxAltitudeM) => set({ maxAltitudeM })}
      />
      <fieldset className="sheet-choices">
        <legend className="ui-field-label">{t('type.avoids')}</legend>
        {SEASONS.map((season) => (
          <Checkbox
            key={season}
            isSelected={constraints.avoids.includes(season)}
            isDisabled={isReadOnly}
            onChange={(isAvoided) =>
              set({ avoids: SEASONS.filter((s) => (s === season ? isAvoided : constraints.avoids.includes(s))) })
            }
          >
            {t(`type.season-${season}`)}
          </Checkbox>
        ))}
      </fieldset>
      <Months months={constraints.months} isReadOnly={isReadOnly} onChange={(months) => set({ months })} />
    </Section>
  )
}

interface MonthsProps {
  readonly months: readonly number[] | null
  readonly isReadOnly: boolean
  readonly onChange: (months: number[] | null) => void
}

/** Months it may be done in; all of them and none of them both mean any. */
function Months({ months, isReadOnly, onChange }: MonthsProps) {
  const { t, language } = useTexts()
  const format = new Intl.DateTimeFormat(language === 'es' ? 'es-PE' : 'en', { month: 'short', timeZone: 'UTC' })
  const isAny = months === null || months.length === 0
  const isIn = (month: number): boolean => isAny || months.includes(month)
  return (
    <fieldset className="sheet-choices">
      <legend className="ui-field-label">{t('type.months')}</legend>
      {MONTHS.map((month) => (
        <Checkbox
          key={month}
          isSelected={isIn(month)}
          isDisabled={isReadOnly || (!isAny && months.length === 1 && months.includes(month))}
          onChange={(isChosen) => {
            const chosen = MONTHS.filter((m) => (m === month ? isChosen : isIn(m)))
            onChange(chosen.length === MONTHS.length ? null : chosen)
          }}
        >
          {format.format(Date.UTC(2023, month - 1, 15))}
        </Checkbox>
      ))}
    </fieldset>
  )
}
