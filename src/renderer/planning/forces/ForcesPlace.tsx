import { ClipboardPaste, Plus } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { isIdOf } from '../../../domain/records/ids.ts'
import { useActionContext, useActions } from '../../actions/ActionsContext.tsx'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { GridMenuTarget } from '../../ui/grid/VirtualGrid.tsx'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import { toInstant } from '../../../domain/time/planTime.ts'
import { shareOfHorizon } from './allocationSpans.ts'
import { moveTimeLines } from './UnitCells.tsx'
import type { Forces, ForcesRow, UnitRow } from './Forces.ts'
import { addUnit, cutUnits, pasteCut, pasteSheet } from './forcesCommands.tsx'
import { isFiltering, NO_FILTER, unitMatcher } from './forcesFilter.ts'
import { ForcesToolbar } from './ForcesToolbar.tsx'
import { ForcesTreeGrid } from './ForcesTreeGrid.tsx'
import { forcesView, setExpanded, setFilter, viewPlan } from './forcesView.ts'
import { TimeControl } from './TimeControl.tsx'
import { UnitGrid } from './UnitGrid.tsx'
import { unitMenu } from './unitMenu.ts'
import { useForces, useForcesView } from './useForces.ts'
import './ForcesPlace.css'

/** Components and units at the chosen time: as a tree by superior, or as one table. */
export function ForcesPlace() {
  const { t } = useTexts()
  const context = useActionContext()
  const actions = useActions()
  const forces = useForces()
  const plan = usePlan()
  useState(() =>
    viewPlan(
      plan.meta.id,
      forces.units.length,
      forces.components.map((row) => row.id),
    ),
  )
  const kind = useForcesView((v) => v.kind)
  const shownUnits = useShownUnits(forces)
  const menu = useContextMenu(t('forces.menu'))
  const frame = useRef<HTMLDivElement>(null)
  useTimeLines(frame)
  useReveal(forces)

  const openMenu = ({ ids, at }: GridMenuTarget): void => {
    if (ids.some((id) => isIdOf('unit', id))) menu.openAt(at, unitMenu(actions))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys = keyOf(event)
    if (keys === null || !context.session.store.getState().canEdit) return
    const { cut } = forcesView.getState()
    if (keys === 'cut') cutUnits(context)
    else if (keys === 'paste' && cut.size > 0) pasteCut(context)
    else if (keys === 'forget' && cut.size > 0) forcesView.setState({ cut: new Set() })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (isInField(event.target) || text.trim() === '' || !context.session.store.getState().canEdit) return
    event.preventDefault()
    pasteSheet(context, text)
  }
  if (forces.units.length === 0) {
    return (
      <EmptyState
        text={t('forces.empty')}
        primary={{ label: t('action.add-unit'), icon: Plus, onPress: () => addUnit(context) }}
        alternative={{ label: t('action.paste-sheet'), icon: ClipboardPaste, onPress: () => pasteSheet(context) }}
      />
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys that the grid inside leaves over
    <div className="forces" ref={frame} onKeyDown={onKeyDown} onPaste={onPaste}>
      <ForcesToolbar forces={forces} shownCount={shownUnits.length} />
      <TimeControl />
      {shownUnits.length === 0 ? (
        <EmptyState
          text={t('forces.no-match')}
          primary={{ label: t('forces.clear-filter'), onPress: () => setFilter(NO_FILTER) }}
        />
      ) : kind === 'tree' ? (
        <ForcesTreeGrid forces={forces} shownUnits={shownUnits} onContextMenu={openMenu} />
      ) : (
        <UnitGrid forces={forces} units={shownUnits} onContextMenu={openMenu} />
      )}
      {menu.element}
    </div>
  )
}

/** The units that pass the filter. */
function useShownUnits(forces: Forces): readonly UnitRow[] {
  const filter = useForcesView((v) => v.filter)
  return useMemo(
    () => (isFiltering(filter) ? forces.units.filter(unitMatcher(filter)) : forces.units),
    [forces, filter],
  )
}

/** Keeps the lines of the chosen time where it is. */
function useTimeLines(frame: { readonly current: HTMLElement | null }): void {
  const { store } = useSession()
  useEffect(
    () =>
      store.subscribe(({ plan, time }, before) => {
        if (plan === null || frame.current === null || time === before.time) return
        moveTimeLines(frame.current, shareOfHorizon(plan.meta, toInstant(time, plan.meta.hHour)))
      }),
    [store, frame],
  )
}

/** What is chosen elsewhere, as in the palette, comes into sight here: all above it is opened. */
function useReveal(forces: Forces): void {
  const { store } = useSession()
  const focused = useSessionState((s) => s.focused)
  const latest = useRef(forces)
  useEffect(() => {
    latest.current = forces
  })
  useEffect(() => {
    const { plan, time } = store.getState()
    if (plan === null || focused === null || forcesView.getState().focusedRow === focused) return
    const tree = latest.current.treeAt(toInstant(time, plan.meta.hHour))
    let row: ForcesRow | null = latest.current.get(focused) ?? null
    if (row === null) return
    while (row?.kind === 'unit') {
      row = tree.parentOf(row)
      if (row !== null) setExpanded(row.id, true)
    }
    forcesView.setState({ focusedRow: focused })
  }, [focused, store])
}

const isInField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input:not([type=range]), textarea, select') !== null

/** What a key means here that the grid did not take. */
function keyOf(event: KeyboardEvent): 'cut' | 'paste' | 'forget' | null {
  if (isInField(event.target) || event.altKey || event.shiftKey) return null
  const hasCommand = event.ctrlKey || event.metaKey
  if (!hasCommand) return event.key === 'Escape' ? 'forget' : null
  return event.key.toLowerCase() === 'x' ? 'cut' : event.key.toLowerCase() === 'v' ? 'paste' : null
}
