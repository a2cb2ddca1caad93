import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components'
import { isMac } from '../platform/isMac.ts'
import { useTexts } from '../texts/TextContext.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useActions } from './ActionsContext.tsx'
import './CommandPalette.css'
import { folded } from '../ui/folded.ts'
import { toDisplay } from './shortcut.ts'

const SHOWN = 60

interface Entry {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly shortcut: string | undefined
  readonly isDisabled: boolean
  readonly run: () => void
}

/** Everything that can be done and every record of the plan, under the fingers. */
export function CommandPalette({ close }: { close: () => void }) {
  const { t } = useTexts()
  const actions = useActions()
  const [query, setQuery] = useState('')
  const { session } = actions.context
  const names = useStore(session.names.store, (s) => s.version)
  const entries = useMemo(() => {
    const state = session.store.getState()
    const words = folded(query)
      .split(' ')
      .filter((w) => w !== '')
    const fits = (text: string): boolean => words.every((w) => text.includes(w))
    const ofActions = actions.registry
      .all()
      .map((action): Entry & { readonly text: string } => ({
        id: action.id,
        label: t(action.label),
        detail: t(`group.${action.group}`),
        text: folded(`${t(action.label)} ${action.keywords === undefined ? '' : t(action.keywords)}`),
        shortcut: action.shortcut === undefined ? undefined : toDisplay(action.shortcut, isMac()),
        isDisabled: !(action.isEnabled?.(state) ?? true),
        run: () => void action.perform(actions.context),
      }))
      .filter((entry) => fits(entry.text))
    const found: Entry[] = [...ofActions.filter((e) => !e.isDisabled), ...ofActions.filter((e) => e.isDisabled)]
    if (words.length > 0) {
      for (const source of actions.paletteSources) {
        const named = source.find(query, SHOWN - found.length, actions.context)
        found.push(...named.map((entry) => ({ ...entry, shortcut: undefined, isDisabled: false })))
      }
    }
    return found.slice(0, SHOWN)
    // oxlint-disable-next-line react/exhaustive-deps -- more names may have come
  }, [actions, query, session, t, names])
  return (
    <Dialog isOpen onClose={close} title={t('palette.title')} closeLabel={t('app.close')} size="medium">
      <div className="palette">
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <SearchField aria-label={t('palette.search')} autoFocus className="palette-field">
            <Input className="ui-input" placeholder={t('palette.search')} />
          </SearchField>
          <ListBox
            aria-label={t('palette.title')}
            className="palette-list"
            items={entries}
            selectionMode="none"
            disabledKeys={entries.filter((e) => e.isDisabled).map((e) => e.id)}
            onAction={(key) => {
              close()
              entries.find((e) => e.id === key)?.run()
            }}
            renderEmptyState={() => <p className="palette-none">{t('palette.none', { query })}</p>}
          >
            {(entry) => (
              <ListBoxItem id={entry.id} textValue={entry.label} className="palette-item">
                <Text slot="label">{entry.label}</Text>
                <span className="palette-detail">{entry.detail}</span>
                {entry.shortcut === undefined ? null : <Kbd keys={entry.shortcut} />}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  )
}
