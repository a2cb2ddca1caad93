import type { Id } from '../../../../domain/records/ids.ts'
import type { LegalBasis } from '../../../../domain/records/legalBasis.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { InstantField } from '../../../fields/InstantField.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { useRecord, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { MissionLinks } from '../MissionLinks.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'
import { useEdit } from '../useEdit.ts'

const NONE: readonly Mission[] = []
const KINDS = ['state-of-emergency', 'support-to-police', 'disaster', 'other'] as const

/** What missions rest on in law. */
export function LegalBasisSheet({ id }: { id: Id<'legal-basis'> }) {
  const { t } = useTexts()
  const basis = useRecord(id)
  const missions = useSessionState((s) =>
    s.revision < 0 ? NONE : (s.plan?.indexes.missionsOfLegalBasis.get(id) ?? NONE),
  )
  if (basis === undefined) return null
  return (
    <Sheet
      kind={t('mission.legal-basis')}
      title={basis.document}
      aside={basis.notional === true ? <Badge>{t('notional')}</Badge> : undefined}
    >
      <SheetFindings id={id} />
      <LegalBasisFields basis={basis} />
      <MissionLinks missions={missions} />
    </Sheet>
  )
}

function LegalBasisFields({ basis }: { basis: LegalBasis }) {
  const { t } = useTexts()
  const edit = useEdit<'legal-basis'>(basis)
  const canEdit = useSessionState((s) => s.canEdit)
  const isReadOnly = !canEdit
  const { from, to } = basis
  return (
    <Section id="legal-basis" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('legal.document')}
        layout="beside"
        value={basis.document}
        isReadOnly={isReadOnly}
        onCommit={(document) => edit({ document })}
      />
      <Select
        label={t('sheet.kind')}
        layout="beside"
        options={KINDS.map((kind) => ({ id: kind, label: t(`legal.${kind}`) }))}
        value={basis.kind}
        isDisabled={!canEdit}
        onChange={(id) => edit({ kind: KINDS.find((k) => k === id) ?? basis.kind })}
      />
      <InstantField
        label={t('sheet.from')}
        layout="beside"
        value={from}
        isRequired
        isReadOnly={isReadOnly}
        refuse={(at) => (at !== null && to !== null && at >= to ? t('sheet.from-after-to') : null)}
        onCommit={(at) => {
          if (at !== null) edit({ from: at })
        }}
      />
      <InstantField
        label={t('sheet.to')}
        layout="beside"
        value={to}
        placeholder={t('sheet.open-end')}
        isReadOnly={isReadOnly}
        refuse={(at) => (at !== null && at <= from ? t('sheet.from-after-to') : null)}
        onCommit={(at) => edit({ to: at })}
      />
      <TextField
        label={t('legal.requester')}
        layout="beside"
        value={basis.requester}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(requester) => edit({ requester })}
      />
      <TextField
        label={t('legal.approver')}
        layout="beside"
        value={basis.approver}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(approver) => edit({ approver })}
      />
      <h4 className="sheet-strong">{t('legal.districts')}</h4>
      {basis.districts.length === 0 ? (
        <p className="sheet-note">{t('legal.everywhere')}</p>
      ) : (
        <ul className="sheet-list">
          {basis.districts.map((id) => (
            <li key={id} className="sheet-line">
              <RecordLink id={id} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
