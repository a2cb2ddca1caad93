import type { Id } from '../../../domain/records/ids.ts'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { useTexts } from '../../texts/TextContext.tsx'

interface LinkListProps {
  label: string
  ids: readonly Id[]
  /** More are only counted. */
  most: number
}

/** Records under a heading, as links; nothing where there are none. */
export function LinkList({ label, ids, most }: LinkListProps) {
  const { t } = useTexts()
  if (ids.length === 0) return null
  return (
    <>
      <h4>{label}</h4>
      <ul className="tasking-links" aria-label={label}>
        {ids.slice(0, most).map((id) => (
          <li key={id}>
            <RecordLink id={id} />
          </li>
        ))}
        {ids.length > most ? <li>{t('tasking.and-more', { count: ids.length - most })}</li> : null}
      </ul>
    </>
  )
}
