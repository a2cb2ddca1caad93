import { Plus, X } from 'lucide-react'
import { ASSIGNMENT_PARTS, type Assignment } from '../../../../domain/records/assignment.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { MilitarySymbol } from '../../../fields/MilitarySymbol.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { UnitPicker } from '../../../fields/UnitPicker.tsx'
import { useRecord, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'
import { useCapabilityName } from '../useCapabilityName.ts'

const NONE: readonly Assignment[] = []

/** Who: the units on a mission, in what part and with what. */
export function MissionAssignments({ mission }: { mission: Mission }) {
  const { t } = useTexts()
  const session = useSession()
  const canEdit = useSessionState((s) => s.canEdit)
  const assignments = useSessionState((s) =>
    s.revision < 0 ? NONE : (s.plan?.indexes.assignmentsOfMission.get(mission.id) ?? NONE),
  )
  const hasLead = assignments.some((a) => a.part === 'supported')
  return (
    <Section id="mission-assignments" title={t('sheet.assignments')} count={assignments.length}>
      {assignments.length === 0 ? (
        <p className="sheet-note">{t('sheet.no-units')}</p>
      ) : (
        <ul className="sheet-list">
          {assignments.map((assignment) => (
            <AssignmentItem key={assignment.id} assignment={assignment} canEdit={canEdit} />
          ))}
        </ul>
      )}
      {canEdit ? (
        <div>
          <UnitPicker
            label={t('sheet.assign-unit')}
            icon={Plus}
            mission={mission}
            onPick={(unit) =>
              session.dispatch({
                type: 'assignUnit',
                mission: mission.id,
                unit,
                part: hasLead ? 'supporting' : 'supported',
              })
            }
          />
        </div>
      ) : null}
    </Section>
  )
}

function AssignmentItem({ assignment, canEdit }: { assignment: Assignment; canEdit: boolean }) {
  const { t } = useTexts()
  const session = useSession()
  const edit = useEdit<'assignment'>(assignment)
  const unit = useRecord(assignment.unit)
  const capabilityName = useCapabilityName()
  const named = unit?.designation || unit?.name || assignment.unit
  const has = (key: string): number => unit?.capabilities.find((c) => c.capability === key)?.quantity ?? 0
  const others = (unit?.capabilities ?? []).filter((c) => !assignment.brings.some((b) => b.capability === c.capability))
  const setBrings = (capability: string, quantity: number): void => {
    const rest = assignment.brings.filter((b) => b.capability !== capability)
    if (quantity === 0) return edit({ brings: rest })
    const at = assignment.brings.findIndex((b) => b.capability === capability)
    edit({ brings: rest.toSpliced(at < 0 ? rest.length : at, 0, { capability, quantity }) })
  }
  return (
    <li className="sheet-item">
      <div className="sheet-line">
        {unit === undefined ? null : <MilitarySymbol code={unit.symbol} size={20} />}
        <span className="sheet-grow">
          <RecordLink id={assignment.unit} />
        </span>
        <Select
          label={t('sheet.part-of', { unit: named })}
          isLabelHidden
          options={ASSIGNMENT_PARTS.map((part) => ({ id: part, label: t(`part.${part}`) }))}
          value={assignment.part}
          isDisabled={!canEdit}
          onChange={(id) => edit({ part: ASSIGNMENT_PARTS.find((p) => p === id) ?? assignment.part })}
        />
        {canEdit ? (
          <IconButton
            icon={X}
            label={t('sheet.unassign', { unit: named })}
            onPress={() => session.dispatch({ type: 'removeRecords', ids: [assignment.id] })}
          />
        ) : null}
      </div>
      {assignment.brings.map(({ capability, quantity }) => (
        <NumberField
          key={capability}
          label={t('sheet.of-its', { capability: capabilityName(capability), has: has(capability) })}
          layout="beside"
          value={quantity}
          minValue={0}
          maxValue={Math.max(has(capability), quantity)}
          step={1}
          isReadOnly={!canEdit}
          onCommit={(next) => setBrings(capability, next ?? 0)}
        />
      ))}
      {canEdit && others.length > 0 ? (
        <Select
          label={t('sheet.brings-also')}
          layout="beside"
          placeholder={t('sheet.choose')}
          options={others.map((c) => ({
            id: c.capability,
            label: capabilityName(c.capability),
            detail: `${c.quantity}`,
          }))}
          value={null}
          onChange={(key) => setBrings(key, has(key))}
        />
      ) : null}
    </li>
  )
}
