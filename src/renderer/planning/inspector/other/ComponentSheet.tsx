import type { Component } from '../../../../domain/records/component.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { ComponentMark } from '../../../fields/ComponentMark.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { useRecord, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'
import { useEdit } from '../useEdit.ts'

const NONE: readonly Unit[] = []
const SHOWN = 100

/** A component and the units that stand under no other unit in it. */
export function ComponentSheet({ id }: { id: Id<'component'> }) {
  const { t, name } = useTexts()
  const component = useRecord(id)
  const units = useSessionState((s) => (s.revision < 0 ? NONE : (s.plan?.indexes.unitsOfComponent.get(id) ?? NONE)))
  if (component === undefined) return null
  const heads = units.filter((unit) => unit.parent === null)
  return (
    <Sheet
      kind={t('sheet.component')}
      title={name(component.name)}
      mark={<ComponentMark kind={component.kind} isDecoration />}
      aside={<span>{t(`component.${component.kind}`)}</span>}
    >
      <SheetFindings id={id} />
      <ComponentFields component={component} />
      <Section id="component-units" title={t('sheet.units')} count={units.length}>
        <ul className="sheet-list">
          {heads.slice(0, SHOWN).map((unit) => (
            <li key={unit.id} className="sheet-line">
              <RecordLink id={unit.id} isWhole />
            </li>
          ))}
        </ul>
        {units.length > Math.min(heads.length, SHOWN) ? (
          <p className="sheet-note">{t('sheet.and-more', { count: units.length - Math.min(heads.length, SHOWN) })}</p>
        ) : null}
      </Section>
    </Sheet>
  )
}

function ComponentFields({ component }: { component: Component }) {
  const { t } = useTexts()
  const edit = useEdit<'component'>(component)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  return (
    <Section id="component" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('sheet.name-es')}
        layout="beside"
        value={component.name.es}
        isReadOnly={isReadOnly}
        onCommit={(es) => edit({ name: { ...component.name, es } })}
      />
    </Section>
  )
}
