import type { AnyRecord } from '../../../../domain/records/catalog.ts'
import { type Id, kindOf } from '../../../../domain/records/ids.ts'
import { referencesOf } from '../../../../domain/records/references.ts'
import { recordLine } from '../../../fields/recordText.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'

const SHOWN = 50

/** A record of a kind without a sheet of its own: its name and what it points at. */
export function OtherSheet({ record }: { record: AnyRecord }) {
  const { t, language } = useTexts()
  const ids = [...new Set<Id>(referencesOf(record))].slice(0, SHOWN)
  return (
    <Sheet
      kind={t(`kind.${kindOf(record.id as Id)}`)}
      title={recordLine(record, language)}
      aside={record.notional === true ? <Badge>{t('notional')}</Badge> : undefined}
    >
      <SheetFindings id={record.id} />
      <Section id="other" title={t('finding.records')} count={ids.length}>
        <ul className="sheet-list">
          {ids.map((id) => (
            <li key={id} className="sheet-line">
              <RecordLink id={id} isWhole />
            </li>
          ))}
        </ul>
      </Section>
    </Sheet>
  )
}
