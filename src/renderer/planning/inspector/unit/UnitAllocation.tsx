import { Plus } from 'lucide-react'
import type { AllocationPeriod, Unit } from '../../../../domain/records/unit.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { InstantField } from '../../../fields/InstantField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

/** When the institution allocates the unit to the command; without a period it may be used at no time. */
export function UnitAllocation({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const canEdit = useSessionState((s) => s.canEdit)
  const { hHour, horizon } = usePlanMeta()
  const { allocation } = unit
  const set = (index: number, change: Partial<AllocationPeriod>): void => {
    const period = allocation[index]
    if (period !== undefined) edit({ allocation: allocation.with(index, { ...period, ...change }) })
  }
  // A further period begins where the last one ends.
  const nextFrom = allocation.at(-1)?.to ?? toInstant(horizon.from, hHour)
  return (
    <Section id="unit-allocation" title={t('unit.allocation')} count={allocation.length}>
      {allocation.length === 0 ? <p className="sheet-note">{t('unit.no-allocation')}</p> : null}
      <ul className="sheet-list">
        {allocation.map(({ from, to }, index) => (
          // Periods have no ids of their own: where one stands is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="sheet-line">
            <div className="sheet-pair sheet-grow">
              <InstantField
                label={t('sheet.from')}
                value={from}
                isRequired
                isReadOnly={!canEdit}
                refuse={(at) => (at !== null && to !== null && at >= to ? t('sheet.from-after-to') : null)}
                onCommit={(at) => {
                  if (at !== null) set(index, { from: at })
                }}
              />
              <InstantField
                label={t('sheet.to')}
                value={to}
                placeholder={t('sheet.open-end')}
                isReadOnly={!canEdit}
                refuse={(at) => (at !== null && at <= from ? t('sheet.from-after-to') : null)}
                onCommit={(at) => set(index, { to: at })}
              />
            </div>
            <RowRemove
              label={t('sheet.remove-period', { number: index + 1 })}
              canEdit={canEdit}
              onPress={() => edit({ allocation: allocation.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ul>
      {canEdit ? (
        <div>
          <Button
            variant="quiet"
            icon={Plus}
            onPress={() => edit({ allocation: [...allocation, { from: nextFrom, to: null }] })}
          >
            {t('unit.add-period')}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
