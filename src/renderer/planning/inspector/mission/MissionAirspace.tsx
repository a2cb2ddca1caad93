import type { Mission } from '../../../../domain/records/mission.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { useEdit } from '../useEdit.ts'

const LOWEST_M = -500
const HIGHEST_M = 30_000

/** How thick a band is at first, of which one end has been stated. */
const FIRST_BAND_M = 300

/** Between which heights the mission's aircraft fly; either field emptied takes both away. */
export function MissionAirspace({ mission }: { mission: Mission }) {
  const { t } = useTexts()
  const edit = useEdit<'mission'>(mission)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const { airspace } = mission
  const set = (lowM: number | null, highM: number | null): void => {
    if (lowM === null || highM === null) edit({ airspace: undefined })
    else edit({ airspace: { lowM, highM } })
  }
  const highest = airspace?.highM ?? HIGHEST_M
  const lowest = airspace?.lowM ?? LOWEST_M
  return (
    <div className="sheet-pair">
      <NumberField
        label={t('mission.airspace-low')}
        unit="m"
        value={airspace?.lowM ?? null}
        minValue={LOWEST_M}
        maxValue={highest - 1}
        step={1}
        isReadOnly={isReadOnly}
        onCommit={(low) => set(low, airspace?.highM ?? Math.min(HIGHEST_M, (low ?? 0) + FIRST_BAND_M))}
      />
      <NumberField
        label={t('mission.airspace-high')}
        unit="m"
        value={airspace?.highM ?? null}
        minValue={lowest + 1}
        maxValue={HIGHEST_M}
        step={1}
        isReadOnly={isReadOnly}
        onCommit={(high) => set(airspace?.lowM ?? Math.max(LOWEST_M, (high ?? 0) - FIRST_BAND_M), high)}
      />
    </div>
  )
}
