import { assertNever } from '../../../domain/result.ts'
import { type Texts, useTexts } from '../../texts/TextContext.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import type { PastedLine, PastedUnits } from './readPastedUnits.ts'

/** Lines shown; what is more is counted. Refused ones come first, so that none of them hides there. */
const MOST_SHOWN = 200

/** What each line of a sheet would do: add, change, nothing, or why it is refused. */
export function PastePreview({ pasted }: { pasted: PastedUnits }) {
  const texts = useTexts()
  const { t } = texts
  const count = (kind: PastedLine['outcome']['kind']): number =>
    pasted.lines.filter(({ outcome }) => outcome.kind === kind).length
  const refusedFirst =
    pasted.lines.length <= MOST_SHOWN
      ? pasted.lines
      : pasted.lines.toSorted((a, b) => Number(b.outcome.kind === 'refused') - Number(a.outcome.kind === 'refused'))
  const shown = refusedFirst.slice(0, MOST_SHOWN)
  return (
    <section className="forces-preview" aria-label={t('paste.preview')}>
      <output className="forces-preview-summary">
        {t('paste.summary', { added: count('added'), changed: count('changed'), refused: count('refused') })}
      </output>
      {pasted.ignored.length === 0 ? null : (
        <p className="forces-help">{t('paste.ignored', { columns: pasted.ignored.join(', ') })}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it */}
      <div className="forces-preview-lines" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('paste.line')}</th>
              <th scope="col">{t('forces.column.designation')}</th>
              <th scope="col">{t('forces.column.name')}</th>
              <th scope="col">{t('paste.what')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.number} data-outcome={line.outcome.kind}>
                <td className="figures">{line.number}</td>
                <td>{line.designation}</td>
                <td>{line.name}</td>
                <td>
                  {line.outcome.kind === 'refused' ? <ToneIcon tone="error" size={12} /> : null}
                  {outcomeText(line, texts)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pasted.lines.length > MOST_SHOWN ? <p>{t('paste.rest', { count: pasted.lines.length - MOST_SHOWN })}</p> : null}
    </section>
  )
}

function outcomeText({ outcome }: PastedLine, { t }: Texts): string {
  switch (outcome.kind) {
    case 'added':
      return t('paste.added')
    case 'changed':
      return t('paste.changed', { columns: outcome.columns.map((c) => t(`forces.column.${c}`)).join(', ') })
    case 'same':
      return t('paste.same')
    case 'refused':
      return t(`paste.refused.${outcome.reason}`, { value: outcome.value })
    default:
      return assertNever(outcome)
  }
}
