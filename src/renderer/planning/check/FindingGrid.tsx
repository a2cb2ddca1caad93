import { Check, Wrench } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { repairsOf, sayFinding } from '../../../domain/check/words.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { AcceptFindingDialog } from '../../fields/AcceptFindingDialog.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { MenuEntry } from '../../ui/MenuEntry.ts'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import type { GridRows } from '../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { RecordsCell, SentenceCell, SeverityCell, SeverityCounts } from './CheckCells.tsx'
import { checkView } from './checkView.ts'
import { type CheckRow, type FindingRow, rowIdOf } from './groupFindings.ts'
import { selectCause, selectFinding } from './selectFinding.ts'

/** The findings under their heads; the one in focus is looked at, and its records are selected. */
export function FindingGrid({ rows }: { rows: GridRows<CheckRow> }) {
  const { t } = useTexts()
  const session = useSession()
  const { collapsed, chosen, grouping } = useStore(checkView)
  const [focus, setFocus] = useState<{ id: string; chosen: string | null } | null>(null)
  const columns = useColumns(grouping !== 'rule')
  const menu = useContextMenu(t('check.menu'))
  const entriesOf = useMenuEntries()
  const chosenRow = useMemo(() => (chosen === null ? null : rowIdOf(rows, chosen)), [rows, chosen])
  // By unit a finding stands in several rows: the one that was gone to counts, as long as it is of the chosen finding.
  const focusedId = focus !== null && focus.chosen === chosen && rows.indexOf(focus.id) >= 0 ? focus.id : chosenRow
  const selectedIds = useMemo(() => new Set(focusedId === null ? [] : [focusedId]), [focusedId])
  const isGone = useSessionState(
    (s) => chosen !== null && s.findingsVersion >= 0 && s.findings.get(chosen) === undefined,
  )
  useNextWhenMended(rows, focusedId, isGone)

  const goTo = (id: string): void => {
    const row = rows.rowAt(rows.indexOf(id))
    if (row.kind === 'finding') selectFinding(session, row.finding)
    else if (row.cause !== null) selectCause(session, row.cause)
    else checkView.setState({ chosenCause: null })
    setFocus({ id, chosen: checkView.getState().chosen })
  }
  return (
    <div className="check-list">
      <VirtualGrid<CheckRow>
        label={t('check.list')}
        rows={rows}
        columns={columns}
        isTree
        isCompact
        selectionMode="single"
        selectedIds={selectedIds}
        focusedId={focusedId}
        onFocus={goTo}
        onSelect={(ids) => {
          const [id] = ids
          if (id !== undefined && id !== focusedId) goTo(id)
        }}
        onActivate={focusRepair}
        onToggle={(id, isExpanded) => {
          const next = new Set(collapsed)
          if (isExpanded) next.delete(id)
          else next.add(id)
          checkView.setState({ collapsed: next })
        }}
        onContextMenu={({ ids, at }) => {
          const row = ids[0] === undefined ? undefined : rows.rowAt(rows.indexOf(ids[0]))
          if (row?.kind === 'finding') menu.openAt(at, entriesOf(row))
        }}
        renderGroup={(row) =>
          row.kind === 'group' ? (
            <span className="check-group" title={row.cause === null ? undefined : row.label}>
              <span className="check-group-label">{row.label}</span>
              <SeverityCounts counts={row.counts} />
            </span>
          ) : null
        }
        empty={
          <EmptyState
            text={t('check.none-pass')}
            primary={{
              label: t('missions.clear-filter'),
              onPress: () => checkView.setState({ query: '', severities: [], components: [] }),
            }}
          />
        }
      />
      {menu.element}
    </div>
  )
}

/** Enter on a finding goes to what mends it; where nothing does, to what else can be done about it. */
function focusRepair(): void {
  const first = ['.finding-repairs button', 'button'].map((of) =>
    document.querySelector<HTMLElement>(`.check-detail ${of}`),
  )
  first.find((button) => button !== null)?.focus()
}

/** Once the finding looked at is mended, the one that has come into its place is looked at. */
function useNextWhenMended(rows: GridRows<CheckRow>, focusedId: string | null, isGone: boolean): void {
  const session = useSession()
  const lastIndex = useRef(-1)
  useEffect(() => {
    if (focusedId !== null) lastIndex.current = rows.indexOf(focusedId)
  }, [rows, focusedId])
  useEffect(() => {
    if (!isGone || lastIndex.current < 0) return
    for (let index = Math.min(lastIndex.current, rows.count - 1); index >= 0; index -= 1) {
      const row = rows.rowAt(index)
      if (row.kind === 'finding') return selectFinding(session, row.finding)
    }
    checkView.setState({ chosen: null })
  }, [isGone, rows, session])
}

function useColumns(withRule: boolean): GridColumn<CheckRow>[] {
  const { t } = useTexts()
  return useMemo(() => {
    const ofFinding = (show: (row: FindingRow) => ReactNode) => (row: CheckRow) =>
      row.kind === 'finding' ? show(row) : null
    const columns: GridColumn<CheckRow>[] = [
      {
        id: 'severity',
        header: t('check.severity'),
        width: 148,
        cell: ofFinding(({ finding }) => <SeverityCell severity={finding.severity} />),
      },
      {
        id: 'sentence',
        header: t('check.what'),
        width: 320,
        isFlexible: true,
        cell: ofFinding(({ finding }) => <SentenceCell finding={finding} />),
      },
      {
        id: 'records',
        header: t('finding.records'),
        width: 170,
        cell: ofFinding(({ finding }) => <RecordsCell finding={finding} />),
      },
      {
        id: 'rule',
        header: t('check.rule'),
        width: 140,
        cell: ofFinding(({ finding }) => t(`rule.${finding.rule}`)),
      },
    ]
    return withRule ? columns : columns.filter(({ id }) => id !== 'rule')
  }, [t, withRule])
}

function useMenuEntries(): (row: FindingRow) => readonly MenuEntry[] {
  const { t, language } = useTexts()
  const session = useSession()
  const { showDialog } = useActionContext()
  return ({ finding }) => {
    const { plan, canEdit } = session.store.getState()
    if (plan === null) return []
    const repairs = canEdit ? repairsOf(finding, plan, language) : []
    return [
      ...repairs.map((repair, index) => ({
        id: `repair ${index}`,
        label: repair.text,
        icon: Wrench,
        onAction: () => void session.dispatch(repair.command),
      })),
      { kind: 'separator', id: 'separator' },
      {
        id: 'accept',
        label: t('finding.accept-with-reason'),
        icon: Check,
        isDisabled: !canEdit,
        onAction: () =>
          showDialog((close) => (
            <AcceptFindingDialog
              findingKey={finding.key}
              sentence={sayFinding(finding, plan, language)}
              close={close}
            />
          )),
      },
    ]
  }
}
