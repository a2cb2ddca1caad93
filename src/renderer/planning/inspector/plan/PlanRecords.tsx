import { Plus } from 'lucide-react'
import type { AnyRecord } from '../../../../domain/records/catalog.ts'
import { recordLine } from '../../../fields/recordText.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { useAll } from '../../../fields/useAll.ts'
import { usePlan, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { LISTED_KINDS, type ListedKind, newRecord } from './newRecord.ts'

/** What missions serve, rest on and happen at: listed, made and taken away here, each with a sheet of its own. */
export function PlanRecords() {
  return LISTED_KINDS.map((kind) => <RecordsOfKind key={kind} kind={kind} />)
}

function RecordsOfKind({ kind }: { kind: ListedKind }) {
  const { t, language } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const canEdit = useSessionState((s) => s.canEdit)
  const records: readonly AnyRecord[] = useAll(kind)
  const add = (): void => {
    const record = newRecord(kind, plan, session, t)
    if (session.dispatch({ type: 'addRecord', record }).ok) session.select([record.id])
  }
  return (
    <Section id={`plan-${kind}`} title={t(`kinds.${kind}`)} count={records.length} isOpenAtFirst={false}>
      <ul className="sheet-list">
        {records.map((record) => (
          <li key={record.id} className="sheet-line sheet-record">
            <RecordLink id={record.id} isWhole />
            <RowRemove
              label={t('sheet.remove', { what: recordLine(record, language) })}
              canEdit={canEdit}
              onPress={() => session.dispatch({ type: 'removeRecords', ids: [record.id] })}
            />
          </li>
        ))}
      </ul>
      {canEdit ? (
        <div>
          <Button variant="quiet" icon={Plus} onPress={add}>
            {t(`plan.add-${kind}`)}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
