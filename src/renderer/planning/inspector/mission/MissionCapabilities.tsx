import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import type { MissionType } from '../../../../domain/records/missionType.ts'
import { usePlan } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { ToneIcon } from '../../../ui/ToneIcon.tsx'
import { Section } from '../Sheet.tsx'
import { useCapabilityName } from '../useCapabilityName.ts'

interface MissionCapabilitiesProps {
  mission: Mission
  type: MissionType | undefined
}

/** What the mission's type asks for against what its units bring. */
export function MissionCapabilities({ mission, type }: MissionCapabilitiesProps) {
  const { t } = useTexts()
  const plan = usePlan()
  const capabilityName = useCapabilityName()
  const asked = type?.capabilities ?? []
  return (
    <Section id="mission-capabilities" title={t('sheet.required')} count={asked.length}>
      {asked.length === 0 ? (
        <p className="sheet-note">{t('sheet.nothing-required')}</p>
      ) : (
        <ul className="sheet-list">
          {asked.map(({ capability, quantity }) => {
            const brought = broughtOf(plan, mission, capability)
            const isCovered = brought >= quantity
            return (
              <li key={capability} className="sheet-line">
                <span className="sheet-grow">{capabilityName(capability)}</span>
                <span className={isCovered ? 'sheet-covered' : 'sheet-short'}>
                  <ToneIcon tone={isCovered ? 'ok' : 'error'} size={14} />
                  {isCovered
                    ? t('sheet.covered', { brought, quantity })
                    : t('sheet.short', { brought, quantity, lacking: quantity - brought })}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

/** A reserve is not committed and brings nothing yet, and nobody brings more than it has: as the check counts. */
function broughtOf(plan: PlanReader, mission: Mission, capability: string): number {
  let sum = 0
  for (const { part, brings, unit } of plan.indexes.assignmentsOfMission.get(mission.id)) {
    if (part === 'reserve') continue
    const has = plan.get(unit)?.capabilities.find((c) => c.capability === capability)?.quantity ?? 0
    sum += Math.min(has, brings.find((b) => b.capability === capability)?.quantity ?? 0)
  }
  return sum
}
