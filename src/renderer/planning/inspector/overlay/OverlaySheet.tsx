import type { Id } from '../../../../domain/records/ids.ts'
import { measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { ECHELONS } from '../../../../domain/records/unit.ts'
import { measureTypeName } from '../../../fields/measureTypeName.ts'
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
import { OverlayCommand } from './OverlayCommand.tsx'
import { OverlayPoints } from './OverlayPoints.tsx'
import { OverlayTimes } from './OverlayTimes.tsx'

/** A control measure: what it is, whose, when, and each of its points. */
export function OverlaySheet({ id }: { id: Id<'overlay'> }) {
  const { t } = useTexts()
  const overlay = useRecord(id)
  if (overlay === undefined) return null
  const type = measureTypeOf(overlay)
  return (
    <Sheet
      kind={t('map-measures.kind')}
      title={overlay.name}
      menuOf="overlay"
      aside={
        <>
          {type === null ? null : <span>{measureTypeName(type, t)}</span>}
          {overlay.notional === true ? <Badge>{t('notional')}</Badge> : null}
        </>
      }
    >
      <SheetFindings id={id} />
      <OverlayFields overlay={overlay} />
      <OverlayCommand overlay={overlay} />
      <OverlayTimes overlay={overlay} />
      <OverlayPoints overlay={overlay} />
    </Sheet>
  )
}

/** The digit of a symbol's code that says whether it is there or planned. */
const STATUS_AT = 6
const MOST_METRES = 1_000_000

function OverlayFields({ overlay }: { overlay: Overlay }) {
  const { t } = useTexts()
  const edit = useEdit<'overlay'>(overlay)
  const canEdit = useSessionState((s) => s.canEdit)
  const isReadOnly = !canEdit
  const type = measureTypeOf(overlay)
  const symbol = overlay.symbol ?? type?.symbol ?? null
  return (
    <Section id="overlay" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('map-measures.name')}
        layout="beside"
        value={overlay.name}
        isReadOnly={isReadOnly}
        onCommit={(name) => edit({ name })}
      />
      {type?.shows.second === true ? (
        <TextField
          label={t('map-measures.second')}
          layout="beside"
          value={overlay.label2}
          isReadOnly={isReadOnly}
          maxLength={300}
          onCommit={(label2) => edit({ label2 })}
        />
      ) : null}
      {type?.shows.echelon === true ? (
        <Select
          label={t('map-measures.echelon')}
          layout="beside"
          options={ECHELONS.map((echelon) => ({ id: echelon, label: t(`echelon.${echelon}`) }))}
          value={overlay.echelon}
          isDisabled={!canEdit}
          onChange={(next) => edit({ echelon: ECHELONS.find((echelon) => echelon === next) ?? 'none' })}
        />
      ) : null}
      {symbol === null ? null : (
        <Select
          label={t('map-measures.status')}
          layout="beside"
          options={[
            { id: '0', label: t('map-measures.status.present') },
            { id: '1', label: t('map-measures.status.planned') },
          ]}
          value={symbol[STATUS_AT] === '1' ? '1' : '0'}
          isDisabled={!canEdit}
          onChange={(digit) => edit({ symbol: `${symbol.slice(0, STATUS_AT)}${digit}${symbol.slice(STATUS_AT + 1)}` })}
        />
      )}
      {(type?.widths ?? []).map((usual, index) => (
        <NumberField
          // The symbol takes its widths in a fixed order.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          label={t('map-measures.width')}
          layout="beside"
          unit="m"
          minValue={0}
          maxValue={MOST_METRES}
          step={50}
          isReadOnly={isReadOnly}
          value={overlay.widths[index] ?? usual}
          onCommit={(metres) => {
            if (type === null || metres === null) return
            edit({ widths: type.widths.map((other, i) => (i === index ? metres : (overlay.widths[i] ?? other))) })
          }}
        />
      ))}
    </Section>
  )
}
