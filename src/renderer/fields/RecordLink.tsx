import { Button } from 'react-aria-components'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import type { Id } from '../../domain/records/ids.ts'
import { useRecord, useSession } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { recordLine, recordShort } from './recordText.ts'
import './RecordLink.css'

interface RecordLinkProps {
  id: Id
  /** Code and title in place of the short name. */
  isWhole?: boolean
}

/** The name of a record; pressed, it is selected and the inspector shows it. A record that is gone is plain text. */
export function RecordLink({ id, isWhole = false }: RecordLinkProps) {
  const { language } = useTexts()
  const session = useSession()
  const record: AnyRecord | undefined = useRecord(id)
  if (record === undefined) return <span className="record-gone">{id}</span>
  const line = recordLine(record, language)
  return (
    <Button className="record-link" aria-label={line} onPress={() => session.select([id])}>
      {isWhole ? line : recordShort(record, language)}
    </Button>
  )
}
