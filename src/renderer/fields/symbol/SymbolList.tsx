import { useEffect, useRef } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { composeSymbolCode, type SymbolParts } from '../../../domain/records/symbolCode.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { MilitarySymbol } from '../MilitarySymbol.tsx'
import { entryKey, type SymbolEntry } from './findSymbols.ts'

interface SymbolListProps {
  entries: readonly SymbolEntry[]
  /** What echelon and flags each entry is drawn with, and which entry is chosen. */
  parts: SymbolParts
  query: string
  onChoose: (fields: Pick<SymbolParts, 'set' | 'entity' | 'modifiers'>) => void
  /** Double click or Enter on the chosen entry. */
  onConfirm: () => void
}

const SETS = ['10', '30', '01'] as const

/** The symbols found, drawn as they would be chosen. */
export function SymbolList({ entries, parts, query, onChoose, onConfirm }: SymbolListProps) {
  const { t, language } = useTexts()
  const chosen = entryKey(parts)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // React Aria puts the items in after the list itself.
    const frame = requestAnimationFrame(() => {
      list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'center' })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <ListBox
      ref={list}
      className="ui-listing symbol-picker-list"
      aria-label={t('symbol.list')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const entry = keys === 'all' ? undefined : entries.find((one) => keys.has(entryKey(one)))
        if (entry !== undefined) onChoose({ set: entry.set, entity: entry.entity, modifiers: entry.modifiers })
      }}
      renderEmptyState={() => <div className="ui-listing-empty">{t('symbol.none', { query })}</div>}
    >
      {SETS.filter((set) => entries.some((entry) => entry.set === set)).map((set) => (
        <ListBoxSection key={set} id={set} className="ui-listing-section">
          <Header className="ui-listing-header">{t(`symbol.set.${set}`)}</Header>
          {entries
            .filter((entry) => entry.set === set)
            .map((entry) => (
              <ListBoxItem
                key={entryKey(entry)}
                id={entryKey(entry)}
                textValue={entry[language]}
                className="ui-listing-item"
                data-chosen={entryKey(entry) === chosen || undefined}
                onDoubleClick={onConfirm}
              >
                <MilitarySymbol code={composeSymbolCode({ ...parts, ...entry })} size={24} />
                <span className="ui-listing-label">{entry[language]}</span>
              </ListBoxItem>
            ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}
