import { Bookmark, BookmarkX, History } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useAction, useActionContext } from '../../actions/ActionsContext.tsx'
import type { JournalLine } from '../../../domain/plan/journal.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { changeSentence } from './changeSentence.ts'
import { NameVersionDialog } from './NameVersionDialog.tsx'
import './HistoryPlace.css'

interface Row {
  readonly id: string
  readonly line: JournalLine
  readonly sentence: string
  readonly version: string
}

/** Every change of the plan with its time and author; back to any of them; named versions. */
export function HistoryPlace() {
  const { t, language } = useTexts()
  const session = useSession()
  const { showDialog, notify } = useActionContext()
  const plan = usePlan()
  const lines = useSessionState((s) => s.lines)
  const canEdit = useSessionState((s) => s.canEdit)
  const undo = useAction('undo')
  const redo = useAction('redo')
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const versions = useSessionState((s) => s.versions)
  const { timeZone } = plan.meta

  const rows = useMemo(() => {
    const names = new Map(versions.map((v) => [v.revision, v.name]))
    const wanted = query.trim().toLowerCase()
    return lines
      .map(
        (line): Row => ({
          id: String(line.revision),
          line,
          sentence: changeSentence(line, t),
          version: names.get(line.revision) ?? '',
        }),
      )
      .filter((row) => `${row.sentence} ${row.version} ${row.line.author}`.toLowerCase().includes(wanted))
      .toReversed()
  }, [lines, versions, query, t])
  const grid = useMemo(() => gridRowsOf(rows, (row) => row.id), [rows])
  const columns = useMemo(
    (): GridColumn<Row>[] => [
      { id: 'revision', header: t('history.revision'), width: 72, align: 'end', cell: (r) => r.line.revision },
      { id: 'at', header: t('history.at'), width: 150, cell: (r) => formatDtg(r.line.at, timeZone, language) },
      {
        id: 'change',
        header: t('history.change'),
        width: 360,
        isFlexible: true,
        text: (r) => r.sentence,
        cell: (r) => (r.line.kind === 'do' ? r.sentence : t(`history.${r.line.kind}`, { change: r.sentence })),
      },
      { id: 'author', header: t('history.author'), width: 140, cell: (r) => r.line.author },
      { id: 'version', header: t('history.version'), width: 180, cell: (r) => r.version },
    ],
    [t, timeZone, language],
  )

  const revision = chosen.size === 1 ? Number([...chosen][0]) : null
  const version = versions.find((v) => v.revision === revision)
  const restore = useCallback(
    async (to: number) => {
      const done = await session.restore(to)
      if (done.ok) {
        notify({
          tone: 'ok',
          text: t('history.restored', { revision: to }),
          action: { label: t('action.undo'), onAction: () => void session.undo() },
        })
      }
    },
    [session, notify, t],
  )
  const name = (at: number): void =>
    showDialog((close) => (
      <NameVersionDialog
        close={close}
        onName={async (text) => {
          if (!(await session.nameVersion(at, text))) notify({ tone: 'error', text: t('history.version-failed') })
        }}
      />
    ))
  const forget = async (at: number): Promise<void> => {
    if (!(await session.nameVersion(at, null))) notify({ tone: 'error', text: t('history.version-failed') })
  }
  const current = lines.at(-1)?.revision ?? plan.revision
  return (
    <div className="history">
      <header className="history-head">
        <h1>{t('place.history')}</h1>
        <SearchField label={t('history.search')} value={query} onChange={setQuery} />
        <Button icon={undo.action.icon} isDisabled={!undo.isEnabled} onPress={undo.perform}>
          {undo.label}
        </Button>
        <Button icon={redo.action.icon} isDisabled={!redo.isEnabled} onPress={redo.perform}>
          {redo.label}
        </Button>
        <Button
          icon={History}
          variant="primary"
          isDisabled={!canEdit || revision === null || revision === current}
          onPress={() => {
            if (revision !== null) void restore(revision)
          }}
        >
          {t('history.restore')}
        </Button>
        {version === undefined ? (
          <Button icon={Bookmark} isDisabled={lines.length === 0} onPress={() => name(revision ?? current)}>
            {t('history.name')}
          </Button>
        ) : (
          <Button icon={BookmarkX} onPress={() => void forget(version.revision)}>
            {t('history.forget')}
          </Button>
        )}
      </header>
      {lines.length === 0 ? (
        <EmptyState
          text={t('history.empty')}
          primary={{ label: t('action.go-matrix'), onPress: () => session.goTo('matrix') }}
          alternative={{ label: t('action.go-missions'), onPress: () => session.goTo('missions') }}
        />
      ) : (
        <VirtualGrid
          label={t('place.history')}
          rows={grid}
          columns={columns}
          isCompact
          selectionMode="single"
          selectedIds={chosen}
          onSelect={setChosen}
          empty={<EmptyState text={t('history.none-found', { query })} />}
        />
      )}
    </div>
  )
}
