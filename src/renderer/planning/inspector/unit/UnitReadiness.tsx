import { useState } from 'react'
import type { Unit } from '../../../../domain/records/unit.ts'
import { InstantField } from '../../../fields/InstantField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'
import { AddState } from './AddState.tsx'
import { withState, withStateMoved } from './datedStates.ts'
import { ReadinessLine } from './ReadinessLine.tsx'

/** Readiness in percent, each holding from its date on. */
export function UnitReadiness({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const canEdit = useSessionState((s) => s.canEdit)
  const { parameters } = usePlanMeta()
  const [percent, setPercent] = useState<number | null>(null)
  const { readiness } = unit.states
  const set = (next: typeof readiness): void => edit({ states: { ...unit.states, readiness: next } })
  return (
    <Section id="unit-readiness" title={t('unit.readiness')} count={readiness.length} isOpenAtFirst={false}>
      {readiness.length > 1 ? (
        <ReadinessLine
          states={readiness}
          threshold={parameters.find((p) => p.key === 'readiness-threshold-percent')?.value ?? null}
        />
      ) : null}
      <ul className="sheet-list">
        {readiness.map((state, index) => (
          <li key={state.from} className="sheet-line">
            <InstantField
              label={t('sheet.from')}
              isLabelHidden
              value={state.from}
              isRequired
              isReadOnly={!canEdit}
              refuse={(at) =>
                at !== null && withStateMoved(readiness, index, at) === null ? t('sheet.date-taken') : null
              }
              onCommit={(at) => {
                const moved = at === null ? null : withStateMoved(readiness, index, at)
                if (moved !== null) set(moved)
              }}
            />
            <div className="sheet-number">
              <NumberField
                label={t('unit.readiness')}
                isLabelHidden
                unit="%"
                value={state.percent}
                minValue={0}
                maxValue={100}
                isReadOnly={!canEdit}
                onCommit={(next) => {
                  if (next !== null) set(readiness.with(index, { ...state, percent: next }))
                }}
              />
            </div>
            <RowRemove
              label={t('sheet.remove-period', { number: index + 1 })}
              canEdit={canEdit}
              onPress={() => set(readiness.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      {canEdit ? (
        <AddState
          isReady={percent !== null}
          onAdd={(from) => {
            if (percent !== null) set(withState(readiness, { from, percent }))
            setPercent(null)
          }}
        >
          <NumberField
            label={t('unit.readiness')}
            unit="%"
            value={percent}
            minValue={0}
            maxValue={100}
            onCommit={setPercent}
          />
        </AddState>
      ) : null}
    </Section>
  )
}
