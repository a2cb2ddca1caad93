import type { LucideIcon } from 'lucide-react'
import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import type { CapabilityQuantity } from '../../domain/records/common.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Mission } from '../../domain/records/mission.ts'
import type { Unit } from '../../domain/records/unit.ts'
import { useSession } from '../session/SessionContext.tsx'
import { type Texts, useTexts } from '../texts/TextContext.tsx'
import { MilitarySymbol } from './MilitarySymbol.tsx'
import { type PickerItem, PickerPopover } from './PickerPopover.tsx'
import { rankUnits, unitOutlook } from './rankUnits.ts'
import { recordLine } from './recordText.ts'

interface UnitPickerProps {
  label: string
  icon?: LucideIcon
  /** Ranks units by their use for it and says what each brings and whether it is free. */
  mission?: Mission
  without?: Id<'unit'>
  isDisabled?: boolean
  onPick: (id: Id<'unit'>) => void
}

/** A button that opens the plan's units to choose one. */
export function UnitPicker({ label, icon, mission, without, isDisabled = false, onPick }: UnitPickerProps) {
  const texts = useTexts()
  const { store } = useSession()
  const search = (query: string): readonly PickerItem[] => {
    const { plan } = store.getState()
    if (plan === null) return []
    return rankUnits(plan, query, mission ?? null, without).map((unit) => ({
      id: unit.id,
      label: recordLine(unit, texts.language),
      detail: mission === undefined ? componentName(plan, unit, texts) : outlookText(plan, unit, mission, texts),
      mark: <MilitarySymbol code={unit.symbol} size={20} />,
    }))
  }
  return (
    <PickerPopover
      label={label}
      {...(icon === undefined ? {} : { icon })}
      isDisabled={isDisabled}
      search={search}
      onPick={(id) => onPick(id as Id<'unit'>)}
    />
  )
}

function componentName(plan: PlanReader, unit: Unit, { name }: Texts): string {
  const component = plan.get(unit.component)
  return component === undefined ? '' : name(component.name)
}

function outlookText(plan: PlanReader, unit: Unit, mission: Mission, texts: Texts): string {
  const { t, name } = texts
  const outlook = unitOutlook(plan, unit, mission)
  const say = (list: readonly CapabilityQuantity[]): string =>
    list
      .map(({ capability, quantity }) => {
        const known = plan.meta.capabilities.find((c) => c.key === capability)
        return `${quantity} ${known === undefined ? capability : name(known.name)}`
      })
      .join(', ')
  const words = [
    outlook.brings.length > 0
      ? t('picker.brings', { what: say(outlook.brings) })
      : outlook.has.length > 0
        ? t('picker.has', { what: say(outlook.has) })
        : t('picker.brings-nothing'),
  ]
  if (outlook.busyWith !== null) words.push(t('picker.busy', { code: outlook.busyWith.code }))
  else if (outlook.isTimed) words.push(outlook.isAllocated ? t('picker.free') : t('picker.not-allocated'))
  return words.join(' · ')
}
