import { otherForms } from '../../../../domain/geo/formatCoordinates.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { PLACE_KINDS, type Place } from '../../../../domain/records/place.ts'
import { PlaceField } from '../../../fields/places/PlaceField.tsx'
import { useCoordinates } from '../../../fields/places/useCoordinates.ts'
import { useRecord, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'
import { useEdit } from '../useEdit.ts'

export function PlaceSheet({ id }: { id: Id<'place'> }) {
  const { t } = useTexts()
  const place = useRecord(id)
  if (place === undefined) return null
  return (
    <Sheet
      kind={t('sheet.place')}
      title={place.name}
      aside={
        <>
          <span>{t(`place-kind.${place.kind}`)}</span>
          {place.notional === true ? <Badge>{t('notional')}</Badge> : null}
        </>
      }
    >
      <SheetFindings id={id} />
      <PlaceFields place={place} />
    </Sheet>
  )
}

function PlaceFields({ place }: { place: Place }) {
  const { t, language } = useTexts()
  const edit = useEdit<'place'>(place)
  const canEdit = useSessionState((s) => s.canEdit)
  const { form } = useCoordinates()
  const isReadOnly = !canEdit
  const { position } = place
  return (
    <Section id="place" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('unit.name')}
        layout="beside"
        value={place.name}
        isReadOnly={isReadOnly}
        onCommit={(name) => edit({ name })}
      />
      <Select
        label={t('sheet.kind')}
        layout="beside"
        options={PLACE_KINDS.map((kind) => ({ id: kind, label: t(`place-kind.${kind}`) }))}
        value={place.kind}
        isDisabled={!canEdit}
        onChange={(id) => edit({ kind: PLACE_KINDS.find((k) => k === id) ?? place.kind })}
      />
      <PlaceField
        label={t('map-find.position')}
        description={position === null ? undefined : otherForms(position, form, language)[0]?.text}
        purpose={t('map-find.purpose-position', { name: place.name })}
        value={position === null ? null : { position }}
        isPosition
        canClear
        onChange={(choice) => {
          if (choice === null) edit({ position: null })
          else if ('position' in choice.location) edit({ position: choice.location.position })
        }}
      />
      <NumberField
        label={t('sheet.elevation')}
        layout="beside"
        unit="m"
        value={place.elevationM ?? null}
        minValue={-500}
        maxValue={30_000}
        step={1}
        isReadOnly={isReadOnly}
        onCommit={(elevation) => edit({ elevationM: elevation ?? undefined })}
      />
      <TextField
        label={t('sheet.province')}
        layout="beside"
        value={place.province}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(province) => edit({ province })}
      />
      <TextField
        label={t('sheet.department')}
        layout="beside"
        value={place.department}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(department) => edit({ department })}
      />
    </Section>
  )
}
