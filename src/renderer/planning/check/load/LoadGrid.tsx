import { CornerDownRight } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { ComponentMark } from '../../../fields/ComponentMark.tsx'
import { recordShort } from '../../../fields/recordText.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { type Texts, useTexts } from '../../../texts/TextContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { ToneIcon } from '../../../ui/ToneIcon.tsx'
import type { GridColumn } from '../../../ui/grid/GridColumn.ts'
import type { GridRows } from '../../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../../ui/grid/VirtualGrid.tsx'
import { chooseRow } from './chooseRow.ts'
import { LoadBand } from './LoadBand.tsx'
import type { LoadForest, LoadRow } from './loadRows.ts'
import { type LoadSort, loadView } from './loadView.ts'
import { saySpan, sayShare } from './loadWords.ts'
import { useSession } from '../../../session/SessionContext.tsx'

const BAND_WIDTH = 240

interface LoadGridProps {
  readonly rows: GridRows<LoadRow>
  readonly overBelow: LoadForest['overBelow']
  /** Edges of all cells, to say when the peak is. */
  readonly edges: readonly number[]
}

/** Components with their units, or the units in one list: a band each, with mean, peak and days over in numbers. */
export function LoadGrid({ rows, overBelow, edges }: LoadGridProps) {
  const { t } = useTexts()
  const session = useSession()
  const { chosen, sort, isDescending, toggled, arrangement } = useStore(loadView)
  const columns = useColumns(overBelow, edges, sort, isDescending)
  const selectedIds = useMemo(() => new Set(chosen === null ? [] : [chosen as string]), [chosen])
  return (
    <VirtualGrid<LoadRow>
      label={t('load.grid')}
      rows={rows}
      columns={columns}
      isTree={arrangement === 'tree'}
      isCompact
      isFirstColumnSticky
      selectionMode="single"
      selectedIds={selectedIds}
      focusedId={chosen}
      onFocus={(id) => chooseRow(session, id)}
      onActivate={() => document.querySelector<HTMLElement>('.load-chart')?.focus()}
      onSort={(id) => sortBy(id as LoadSort)}
      onToggle={(id) => {
        const next = new Set(toggled)
        if (!next.delete(id)) next.add(id)
        loadView.setState({ toggled: next })
      }}
      empty={
        <EmptyState
          text={t('load.none-pass')}
          primary={{
            label: t('missions.clear-filter'),
            onPress: () => loadView.setState({ query: '', isOnlyOver: false }),
          }}
        />
      }
    />
  )
}

/** The numbers come highest first, the names from A; once more turns the order round. */
function sortBy(id: LoadSort): void {
  const { sort, isDescending } = loadView.getState()
  loadView.setState(sort === id ? { isDescending: !isDescending } : { sort: id, isDescending: id !== 'name' })
}

function useColumns(
  overBelow: LoadForest['overBelow'],
  edges: readonly number[],
  sort: LoadSort,
  isDescending: boolean,
): GridColumn<LoadRow>[] {
  const texts = useTexts()
  const meta = usePlanMeta()
  return useMemo(() => {
    const { t } = texts
    const sorted = (id: LoadSort) => (sort === id ? (isDescending ? 'descending' : 'ascending') : 'none')
    const whenOf = ({ summary: { peakCell } }: LoadRow): string =>
      saySpan(edges[peakCell] ?? 0, edges[peakCell + 1] ?? 0, meta, texts)
    return [
      {
        id: 'name',
        header: t('load.unit'),
        width: 216,
        sort: sorted('name'),
        text: (row) => nameOf(row, texts),
        cell: (row) => <RowName row={row} />,
      },
      {
        id: 'band',
        header: t('load.band'),
        width: BAND_WIDTH,
        isFlexible: true,
        cell: (row) => <LoadBand row={row} words={bandWords(row, whenOf(row), texts)} />,
      },
      {
        id: 'mean',
        header: t('load.mean'),
        width: 72,
        align: 'end',
        sort: sorted('mean'),
        cell: ({ summary }) => sayShare(summary.mean, texts),
      },
      {
        id: 'peak',
        header: t('load.peak'),
        width: 84,
        align: 'end',
        sort: sorted('peak'),
        cell: (row) =>
          (row.summary.peak ?? 0) === 0 ? (
            sayShare(row.summary.peak, texts)
          ) : (
            <span title={whenOf(row)}>{sayShare(row.summary.peak, texts)}</span>
          ),
      },
      {
        id: 'over',
        header: t('load.over'),
        width: 76,
        align: 'end',
        sort: sorted('over'),
        cell: (row) => <DaysOver days={row.summary.overDays} below={overBelow.get(row.id) ?? 0} />,
      },
    ]
  }, [texts, meta, overBelow, edges, sort, isDescending])
}

/** Days over a limit; where there are none, how many units below have some. */
function DaysOver({ days, below }: { days: number; below: number }) {
  const { t, number } = useTexts()
  if (days > 0) {
    return (
      <span className="load-over-days" title={t('load.over-days', { count: days })}>
        <ToneIcon tone="error" size={14} />
        {number(days)}
      </span>
    )
  }
  if (below === 0) return null
  const words = t('load.over-units-below', { count: below })
  return (
    <span className="load-over-below" title={words}>
      <Icon glyph={CornerDownRight} size={14} />
      <span aria-hidden>{number(below)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

const nameOf = (row: LoadRow, { language }: Texts): string =>
  recordShort(row.kind === 'unit' ? row.unit : row.component, language)

function RowName({ row }: { row: LoadRow }) {
  const texts = useTexts()
  if (row.kind === 'unit') return <span title={row.unit.name}>{nameOf(row, texts)}</span>
  return (
    <span className="load-component">
      <ComponentMark kind={row.component.kind} isDecoration />
      {nameOf(row, texts)}
    </span>
  )
}

/** What a band shows, for those who do not see it. */
function bandWords({ summary }: LoadRow, when: string, { t, number }: Texts): string {
  if (summary.peak === null) return t('load.band-none')
  if (summary.peak === 0) return t('load.band-free')
  return t('load.band-words', { peak: number(summary.peak * 100, 0), when, over: summary.overDays })
}
