import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Id } from '../../../domain/records/ids.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import type { ZoomLevel } from './timeScale.ts'

/** Where the keyboard is: a row, and one of its bars if it has any there. */
export interface ActiveBar {
  readonly row: string
  readonly bar: Id<'assignment'> | null
  /** Where it is a ghost of the open proposal instead: its id. */
  readonly ghost?: string
  /** The time that going up and down keeps to, minutes from H-hour. */
  readonly minute: number
}

/** What a mounted matrix does when an action asks. */
export interface MatrixControl {
  zoomBy(factor: number): void
  zoomTo(level: ZoomLevel): void
  fitHorizon(): void
  fitSelection(): void
  jumpTo(minute: number): void
  showMission(mission: Id<'mission'>): void
  addMission(): void
  moveTo(): void
  startLink(): void
}

/** A link that waits for its kind and lag. */
export interface LinkDraft {
  readonly predecessor: Id<'mission'>
  readonly successor: Id<'mission'>
}

export interface MatrixView {
  readonly plan: Id<'plan'> | null
  /** Null until the first layout, which fits the horizon. */
  readonly pxPerMinute: number | null
  /** Time at the left edge, minutes from H-hour; where the view stands when one comes back. */
  readonly left: number
  readonly top: number
  readonly headWidth: number
  readonly collapsed: ReadonlySet<string>
  readonly unfolded: ReadonlySet<string>
  readonly filter: string
  /** Null: by the size of the plan. */
  readonly isOnlyBusy: boolean | null
  readonly areLinksShown: boolean
  readonly isTrayOpen: boolean
  /** Whether what an open proposal would change is shown. */
  readonly areGhostsShown: boolean
  readonly active: ActiveBar | null
  /** The mission that a link is being drawn from by keyboard. */
  readonly linkingFrom: Id<'mission'> | null
  readonly linkDraft: LinkDraft | null
  /** The mission whose sign was pressed to read what does not fit. */
  readonly calloutFor: Id<'mission'> | null
  /** What was last said to screen readers; the count makes the same words news again. */
  readonly said: { readonly text: string; readonly count: number }
  readonly control: MatrixControl | null
}

const FRESH: MatrixView = {
  plan: null,
  pxPerMinute: null,
  left: 0,
  top: 0,
  headWidth: 216,
  collapsed: new Set(),
  unfolded: new Set(),
  filter: '',
  isOnlyBusy: null,
  areLinksShown: false,
  isTrayOpen: true,
  areGhostsShown: true,
  active: null,
  linkingFrom: null,
  linkDraft: null,
  calloutFor: null,
  said: { text: '', count: 0 },
  control: null,
}

/** How the matrix is looked at; outlives the place, so that one comes back to what one left. */
export const matrixView = createStore<MatrixView>(() => FRESH)

export function useMatrixView<T>(select: (view: MatrixView) => T): T {
  return useStore(matrixView, select)
}

/** Another plan begins with a fresh view. */
export function lookAtPlan(plan: Id<'plan'>): void {
  const { plan: before, headWidth, areLinksShown, isTrayOpen } = matrixView.getState()
  if (before !== plan) matrixView.setState({ ...FRESH, plan, headWidth, areLinksShown, isTrayOpen })
}

export function toggled(set: ReadonlySet<string>, id: string, isIn = !set.has(id)): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(id)
  else next.delete(id)
  return next
}

export function toggleRow(id: string, isCollapsed?: boolean): void {
  matrixView.setState(({ collapsed }) => ({ collapsed: toggled(collapsed, id, isCollapsed) }))
}

export function say(text: string): void {
  matrixView.setState(({ said }) => ({ said: { text, count: said.count + 1 } }))
}

let chosenHere: ReadonlySet<Id> | null = null

/** Selects as `session.select` does, and remembers that the choice was made on the matrix, which need not go there then. */
export function selectHere(session: PlanSession, ids: Iterable<Id>, focused?: Id | null): void {
  session.select(ids, focused)
  chosenHere = session.store.getState().selection
}

export const isChosenHere = (selection: ReadonlySet<Id>): boolean => selection === chosenHere
