import { superiorAt } from '../../../../domain/plan/unitStates.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { ArrowUp, X } from 'lucide-react'
import type { Id } from '../../../../domain/records/ids.ts'
import { ECHELONS, type Unit } from '../../../../domain/records/unit.ts'
import { ComponentMark } from '../../../fields/ComponentMark.tsx'
import { MilitarySymbol } from '../../../fields/MilitarySymbol.tsx'
import { dispatchAt } from '../../../fields/places/PlaceChoice.ts'
import { PlaceField } from '../../../fields/places/PlaceField.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { UnitPicker } from '../../../fields/UnitPicker.tsx'
import { useRecord, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'
import { useEdit } from '../useEdit.ts'
import { UnitAllocation } from './UnitAllocation.tsx'
import { UnitCapabilities } from './UnitCapabilities.tsx'
import { UnitLocations } from './UnitLocations.tsx'
import { UnitMissions } from './UnitMissions.tsx'
import { UnitMobility } from './UnitMobility.tsx'
import { UnitReadiness } from './UnitReadiness.tsx'
import { UnitSorties } from './UnitSorties.tsx'

/** All of one unit. */
export function UnitSheet({ id }: { id: Id<'unit'> }) {
  const { t } = useTexts()
  const unit = useRecord(id)
  const component = useRecord(unit?.component ?? null)
  if (unit === undefined) return null
  return (
    <Sheet
      kind={t('sheet.unit')}
      title={unit.designation === '' ? unit.name : unit.designation}
      menuOf="unit"
      mark={<MilitarySymbol code={unit.symbol} size={36} />}
      aside={
        <>
          {component === undefined ? null : (
            <>
              <ComponentMark kind={component.kind} isDecoration />
              <RecordLink id={component.id} />
            </>
          )}
          {unit.notional === true ? <Badge>{t('notional')}</Badge> : null}
        </>
      }
    >
      <SheetFindings id={id} />
      <UnitIdentity unit={unit} />
      <UnitMissions unit={unit} />
      <UnitCapabilities unit={unit} />
      <UnitMobility unit={unit} />
      <UnitSorties unit={unit} />
      <UnitAllocation unit={unit} />
      <UnitReadiness unit={unit} />
      <UnitLocations unit={unit} />
      <UnitNotes unit={unit} />
    </Sheet>
  )
}

const OWNERS = ['army', 'navy', 'air-force', 'joint', 'police', 'other'] as const

function UnitIdentity({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const session = useSession()
  const edit = useEdit<'unit'>(unit)
  const canEdit = useSessionState((s) => s.canEdit)
  const isReadOnly = !canEdit
  const { hHour } = usePlanMeta()
  const now = useSessionState((s) => toInstant(s.time, hHour))
  const superior = superiorAt(unit, now)
  // A unit that changes superiors by date gets one more date; what was before and what comes after stay.
  const isDated = unit.states.superior.length > 0
  const from = isDated ? now : null
  return (
    <Section id="unit-identity" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('unit.name')}
        layout="beside"
        value={unit.name}
        isReadOnly={isReadOnly}
        onCommit={(name) => edit({ name })}
      />
      <TextField
        label={t('unit.designation')}
        layout="beside"
        value={unit.designation}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(designation) => edit({ designation })}
      />
      <dl className="sheet-fact">
        <dt>{t('unit.superior')}</dt>
        <dd>
          {superior === null ? (
            <span className="sheet-faint">{t('unit.no-superior')}</span>
          ) : (
            <RecordLink id={superior} />
          )}
          {isDated ? <span className="sheet-faint"> {t('unit.superior-dated')}</span> : null}
        </dd>
      </dl>
      {canEdit ? (
        <div className="sheet-line">
          <UnitPicker
            label={t('unit.change-superior')}
            icon={ArrowUp}
            without={unit.id}
            onPick={(next) => session.dispatch({ type: 'attachUnits', units: [unit.id], superior: next, from })}
          />
          {superior === null ? null : (
            <Button
              variant="quiet"
              icon={X}
              onPress={() =>
                session.dispatch({
                  type: 'attachUnits',
                  units: [unit.id],
                  superior: null,
                  component: unit.component,
                  from,
                })
              }
            >
              {t('unit.detach')}
            </Button>
          )}
        </div>
      ) : null}
      <Select
        label={t('unit.echelon')}
        layout="beside"
        options={ECHELONS.map((echelon) => ({ id: echelon, label: t(`echelon.${echelon}`) }))}
        value={unit.echelon}
        isDisabled={!canEdit}
        onChange={(id) => edit({ echelon: ECHELONS.find((e) => e === id) ?? unit.echelon })}
      />
      <Select
        label={t('unit.owner')}
        layout="beside"
        options={OWNERS.map((owner) => ({ id: owner, label: t(`owner.${owner}`) }))}
        value={unit.owner}
        isDisabled={!canEdit}
        onChange={(id) => edit({ owner: OWNERS.find((o) => o === id) ?? unit.owner })}
      />
      <NumberField
        label={t('unit.strength')}
        layout="beside"
        value={unit.strength}
        minValue={0}
        maxValue={1_000_000}
        step={1}
        isReadOnly={isReadOnly}
        onCommit={(strength) => edit({ strength })}
      />
      <NumberField
        label={t('unit.supply-days')}
        layout="beside"
        unit={t('unit.days')}
        value={unit.supplyDays ?? null}
        minValue={0}
        maxValue={365}
        isReadOnly={isReadOnly}
        onCommit={(days) => edit({ supplyDays: days ?? undefined })}
      />
      <PlaceField
        label={t('unit.home')}
        purpose={t('map-find.purpose-home', { name: unit.designation === '' ? unit.name : unit.designation })}
        value={unit.home}
        canClear
        onChange={(choice) => dispatchAt(session, choice?.added ?? null, [unit.id], { home: choice?.location ?? null })}
      />
      <Switch isSelected={unit.splittable} isDisabled={!canEdit} onChange={(splittable) => edit({ splittable })}>
        {t('unit.splittable')}
      </Switch>
    </Section>
  )
}

function UnitNotes({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  return (
    <Section id="unit-notes" title={t('mission.notes')}>
      <TextArea
        label={t('mission.notes')}
        value={unit.notes}
        isReadOnly={isReadOnly}
        maxLength={20_000}
        onCommit={(notes) => edit({ notes })}
      />
      <TextField
        label={t('mission.source')}
        layout="beside"
        value={unit.source ?? ''}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(source) => edit({ source })}
      />
    </Section>
  )
}
