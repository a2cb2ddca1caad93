import type { LucideIcon } from 'lucide-react'
import { formatDtg } from '../../domain/time/dtg.ts'
import { formatRelative, toInstant } from '../../domain/time/planTime.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Mission } from '../../domain/records/mission.ts'
import { useSession } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { findMissions } from './findMissions.ts'
import { type PickerItem, PickerPopover } from './PickerPopover.tsx'
import { recordLine } from './recordText.ts'

interface MissionPickerProps {
  label: string
  icon?: LucideIcon
  accepts?: (mission: Mission) => boolean
  /** Minutes from H-hour: the closest in time stand first. */
  near?: number | null
  isDisabled?: boolean
  onPick: (id: Id<'mission'>) => void
}

const all = (): boolean => true

/** A button that opens the plan's missions to choose one. */
export function MissionPicker(props: MissionPickerProps) {
  const { label, icon, accepts = all, near = null, isDisabled = false, onPick } = props
  const { t, language } = useTexts()
  const { store } = useSession()
  const search = (query: string): readonly PickerItem[] => {
    const { plan } = store.getState()
    if (plan === null) return []
    const { hHour, timeZone } = plan.meta
    return findMissions(plan, query, accepts, near).map((mission) => ({
      id: mission.id,
      label: recordLine(mission, language),
      detail:
        mission.start === null
          ? t('mission.unscheduled')
          : `${formatDtg(toInstant(mission.start, hHour), timeZone, language)} · ${formatRelative(mission.start)}`,
    }))
  }
  return (
    <PickerPopover
      label={label}
      {...(icon === undefined ? {} : { icon })}
      isDisabled={isDisabled}
      search={search}
      onPick={(id) => onPick(id as Id<'mission'>)}
    />
  )
}
