import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PlanLoads } from '../../../../domain/check/loadSeries.ts'
import { dayIndexOf } from '../../../../domain/check/series/dayAxis.ts'
import type { AnyRecord } from '../../../../domain/records/catalog.ts'
import { isIdOf } from '../../../../domain/records/ids.ts'
import { recordLine } from '../../../fields/recordText.ts'
import { usePlan, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { missionsOfDay } from './dayFacts.ts'
import { LoadChart } from './LoadChart.tsx'
import { LoadLegend } from './LoadLegend.tsx'
import { LoadReadout } from './LoadReadout.tsx'
import { LoadTable } from './LoadTable.tsx'
import { loadView } from './loadView.ts'
import { timeOfDay } from './loadWords.ts'

interface LoadDetailProps {
  readonly loads: PlanLoads
  /** Time in sight, minutes from H-hour. */
  readonly from: number
  readonly to: number
  /** Null where all of the time is in sight. */
  readonly onPage: ((by: -1 | 1) => void) | null
  readonly onTime: (time: number) => void
}

/** The chosen row in detail: its chart or the same as a table, and what is on the day that is looked at. */
export function LoadDetail({ loads, from, to, onPage, onTime }: LoadDetailProps) {
  const { t, language } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const { chosen, isTable } = useStore(loadView)
  const record: AnyRecord | undefined = chosen === null ? undefined : plan.get(chosen)
  const load =
    chosen === null ? undefined : isIdOf('unit', chosen) ? loads.units.get(chosen) : componentLoad(loads, chosen)
  const { context } = loads
  const chosenDay = useSessionState((s) => dayIndexOf(loads.axis, s.time))
  // What the keyboard or the pointer is on, until a day is chosen.
  const [looked, setLooked] = useState<number | null>(null)
  const last = useRef({ chosen, chosenDay })
  useEffect(() => {
    if (last.current.chosen !== chosen || last.current.chosenDay !== chosenDay) setLooked(null)
    last.current = { chosen, chosenDay }
  }, [chosen, chosenDay])
  if (chosen === null || record === undefined || load === undefined) {
    return (
      <section className="load-detail" aria-label={t('load.detail')}>
        <p className="check-hint">{t('load.choose')}</p>
      </section>
    )
  }
  const day = looked ?? chosenDay
  const pick = (index: number, time?: number): void => {
    onTime(time ?? timeOfDay(loads.axis.edges[index] ?? 0))
    const missions = missionsOfDay(context, loads, chosen, index).map((stay) => stay.mission)
    if (missions.length > 0) session.select([chosen, ...missions], chosen)
  }
  return (
    <section className="load-detail" aria-label={t('load.detail')}>
      <header className="load-detail-head">
        <h2>{recordLine(record, language)}</h2>
        <LoadLegend />
        <SegmentedControl
          label={t('load.show-as')}
          segments={[
            { id: 'chart', label: t('load.as-chart') },
            { id: 'table', label: t('load.as-table') },
          ]}
          value={isTable ? 'table' : 'chart'}
          onChange={(next) => loadView.setState({ isTable: next === 'table' })}
        />
      </header>
      <div className="load-detail-body">
        {isTable ? (
          <LoadTable load={load} loads={loads} from={from} to={to} day={day} onPick={pick} />
        ) : (
          <LoadChart
            load={load}
            loads={loads}
            from={from}
            to={to}
            day={day}
            onLook={setLooked}
            onPick={pick}
            onPage={onPage}
          />
        )}
        <LoadReadout id={chosen} load={load} loads={loads} day={day} />
      </div>
    </section>
  )
}

const componentLoad = ({ components }: PlanLoads, id: string) =>
  isIdOf('component', id) ? components.get(id) : undefined
