import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { type Texts, useTexts } from '../../texts/TextContext.tsx'
import type { Bar } from './barLanes.ts'
import { timeWords, unitName } from './barWords.ts'
import { barOf, ghostOf, type MatrixRow, type RowModel } from './matrixRows.ts'
import { type ActiveBar, type MatrixControl, matrixView, say, toggleRow, selectHere } from './matrixView.ts'
import { type ActiveMove, moveActive } from './moveActive.ts'
import { openChange } from './proposalChanges.ts'
import { snapOf } from './timeScale.ts'
import type { MatrixNavigation } from './useMatrixControl.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'
import { startsOf } from './useMatrixPointer.ts'

export interface GridHandlers {
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
  onFocus(): void
}

interface Parts {
  readonly model: RowModel
  readonly viewport: MatrixViewport
  readonly plan: PlanReader
  readonly navigation: MatrixNavigation
  readonly dialogs: Pick<MatrixControl, 'addMission' | 'moveTo' | 'startLink'>
}

const MOVES: Readonly<Record<string, ActiveMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'home',
  End: 'end',
  PageUp: 'page-up',
  PageDown: 'page-down',
}

/** The keys of the matrix; every change is one step and is said aloud. */
export function useMatrixKeys({ model, viewport, plan, navigation, dialogs }: Parts): GridHandlers {
  const session = useSession()
  const texts = useTexts()
  return useMemo(() => {
    const goTo = (active: ActiveBar | null): void => {
      if (active === null) return
      matrixView.setState({ active })
      navigation.reveal(active)
    }
    const onFocus = (): void => {
      const { active } = matrixView.getState()
      if (active === null || !model.indexOf.has(active.row)) {
        const { time } = session.store.getState()
        goTo(moveActive(model.rows, model.indexOf, { row: '', bar: null, minute: time }, 'first'))
      }
    }
    const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
      if (event.target !== event.currentTarget) return
      const { active, linkingFrom } = matrixView.getState()
      const index = active === null ? undefined : model.indexOf.get(active.row)
      const row = index === undefined ? undefined : model.rows[index]
      const bar = barOf(row, active?.bar ?? null)
      const ghost = ghostOf(row, active?.ghost)?.ghost
      const isMod = event.ctrlKey || event.metaKey
      const { canEdit } = session.store.getState()
      const step = snapOf(viewport.scale.pxPerMinute)
      const done = (): void => {
        event.preventDefault()
        event.stopPropagation()
      }
      if (event.altKey && !isMod && event.key.startsWith('Arrow')) {
        done()
        if (bar === undefined || !canEdit) return
        const parts: Change = { session, plan, texts, bar }
        if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
          const by = event.key === 'ArrowRight' ? step : -step
          if (event.shiftKey) stretchBy(parts, by, step)
          else moveBy(parts, by)
        } else if (!event.shiftKey && index !== undefined) {
          reassignBy(parts, model, index, event.key === 'ArrowDown' ? 1 : -1)
        }
        return
      }
      if (event.altKey) return
      const move = isMod && event.key === 'Home' ? 'first' : isMod && event.key === 'End' ? 'last' : MOVES[event.key]
      if (move !== undefined && (!isMod || move === 'first' || move === 'last')) {
        done()
        if (row !== undefined && bar === undefined && ghost === undefined && fold(row, move)) return
        goTo(moveActive(model.rows, model.indexOf, active, move))
        return
      }
      if (isMod) return
      switch (event.key) {
        case 'Enter':
          done()
          if (ghost !== undefined) openChange(session, ghost.mission.id)
          else if (linkingFrom !== null && bar !== undefined) finishLink(linkingFrom, bar)
          else if (bar !== undefined) {
            selectHere(session, [bar.mission.id])
            focusInspector()
          } else if (row !== undefined && canFold(row)) toggleRow(row.id)
          else if (row !== undefined && isIdOf('unit', row.id)) {
            selectHere(session, [row.id])
            focusInspector()
          }
          return
        case ' ':
          done()
          if (bar !== undefined) toggleSelected(session, bar.mission.id)
          else if (ghost !== undefined) toggleSelected(session, ghost.mission.id)
          return
        case 'Escape':
          if (linkingFrom !== null) {
            matrixView.setState({ linkingFrom: null })
            say(texts.t('matrix.said-cancelled'))
          } else selectHere(session, [])
          return
        case '+':
        case '=':
          done()
          navigation.zoomBy(1.5)
          return
        case '-':
          done()
          navigation.zoomBy(1 / 1.5)
          return
        case 'Backspace':
          done()
          if (bar !== undefined && canEdit) {
            if (event.shiftKey) unschedule({ session, plan, texts, bar })
            else unassign({ session, plan, texts, bar })
          }
          return
        default:
      }
      if (event.shiftKey) return
      switch (event.key.toLowerCase()) {
        case 'l':
          done()
          if (canEdit) dialogs.startLink()
          return
        case 'm':
          done()
          if (canEdit && bar !== undefined) {
            selectForAction(session, bar)
            dialogs.moveTo()
          }
          return
        case 'n':
          done()
          if (canEdit) dialogs.addMission()
          return
        default:
      }
    }
    return { onKeyDown, onFocus }
  }, [model, viewport, plan, navigation, dialogs, session, texts])
}

interface Change {
  readonly session: PlanSession
  readonly plan: PlanReader
  readonly texts: Texts
  readonly bar: Bar
}

const canFold = (row: MatrixRow): boolean => row.kind === 'component' || row.hasBelow

/** Left and right on the head of a row close and open what is below it. */
function fold(row: MatrixRow, move: ActiveMove): boolean {
  if (!canFold(row)) return false
  if (move === 'left' && !row.isCollapsed) toggleRow(row.id, true)
  else if (move === 'right' && row.isCollapsed) toggleRow(row.id, false)
  else return false
  return true
}

/** Keys act on the whole selection if the active bar is of it, else on the active bar alone. */
function selectForAction(session: PlanSession, bar: Bar): void {
  const { selection } = session.store.getState()
  if (selection.has(bar.mission.id)) selectHere(session, selection, bar.mission.id)
  else selectHere(session, [bar.mission.id])
}

function toggleSelected(session: PlanSession, mission: Id<'mission'>): void {
  const next = new Set(session.store.getState().selection)
  if (next.has(mission)) next.delete(mission)
  else next.add(mission)
  selectHere(session, next)
}

function moveBy({ session, plan, texts, bar }: Change, by: number): void {
  selectForAction(session, bar)
  const moves = startsOf(plan, session.store.getState().selection).map((m) => ({ ...m, start: m.start + by }))
  if (!session.dispatch({ type: 'moveMissions', moves }).ok) return
  keepMinute(by)
  say(texts.t('matrix.said-moved', { code: bar.mission.code, time: timeWords(bar.start + by, plan.meta, texts) }))
}

function stretchBy({ session, plan, texts, bar }: Change, by: number, step: number): void {
  const end = Math.max(bar.end + by, bar.start + Math.min(step, bar.end - bar.start))
  if (end === bar.end) return
  selectForAction(session, bar)
  const likelyMinutes = end - bar.start
  const command = { type: 'stretchMission', mission: bar.mission.id, start: bar.start, likelyMinutes } as const
  if (!session.dispatch(command).ok) return
  say(texts.t('matrix.said-stretched', { code: bar.mission.code, time: timeWords(end, plan.meta, texts) }))
}

/** To the next unit row, up or down, that is not on the mission already. */
function reassignBy({ session, plan, texts, bar }: Change, model: RowModel, index: number, by: 1 | -1): void {
  const taken = new Set(plan.indexes.assignmentsOfMission.get(bar.mission.id).map((a) => a.unit))
  for (let i = index + by; i >= 0 && i < model.rows.length; i += by) {
    const row = model.rows[i]
    if (row?.kind !== 'unit' || taken.has(row.id)) continue
    selectForAction(session, bar)
    const { assignment } = bar
    if (!session.dispatch({ type: 'reassignMission', assignment: assignment.id, unit: row.id }).ok) return
    matrixView.setState(({ active }) => ({ active: { row: row.id, bar: assignment.id, minute: active?.minute ?? 0 } }))
    say(texts.t('matrix.said-reassigned', { code: bar.mission.code, unit: unitName(row.unit) }))
    return
  }
}

function unassign({ session, texts, bar }: Change): void {
  if (!session.dispatch({ type: 'removeRecords', ids: [bar.assignment.id] }).ok) return
  matrixView.setState(({ active }) => ({ active: active === null ? null : { ...active, bar: null } }))
  say(texts.t('matrix.said-unassigned', { code: bar.mission.code }))
}

function unschedule({ session, texts, bar }: Change): void {
  if (!session.dispatch({ type: 'moveMissions', moves: [{ mission: bar.mission.id, start: null }] }).ok) return
  matrixView.setState(({ active }) => ({ active: active === null ? null : { ...active, bar: null } }))
  say(texts.t('matrix.said-unscheduled', { code: bar.mission.code }))
}

function keepMinute(by: number): void {
  matrixView.setState(({ active }) => ({
    active: active === null ? null : { ...active, minute: active.minute + by },
  }))
}

function finishLink(predecessor: NonNullable<ReturnType<typeof matrixView.getState>['linkingFrom']>, bar: Bar): void {
  if (predecessor === bar.mission.id) return
  matrixView.setState({ linkingFrom: null, linkDraft: { predecessor, successor: bar.mission.id } })
}

/** The sheet beside every place takes the keys. */
function focusInspector(): void {
  const sheet = document.querySelector<HTMLElement>('.shell-inspector')
  const first = sheet?.querySelector<HTMLElement>('button, input, textarea, select, a[href], [tabindex="0"]')
  first?.focus()
}
