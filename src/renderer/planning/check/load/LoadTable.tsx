import { useMemo } from 'react'
import type { LoadSeries, PlanLoads } from '../../../../domain/check/loadSeries.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { ToneIcon } from '../../../ui/ToneIcon.tsx'
import type { GridColumn } from '../../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../../ui/grid/VirtualGrid.tsx'
import { daysIn } from './chartShapes.ts'
import { type DayNumbers, dayNumbers } from './dayFacts.ts'
import { sayDay, sayShare } from './loadWords.ts'

interface LoadTableProps {
  readonly load: LoadSeries
  readonly loads: PlanLoads
  readonly from: number
  readonly to: number
  readonly day: number
  readonly onPick: (day: number) => void
}

interface DayRow extends DayNumbers {
  readonly day: number
}

/** The days in sight as a table: what the chart shows, in numbers. */
export function LoadTable({ load, loads, from, to, day, onPick }: LoadTableProps) {
  const { t } = useTexts()
  const rows = useMemo(() => {
    const days = daysIn(loads.axis, { from, to, width: 1 })
    const list = days.map((at): DayRow => ({ day: at, ...dayNumbers(load, loads, at) }))
    return gridRowsOf(list, (row) => String(row.day))
  }, [load, loads, from, to])
  const columns = useColumns(load, loads)
  return (
    <div className="load-table">
      <VirtualGrid<DayRow>
        label={t('load.table')}
        rows={rows}
        columns={columns}
        isCompact
        selectionMode="single"
        selectedIds={new Set([String(day)])}
        focusedId={String(day)}
        onFocus={(id) => onPick(Number(id))}
      />
    </div>
  )
}

function useColumns(load: LoadSeries, loads: PlanLoads): GridColumn<DayRow>[] {
  const texts = useTexts()
  const { t, number } = texts
  const meta = usePlanMeta()
  return useMemo((): GridColumn<DayRow>[] => {
    const counts = [
      { id: 'sorties' as const, header: t('load.sorties'), available: load.sorties?.available },
      { id: 'crewHours' as const, header: t('load.crews'), available: load.crewHours?.available },
    ]
    return [
      {
        id: 'day',
        header: t('load.day'),
        width: 120,
        isFlexible: true,
        cell: (row) => sayDay(loads.axis.edges[row.day] ?? 0, meta, texts),
      },
      {
        id: 'share',
        header: t('load.bound'),
        width: 84,
        align: 'end',
        cell: (row) => (row.share === null ? t(`load.${row.state}`) : sayShare(row.share, texts)),
      },
      {
        id: 'highest',
        header: t('load.highest'),
        width: 84,
        align: 'end',
        cell: (row) => sayShare(row.highest, texts),
      },
      ...counts.flatMap(({ id, header, available }): GridColumn<DayRow>[] =>
        available === undefined
          ? []
          : [
              {
                id,
                header,
                width: 96,
                align: 'end',
                cell: (row) => t('load.asked-of', { asked: number(row[id] ?? 0, 1), available: number(available, 1) }),
              },
            ],
      ),
      {
        id: 'over',
        header: t('load.over-limit'),
        width: 116,
        cell: (row) =>
          row.isOver ? (
            <span className="load-over-days">
              <ToneIcon tone="error" size={14} />
              {t('load.is-over')}
            </span>
          ) : null,
      },
    ]
  }, [t, number, texts, meta, load, loads])
}
