import { ClipboardPaste, Plus } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { isIdOf } from '../../../domain/records/ids.ts'
import { useActionContext, useActions } from '../../actions/ActionsContext.tsx'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { GridMenuTarget } from '../../ui/grid/VirtualGrid.tsx'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import type { Forces, ForcesRow, ForcesTree } from './Forces.ts'
import { addUnit, cutUnits, pasteCut, pasteSheet } from './forcesCommands.tsx'
import { isFiltering, NO_FILTER, unitMatcher } from './forcesFilter.ts'
import { ForcesToolbar } from './ForcesToolbar.tsx'
import { ForcesTreeGrid } from './ForcesTreeGrid.tsx'
import { forcesView, setExpanded, setFilter, viewPlan } from './forcesView.ts'
import { filterTree } from './filterTree.ts'
import { TimeControl } from './TimeControl.tsx'
import { UnitGrid } from './UnitGrid.tsx'
import { unitMenu } from './unitMenu.ts'
import { useForces, useForcesTree, useForcesView } from './useForces.ts'
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
  const tree = useForcesTree(forces)
  const kind = useForcesView((v) => v.kind)
  const { shownTree, shownUnits } = useFiltered(forces, tree)
  const menu = useContextMenu(t('forces.menu'))
  const frame = useRef<HTMLDivElement>(null)
  useTimeShare(frame)
  useReveal(forces, tree)

  const openMenu = ({ ids, at }: GridMenuTarget): void => {
    if (ids.some((id) => isIdOf('unit', id))) menu.openAt(at, unitMenu(actions))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys = keyOf(event)
    if (keys === null) return
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
        <ForcesTreeGrid forces={forces} tree={shownTree} onContextMenu={openMenu} />
      ) : (
        <UnitGrid forces={forces} units={shownUnits} onContextMenu={openMenu} />
      )}
      {menu.element}
    </div>
  )
}

function useFiltered(forces: Forces, tree: ForcesTree) {
  const filter = useForcesView((v) => v.filter)
  const shownUnits = useMemo(
    () => (isFiltering(filter) ? forces.units.filter(unitMatcher(filter)) : forces.units),
    [forces, filter],
  )
  const shownTree = useMemo(() => {
    if (!isFiltering(filter)) return tree
    const shown = new Set(shownUnits)
    return filterTree(tree, forces.units, (row) => shown.has(row))
  }, [tree, forces, filter, shownUnits])
  return { shownTree, shownUnits }
}

/** Tells the style where the chosen time lies in the horizon, without drawing any row again. */
function useTimeShare(frame: { readonly current: HTMLElement | null }): void {
  const { store } = useSession()
  useEffect(() => {
    const place = (): void => {
      const { plan, time } = store.getState()
      if (plan === null) return
      const { from, to } = plan.meta.horizon
      frame.current?.style.setProperty('--time-share', String(Math.min(1, Math.max(0, (time - from) / (to - from)))))
    }
    place()
    return store.subscribe(place)
  }, [store, frame])
}

/** What is chosen elsewhere, as in the palette, comes into sight here: all above it is opened. */
function useReveal(forces: Forces, tree: ForcesTree): void {
  const focused = useSessionState((s) => s.focused)
  const latest = useRef({ forces, tree })
  useEffect(() => {
    latest.current = { forces, tree }
  })
  useEffect(() => {
    if (focused === null || !isIdOf('unit', focused) || forcesView.getState().focusedRow === focused) return
    let row: ForcesRow | null = latest.current.forces.get(focused) ?? null
    while (row?.kind === 'unit') {
      row = latest.current.tree.parentOf(row)
      if (row !== null) setExpanded(row.id, true)
    }
    forcesView.setState({ focusedRow: focused })
  }, [focused])
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
