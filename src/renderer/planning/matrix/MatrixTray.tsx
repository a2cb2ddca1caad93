/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a list whose items come and go as it scrolls */
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { formatSpan } from '../../../domain/time/planTime.ts'
import { folded } from '../../ui/folded.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { type Texts, useTexts } from '../../texts/TextContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { dragStep, IDLE } from './dragBar.ts'
import { dragStore } from './dragStore.ts'
import { matrixView, useMatrixView, selectHere } from './matrixView.ts'
import { timeWords } from './barWords.ts'
import { type TrayMission, trayMissions } from './trayMissions.ts'

const ITEM = 26
/** No revision: the list is made after the bars. */
const NOT_YET = -1

/** Missions without a unit or a start, waiting to be dragged onto a row. */
export function MatrixTray({ plan }: { plan: PlanReader }) {
  const { t } = useTexts()
  const isOpen = useMatrixView((v) => v.isTrayOpen)
  const [filter, setFilter] = useState('')
  const words = useDeferredValue(folded(filter).trim())
  // At tens of thousands of missions the list may follow an edit a moment later than the bars.
  const revision = useDeferredValue(plan.revision, NOT_YET)
  const missions = useMemo(
    () =>
      isOpen && revision !== NOT_YET
        ? trayMissions(plan, words === '' ? null : (text) => folded(text).includes(words))
        : [],
    // oxlint-disable-next-line react/exhaustive-deps
    [plan, revision, words, isOpen],
  )
  if (!isOpen) return null
  return (
    <section className="matrix-tray" aria-label={t('matrix.tray')}>
      <header className="matrix-tray-head">
        <h2>{t('matrix.tray-count', { count: missions.length })}</h2>
        <span className="matrix-tray-hint">{t('matrix.tray-hint')}</span>
        <span className="matrix-space" />
        <SearchField label={t('matrix.tray-filter')} width={180} value={filter} onChange={setFilter} />
        <IconButton
          icon={ChevronDown}
          label={t('matrix.hide-tray')}
          onPress={() => matrixView.setState({ isTrayOpen: false })}
        />
      </header>
      {missions.length === 0 ? (
        <p className="matrix-tray-none">{t(words === '' ? 'matrix.tray-empty' : 'matrix.tray-none')}</p>
      ) : (
        <TrayList plan={plan} missions={missions} />
      )}
    </section>
  )
}

function TrayList({ plan, missions }: { plan: PlanReader; missions: readonly TrayMission[] }) {
  const texts = useTexts()
  const session = useSession()
  const selection = useSessionState((s) => s.selection)
  const canEdit = useSessionState((s) => s.canEdit)
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is handed on
  const virtualizer = useVirtualizer({
    count: missions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ITEM,
    overscan: 4,
  })
  const at = Math.min(active, missions.length - 1)

  const choose = (index: number): void => {
    const item = missions[index]
    if (item === undefined) return
    setActive(index)
    virtualizer.scrollToIndex(index)
    selectHere(session, [item.mission.id])
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: missions.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      choose(Math.min(missions.length - 1, Math.max(0, to)))
    } else if (event.key === ' ' || event.key === 'Enter' || event.key.toLowerCase() === 'm') {
      event.preventDefault()
      choose(at)
      if (event.key !== ' ' && canEdit) matrixView.getState().control?.moveTo()
    }
  }
  const onPointerDown = (event: PointerEvent, item: TrayMission, index: number): void => {
    if (event.button !== 0) return
    choose(index)
    if (!canEdit) return
    const { mission } = item
    const grip = {
      kind: 'place',
      mission: mission.id,
      assignment: null,
      unit: null,
      start: mission.start ?? 0,
      end: (mission.start ?? 0) + mission.duration.likely,
      moved: [],
      minute: 0,
      part: 'supported',
    } as const
    const { clientX: x, clientY: y } = event
    dragStore.setState({ drag: dragStep(IDLE, { type: 'press', grip, x, y }), x, y })
  }
  return (
    <div
      ref={scroller}
      className="matrix-tray-list"
      role="listbox"
      tabIndex={0}
      aria-label={texts.t('matrix.tray')}
      aria-activedescendant={`matrix-tray-${missions[at]?.mission.id}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = missions[index]
          if (item === undefined) return null
          const { mission } = item
          return (
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the list holds the focus and names it
            <div
              key={mission.id}
              id={`matrix-tray-${mission.id}`}
              role="option"
              aria-selected={selection.has(mission.id)}
              aria-posinset={index + 1}
              aria-setsize={missions.length}
              className="matrix-tray-item"
              data-active={index === at || undefined}
              data-tray={mission.id}
              style={{ top: start, height: ITEM }}
              onPointerDown={(event) => onPointerDown(event, item, index)}
              onDoubleClick={() => canEdit && matrixView.getState().control?.moveTo()}
            >
              <b>{mission.code}</b>
              <span className="matrix-tray-title">{mission.title}</span>
              <span className="matrix-tray-fact">{needs(item, plan, texts)}</span>
              <span className="matrix-tray-fact figures">{formatSpan(mission.duration.likely)}</span>
              <span className="matrix-tray-fact">{texts.t('matrix.priority', { priority: mission.priority })}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

function needs({ mission, needsUnit, needsStart }: TrayMission, plan: PlanReader, texts: Texts): string {
  const { t } = texts
  if (needsUnit && needsStart) return t('matrix.needs-both')
  if (needsStart) return t('matrix.needs-start')
  return `${t('matrix.needs-unit')} · ${timeWords(mission.start ?? 0, plan.meta, texts)}`
}
