import { CalendarCog, Check } from 'lucide-react'
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import type { ActionContext } from '../../actions/Action.ts'
import { recordMenu, useActionContext, useActions } from '../../actions/ActionsContext.tsx'
import type { PlanSession } from '../../session/PlanSession.ts'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { MenuEntry } from '../../ui/MenuEntry.ts'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import { BarCallout } from './BarCallout.tsx'
import { GhostCallout } from './GhostCallout.tsx'
import { GhostLayer } from './GhostLayer.tsx'
import { DragLayer, PointerLabel } from './DragLayer.tsx'
import { LinkPopover } from './LinkPopover.tsx'
import { LinkLayer } from './LinkLayer.tsx'
import './Matrix.css'
import './MatrixBars.css'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixPrint } from './MatrixPrint.tsx'
import { MatrixToolbar } from './MatrixToolbar.tsx'
import { MatrixTray } from './MatrixTray.tsx'
import { isChosenHere, lookAtPlan, matrixView, selectHere, useMatrixView } from './matrixView.ts'
import { openChange, proposedOf, takeChange } from './proposalChanges.ts'
import { TimeCursorHandle, TimeCursorLine } from './TimeCursor.tsx'
import { useBarDrag } from './useBarDrag.ts'
import { useMatrixControl, useMatrixNavigation } from './useMatrixControl.ts'
import { useMatrixDialogs } from './useMatrixDialogs.tsx'
import { useMatrixKeys } from './useMatrixKeys.ts'
import { useMatrixPointer } from './useMatrixPointer.ts'
import { useMatrixRows } from './useMatrixRows.ts'
import { useMatrixViewport } from './useMatrixViewport.ts'

const ROW = 28
const COMPACT_ROW = 24

/** The synchronization matrix: time across, components and units down, missions as bars. */
export function MatrixPlace() {
  const plan = usePlan()
  // Before the first look at the view; another plan mounts another place.
  useState(() => lookAtPlan(plan.meta.id))
  if (plan.count('unit') === 0) return <NoUnits />
  return <Matrix />
}

function NoUnits() {
  const { t } = useTexts()
  const session = useSession()
  return (
    <EmptyState
      text={t('matrix.empty')}
      primary={{ label: t('matrix.empty-forces'), onPress: () => session.goTo('forces') }}
      alternative={{ label: t('matrix.empty-missions'), onPress: () => session.goTo('missions') }}
    />
  )
}

function Matrix() {
  const { t } = useTexts()
  const actions = useActions()
  const { settings } = useActionContext()
  const isDense = useStore(settings.store, (s) => s.dense)
  const plan = usePlan()
  const { meta } = plan
  const scroller = useRef<HTMLDivElement>(null)
  const model = useMatrixRows()
  const viewport = useMatrixViewport(scroller, model, meta, isDense ? COMPACT_ROW : ROW)
  const navigation = useMatrixNavigation(scroller, model, viewport, plan)
  const dialogs = useMatrixDialogs(plan)
  const control = useMemo(() => ({ ...navigation, ...dialogs }), [navigation, dialogs])
  useMatrixControl(control)
  const pointer = useMatrixPointer({ scroller, model, viewport, plan, navigation })
  const keys = useMatrixKeys({ model, viewport, plan, navigation, dialogs })
  useBarDrag({ scroller, model, viewport, plan })
  useSettledActive(plan)
  useFollowFocused(control.showMission)
  const menu = useContextMenu(t('matrix.menu'))
  return (
    <div className="matrix">
      <MatrixToolbar viewport={viewport} navigation={navigation} />
      <div
        className="matrix-frame"
        {...pointer}
        onPointerOver={showTitle}
        onContextMenu={(event) => {
          event.preventDefault()
          selectActiveGhost(actions.context.session)
          const { selection } = actions.context.session.store.getState()
          const kind = [...selection].some((id) => isIdOf('mission', id)) ? 'mission' : 'unit'
          if (selection.size === 0) return
          const entries = [...ghostMenu(actions.context, selection), ...recordMenu(actions, kind)]
          menu.openAt({ x: event.clientX, y: event.clientY }, entries)
        }}
      >
        <MatrixGrid
          ref={scroller}
          model={model}
          viewport={viewport}
          meta={meta}
          handlers={keys}
          floating={
            <>
              <BarCallout plan={plan} model={model} viewport={viewport} />
              <GhostCallout plan={plan} model={model} viewport={viewport} />
            </>
          }
          header={<TimeCursorHandle viewport={viewport} meta={meta} scroller={scroller} />}
        >
          <GhostLayer model={model} viewport={viewport} />
          <LinkLayer plan={plan} model={model} viewport={viewport} />
          <TimeCursorLine viewport={viewport} />
          <DragLayer plan={plan} model={model} viewport={viewport} />
        </MatrixGrid>
      </div>
      <MatrixTray plan={plan} />
      <PointerLabel plan={plan} />
      <LinkPopover plan={plan} />
      <LinkingHint plan={plan} />
      <LiveWords />
      <MatrixPrint model={model} viewport={viewport} meta={meta} />
      {menu.element}
    </div>
  )
}

/** The menu key is about the ghost that keys are on, unless its mission is selected already. */
function selectActiveGhost(session: PlanSession): void {
  const ghost = matrixView.getState().active?.ghost
  if (ghost === undefined) return
  const id = ghost.slice(0, ghost.indexOf(' ')) as Id
  if (session.store.getState().plan?.has(id) === true && !session.store.getState().selection.has(id))
    selectHere(session, [id])
}

/** What a menu offers on missions that an open proposal would change. */
function ghostMenu(context: ActionContext, selection: ReadonlySet<Id>): readonly MenuEntry[] {
  const { session, texts } = context
  const missions = proposedOf(session, selection)
  const [first] = missions
  if (first === undefined) return []
  return [
    {
      id: 'take-change',
      label: texts.t('matrix.ghost-take-n', { count: missions.length }),
      icon: Check,
      isDisabled: !session.store.getState().canEdit || session.tasking.store.getState().isStale,
      onAction: () => takeChange(context, missions),
    },
    {
      id: 'open-change',
      label: texts.t('matrix.ghost-open'),
      icon: CalendarCog,
      onAction: () => openChange(session, first),
    },
    { kind: 'separator', id: 'ghost-separator' },
  ]
}

/** What a screen reader hears of a bar is its tooltip too; set when needed, not on every bar of the page. */
function showTitle({ target }: PointerEvent): void {
  const bar = target instanceof Element ? target.closest('[data-bar], [data-ghost]') : null
  bar?.setAttribute('title', bar.getAttribute('aria-label') ?? '')
}

/** The active bar stays the active one when an undo, or another place, hands it to another unit. */
function useSettledActive(plan: PlanReader): void {
  const active = useMatrixView((v) => v.active)
  const { revision } = plan
  useEffect(() => {
    if (active?.bar === null || active === null) return
    const unit = plan.get(active.bar)?.unit
    if (unit === active.row) return
    matrixView.setState({ active: unit === undefined ? { ...active, bar: null } : { ...active, row: unit } })
    // The plan is one living document; its revision says when to look again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [active, plan, revision])
}

/** A mission chosen elsewhere comes into sight here. */
function useFollowFocused(showMission: ReturnType<typeof useMatrixNavigation>['showMission']): void {
  const focused = useSessionState((s) => s.focused)
  const selection = useSessionState((s) => s.selection)
  const show = useRef(showMission)
  useLayoutEffect(() => {
    show.current = showMission
  })
  useEffect(() => {
    if (focused !== null && isIdOf('mission', focused) && !isChosenHere(selection)) show.current(focused)
  }, [focused, selection])
}

/** While a link is drawn by keyboard, what to do next; screen readers have heard it already. */
function LinkingHint({ plan }: { plan: PlanReader }) {
  const { t } = useTexts()
  const from = useMatrixView((v) => v.linkingFrom)
  if (from === null) return null
  return (
    <p className="matrix-hint" aria-hidden>
      {t('matrix.said-linking', { code: plan.get(from)?.code ?? '' })}
    </p>
  )
}

function LiveWords() {
  const said = useMatrixView((v) => v.said)
  return (
    <output className="visually-hidden" aria-live="polite">
      <span key={said.count}>{said.text}</span>
    </output>
  )
}
