import type { Id } from '../../../../domain/records/ids.ts'
import { MISSION_STATUSES, type Mission } from '../../../../domain/records/mission.ts'
import { ComponentMark } from '../../../fields/ComponentMark.tsx'
import { useAll } from '../../../fields/useAll.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useRecord, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'
import { useEdit } from '../useEdit.ts'
import { MissionAssignments } from './MissionAssignments.tsx'
import { MissionCapabilities } from './MissionCapabilities.tsx'
import { MissionDependencies } from './MissionDependencies.tsx'
import { MissionEnablers } from './MissionEnablers.tsx'
import { MissionObjectives } from './MissionObjectives.tsx'
import { MissionPlaces } from './MissionPlaces.tsx'
import { MissionSchedule } from './MissionSchedule.tsx'
import { MissionWords } from './MissionWords.tsx'

/** All of one mission. */
export function MissionSheet({ id }: { id: Id<'mission'> }) {
  const { t, name } = useTexts()
  const mission = useRecord(id)
  const type = useRecord(mission?.type ?? null)
  if (mission === undefined) return null
  return (
    <Sheet
      kind={t('sheet.mission')}
      title={`${mission.code} ${mission.title}`}
      menuOf="mission"
      aside={
        <>
          {type?.components.map((kind) => (
            <ComponentMark key={kind} kind={kind} />
          ))}
          {type === undefined ? null : <span>{name(type.name)}</span>}
          <Badge>{t(`status.${mission.status}`)}</Badge>
          {mission.notional === true ? <Badge>{t('notional')}</Badge> : null}
        </>
      }
    >
      <SheetFindings id={id} />
      <MissionSchedule mission={mission} />
      <MissionAssignments mission={mission} />
      <MissionCapabilities mission={mission} type={type} />
      <MissionEnablers mission={mission} type={type} />
      <MissionDependencies mission={mission} />
      <MissionPlaces mission={mission} />
      <MissionObjectives mission={mission} />
      <MissionIdentity mission={mission} />
      <MissionWords mission={mission} />
    </Sheet>
  )
}

const PRIORITIES = [1, 2, 3, 4, 5] as const
const NONE = 'none'

function MissionIdentity({ mission }: { mission: Mission }) {
  const { t, name, number } = useTexts()
  const edit = useEdit<'mission'>(mission)
  const canEdit = useSessionState((s) => s.canEdit)
  const types = useAll('mission-type')
  const { phases } = usePlanMeta()
  return (
    <Section id="mission-identity" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('mission.code')}
        layout="beside"
        value={mission.code}
        isReadOnly={!canEdit}
        onCommit={(code) => edit({ code })}
      />
      <RequiredTextField
        label={t('mission.title')}
        layout="beside"
        value={mission.title}
        isReadOnly={!canEdit}
        onCommit={(title) => edit({ title })}
      />
      <ComboBox
        label={t('mission.type')}
        layout="beside"
        options={types.map((one) => ({ id: one.id, label: `${one.code} ${name(one.name)}` }))}
        value={mission.type}
        isDisabled={!canEdit}
        emptyText={t('picker.none')}
        onChange={(id) => {
          if (id !== null && id !== mission.type) edit({ type: id as Id<'mission-type'> })
        }}
      />
      <Select
        label={t('mission.phase')}
        layout="beside"
        options={[
          ...phases.map((phase) => ({ id: phase.key, label: name(phase.name) })),
          { id: NONE, label: t('missions.without-phase') },
        ]}
        value={mission.phase ?? NONE}
        isDisabled={!canEdit}
        onChange={(key) => edit({ phase: key === NONE ? null : key })}
      />
      <Select
        label={t('mission.priority')}
        layout="beside"
        options={PRIORITIES.map((priority) => ({ id: String(priority), label: number(priority) }))}
        value={String(mission.priority)}
        isDisabled={!canEdit}
        onChange={(id) => edit({ priority: PRIORITIES.find((p) => String(p) === id) ?? mission.priority })}
      />
      <Select
        label={t('mission.status')}
        layout="beside"
        options={MISSION_STATUSES.map((status) => ({ id: status, label: t(`status.${status}`) }))}
        value={mission.status}
        isDisabled={!canEdit}
        onChange={(id) => edit({ status: MISSION_STATUSES.find((s) => s === id) ?? mission.status })}
      />
      <Switch
        isSelected={mission.notional === true}
        isDisabled={!canEdit}
        onChange={(isOn) => edit({ notional: isOn ? true : undefined })}
      >
        {t('notional')}
      </Switch>
    </Section>
  )
}
