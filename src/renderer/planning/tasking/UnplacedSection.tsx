import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Id } from '../../../domain/records/ids.ts'
import { sayConflict } from '../../../domain/scheduling/tasking/explain/sayConflict.ts'
import { sayFreed } from '../../../domain/scheduling/tasking/explain/sayFreed.ts'
import type { Demand, Unplaced } from '../../../domain/scheduling/tasking/Proposal.ts'
import { recordMenu, useActions } from '../../actions/ActionsContext.tsx'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitPane } from '../../ui/SplitPane.tsx'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { TitleCell } from './ChangeCells.tsx'
import { CodeText } from './MissionCells.tsx'
import { recordsOfDemand } from './recordsOfDemand.ts'
import { taskingView } from './taskingView.ts'

/** Missions that fit nowhere: what cannot hold together, and what would free each. */
export function UnplacedSection({ unplaced }: { unplaced: readonly Unplaced[] }) {
  const { t } = useTexts()
  if (unplaced.length === 0) {
    return (
      <EmptyState
        text={t('tasking.all-placed')}
        primary={{ label: t('tasking.see-changes'), onPress: () => taskingView.setState({ section: 'changes' }) }}
      />
    )
  }
  return (
    <SplitPane
      label={t('tasking.detail-height')}
      direction="column"
      first={<UnplacedGrid unplaced={unplaced} />}
      second={<UnplacedDetail unplaced={unplaced} />}
      defaultSize={Math.min(260, Math.round(window.innerHeight * 0.32))}
      min={120}
      max={520}
    />
  )
}

function UnplacedGrid({ unplaced }: { unplaced: readonly Unplaced[] }) {
  const { t } = useTexts()
  const session = useSession()
  const actions = useActions()
  const focused = useStore(taskingView, (s) => s.unplaced)
  const columns = useColumns()
  const menu = useContextMenu(t('missions.menu'))
  const rows = useMemo(() => gridRowsOf(unplaced, (one) => one.mission), [unplaced])
  const selectedIds = useMemo(() => new Set(focused === null ? [] : [focused]), [focused])
  const goTo = (id: string): void => {
    taskingView.setState({ unplaced: id as Id<'mission'> })
    session.select([id as Id<'mission'>])
  }
  return (
    <div className="tasking-list">
      <VirtualGrid<Unplaced>
        label={t('tasking.unplaced')}
        rows={rows}
        columns={columns}
        isCompact
        isFirstColumnSticky
        selectionMode="single"
        selectedIds={selectedIds}
        focusedId={focused}
        onFocus={goTo}
        onSelect={(ids) => {
          const [id] = ids
          if (id !== undefined && id !== focused) goTo(id)
        }}
        onActivate={() => document.querySelector<HTMLElement>('.tasking-detail button')?.focus()}
        onContextMenu={({ ids, at }) => {
          if (ids.length > 0) menu.openAt(at, recordMenu(actions, 'mission'))
        }}
      />
      {menu.element}
    </div>
  )
}

function useColumns(): GridColumn<Unplaced>[] {
  const { t } = useTexts()
  return useMemo(
    () => [
      { id: 'code', header: t('tasking.mission'), width: 76, cell: ({ mission }) => <CodeText mission={mission} /> },
      {
        id: 'title',
        header: t('missions.column.title'),
        width: 170,
        cell: ({ mission }) => <TitleCell mission={mission} />,
      },
      {
        id: 'why',
        header: t('tasking.why-not'),
        width: 260,
        isFlexible: true,
        cell: (one) => <ConflictText unplaced={one} />,
      },
    ],
    [t],
  )
}

function ConflictText({ unplaced }: { unplaced: Unplaced }) {
  const { language } = useTexts()
  const plan = usePlan()
  const sentence = sayConflict(unplaced.conflict, unplaced.mission, plan, language)
  return <span title={sentence}>{sentence}</span>
}

function UnplacedDetail({ unplaced }: { unplaced: readonly Unplaced[] }) {
  const { t } = useTexts()
  const chosen = useStore(taskingView, (s) => s.unplaced)
  const one = unplaced.find((u) => u.mission === chosen)
  return (
    <section className="tasking-detail" aria-label={t('tasking.unplaced-detail')}>
      {one === undefined ? <p className="tasking-hint">{t('tasking.choose-unplaced')}</p> : <Conflicting one={one} />}
    </section>
  )
}

const SHOWN = 12

function Conflicting({ one }: { one: Unplaced }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const { requirements, counted } = one.conflict
  return (
    <>
      <div className="tasking-detail-head">
        <RecordLink id={one.mission} isWhole />
      </div>
      <p className="tasking-sentence">{sayConflict(one.conflict, one.mission, plan, language)}</p>
      <Records label={t('finding.records')} ids={of(requirements)} mission={one.mission} />
      {counted === undefined ? null : (
        <>
          <h4>{t('tasking.counted')}</h4>
          <Records label={t('tasking.counted')} ids={counted.missions} mission={one.mission} />
        </>
      )}
      {requirements.length === 0 ? null : (
        <>
          <h3>{t('tasking.what-frees')}</h3>
          <Freeing demands={requirements.filter((d) => d.freed !== null)} mission={one.mission} />
        </>
      )}
    </>
  )
}

interface FreeingProps {
  readonly demands: readonly Demand[]
  readonly mission: Id<'mission'>
}

/** What each demand, if it were let go, would make room for. */
function Freeing({ demands, mission }: FreeingProps) {
  const { t, language } = useTexts()
  const plan = usePlan()
  if (demands.length === 0) return <p className="tasking-hint">{t('tasking.none-frees')}</p>
  return (
    <ul className="tasking-demands" aria-label={t('tasking.what-frees')}>
      {demands.map((demand) => (
        <li key={JSON.stringify(demand.requirement)}>
          <p>{sayFreed(demand, mission, plan, language)}</p>
          <Records label={t('tasking.who')} ids={demand.freed?.units ?? []} mission={mission} />
        </li>
      ))}
    </ul>
  )
}

const of = (demands: readonly Demand[]): readonly Id[] => [...new Set(demands.flatMap(recordsOfDemand))]

interface RecordsProps {
  readonly label: string
  readonly ids: readonly Id[]
  /** The mission they are shown for, whose own link is left out. */
  readonly mission: Id<'mission'>
}

function Records({ label, ids, mission }: RecordsProps) {
  const { t } = useTexts()
  const plan = usePlan()
  const there = ids.filter((id) => id !== mission && plan.has(id))
  if (there.length === 0) return null
  return (
    <ul className="tasking-links" aria-label={label}>
      {there.slice(0, SHOWN).map((id) => (
        <li key={id}>
          <RecordLink id={id} />
        </li>
      ))}
      {there.length > SHOWN ? <li>{t('tasking.and-more', { count: there.length - SHOWN })}</li> : null}
    </ul>
  )
}
