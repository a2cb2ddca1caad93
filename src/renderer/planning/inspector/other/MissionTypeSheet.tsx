import { type ComponentKind, ENABLER_KINDS, type EnablerKind } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import type { MissionType } from '../../../../domain/records/missionType.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useRecord, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { CapabilityQuantities } from '../CapabilityQuantities.tsx'
import { DurationFields } from '../DurationFields.tsx'
import { MissionLinks } from '../MissionLinks.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'
import { TypeConstraints } from './TypeConstraints.tsx'

const NONE: readonly Mission[] = []
const NO_ROLE = 'none'
const COMPONENTS: readonly ComponentKind[] = ['ground', 'naval', 'air', 'sof', 'partners']

/** A mission type: who may lead it, what it requires, needs and gives. */
export function MissionTypeSheet({ id }: { id: Id<'mission-type'> }) {
  const { t, name } = useTexts()
  const type = useRecord(id)
  const missions = useSessionState((s) => (s.revision < 0 ? NONE : (s.plan?.indexes.missionsOfType.get(id) ?? NONE)))
  if (type === undefined) return null
  return (
    <Sheet
      kind={t('kind.mission-type')}
      title={`${type.code} ${name(type.name)}`}
      aside={type.notional === true ? <Badge>{t('notional')}</Badge> : undefined}
    >
      <TypeIdentity type={type} />
      <TypeNeeds type={type} />
      <TypeConstraints type={type} />
      <MissionLinks missions={missions} />
    </Sheet>
  )
}

function TypeIdentity({ type }: { type: MissionType }) {
  const { t, name } = useTexts()
  const edit = useEdit<'mission-type'>(type)
  const canEdit = useSessionState((s) => s.canEdit)
  const { strategicRoles } = usePlanMeta()
  return (
    <Section id="type-identity" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('mission.code')}
        layout="beside"
        value={type.code}
        isReadOnly={!canEdit}
        onCommit={(code) => edit({ code })}
      />
      <RequiredTextField
        label={t('sheet.name-es')}
        layout="beside"
        value={type.name.es}
        isReadOnly={!canEdit}
        onCommit={(es) => edit({ name: { ...type.name, es } })}
      />
      <Select
        label={t('type.role')}
        layout="beside"
        isDisabled={!canEdit}
        options={[
          ...strategicRoles.map((role) => ({ id: role.key, label: name(role.name) })),
          { id: NO_ROLE, label: t('missions.none') },
        ]}
        value={type.role ?? NO_ROLE}
        onChange={(role) => edit({ role: role === NO_ROLE ? null : role })}
      />
      <DurationFields duration={type.duration} onCommit={(duration) => edit({ duration })} />
      {type.source === undefined ? null : <p className="sheet-note">{type.source}</p>}
    </Section>
  )
}

function TypeNeeds({ type }: { type: MissionType }) {
  const { t } = useTexts()
  const edit = useEdit<'mission-type'>(type)
  const canEdit = useSessionState((s) => s.canEdit)
  const toggled = <T extends string>(list: readonly T[], one: T): T[] =>
    list.includes(one) ? list.filter((x) => x !== one) : [...list, one]
  const choices = (field: 'enablers' | 'provides', list: readonly EnablerKind[]) => (
    <fieldset className="sheet-choices">
      <legend className="ui-field-label">{t(`type.${field}`)}</legend>
      {ENABLER_KINDS.map((kind) => (
        <Checkbox
          key={kind}
          isSelected={list.includes(kind)}
          isDisabled={!canEdit}
          onChange={() => edit({ [field]: toggled(list, kind) })}
        >
          {t(`enabler.${kind}`)}
        </Checkbox>
      ))}
    </fieldset>
  )
  return (
    <>
      <Section id="type-lead" title={t('type.components')} count={type.components.length}>
        <fieldset className="sheet-choices">
          <legend className="visually-hidden">{t('type.components')}</legend>
          {COMPONENTS.map((kind) => (
            <Checkbox
              key={kind}
              isSelected={type.components.includes(kind)}
              isDisabled={!canEdit || (type.components.length === 1 && type.components.includes(kind))}
              onChange={() => edit({ components: toggled(type.components, kind) })}
            >
              {t(`component.${kind}`)}
            </Checkbox>
          ))}
        </fieldset>
      </Section>
      <Section id="type-capabilities" title={t('unit.capabilities')} count={type.capabilities.length}>
        <CapabilityQuantities quantities={type.capabilities} onCommit={(capabilities) => edit({ capabilities })} />
      </Section>
      <Section id="type-enablers" title={t('type.enabling')}>
        {choices('enablers', type.enablers)}
        {choices('provides', type.provides)}
        <Switch
          isSelected={type.needsLegalBasis}
          isDisabled={!canEdit}
          onChange={(needsLegalBasis) => edit({ needsLegalBasis })}
        >
          {t('type.needs-legal-basis')}
        </Switch>
      </Section>
    </>
  )
}
