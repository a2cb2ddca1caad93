import { freshUnit } from '../../../domain/commands/pasteUnits.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { toInstant, toRelative } from '../../../domain/time/planTime.ts'
import type { ActionContext } from '../../actions/Action.ts'
import { SymbolPicker } from '../../fields/symbol/SymbolPicker.tsx'
import type { SessionState } from '../../session/SessionState.ts'
import { AttachDialog } from './AttachDialog.tsx'
import { BulkEditDialog } from './BulkEditDialog.tsx'
import { type ForcesRow, forcesOf, type UnitRow } from './Forces.ts'
import { forcesView, setExpanded } from './forcesView.ts'
import { nameOfTarget, nameOfUnit } from './nameOfTarget.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { RemoveUnitsDialog } from './RemoveUnitsDialog.tsx'
import { circleWith, type MoveTarget, subordinatesOf, targetOf, topUnits } from './unitMoves.ts'

/** The selected units that still exist, in the order of the forces. */
export function selectedRows(s: SessionState): readonly UnitRow[] {
  if (s.plan === null || s.selection.size === 0) return []
  const forces = forcesOf(s.plan)
  const rows = [...s.selection].map((id) => forces.get(id)).filter((row) => row !== undefined)
  return rows.length < 2 ? rows : forces.units.filter((row) => s.selection.has(row.unit.id))
}

const instantNow = (s: SessionState, plan: PlanReader): number => toInstant(s.time, plan.meta.hHour)

/** The unit or component in focus in the tree, else the unit that is selected. */
function focusedTarget(s: SessionState): MoveTarget | null {
  const row = focusedRow(s)
  return row === null ? null : targetOf(row)
}

function focusedRow(s: SessionState): ForcesRow | null {
  if (s.plan === null) return null
  const forces = forcesOf(s.plan)
  const { focusedRow: id } = forcesView.getState()
  if (id === null) return selectedRows(s)[0] ?? null
  return forces.get(id) ?? forces.components.find((row) => row.id === id) ?? null
}

/** Adds a unit under the one in focus, in its component, and selects it. */
export function addUnit({ session, texts }: ActionContext): void {
  const state = session.store.getState()
  const { plan } = state
  if (plan === null) return
  const target = focusedTarget(state)
  const head = target?.kind === 'unit' ? target.unit : null
  const component = head?.component ?? (target?.kind === 'component' ? target.component.id : firstComponent(plan))
  if (component === undefined) return
  const id = session.newId('unit')
  const name = texts.t('forces.new-unit')
  const record = {
    id,
    ...freshUnit({ designation: '', name, owner: head?.owner ?? 'other' }),
    component,
    parent: head?.id ?? null,
  }
  if (!session.dispatch({ type: 'addRecord', record }).ok) return
  setExpanded(head?.id ?? component, true)
  forcesView.setState({ focusedRow: id })
  session.select([id])
}

const firstComponent = (plan: PlanReader): Id<'component'> | undefined => forcesOf(plan).components[0]?.component.id

/** Copies one unit beside itself; its missions stay its own. */
export function duplicateUnit({ session, texts }: ActionContext): void {
  const unit = selectedRows(session.store.getState())[0]?.unit
  if (unit === undefined) return
  const { createdRevision: _created, updatedRevision: _updated, ...fields } = unit
  const copy = texts.t('forces.copy')
  const id = session.newId('unit')
  const named = {
    name: `${unit.name} ${copy}`.slice(0, 300),
    designation: `${unit.designation} ${copy}`.trim().slice(0, 300),
  }
  if (session.dispatch({ type: 'addRecord', record: { ...fields, ...named, id } }).ok) session.select([id])
}

/** Marks the selected units; they move only when pasted. */
export function cutUnits({ session, texts, notify }: ActionContext): void {
  const rows = selectedRows(session.store.getState())
  if (rows.length === 0) return
  forcesView.setState({ cut: new Set(rows.map((row) => row.unit.id)) })
  notify({ tone: 'note', text: texts.t('forces.cut-done', { count: rows.length }) })
}

/** Asks since when the units that were cut stand under what is in focus. */
export function pasteCut(context: ActionContext): void {
  const target = focusedTarget(context.session.store.getState())
  const { cut } = forcesView.getState()
  if (cut.size === 0) return context.notify({ tone: 'note', text: context.texts.t('forces.nothing-cut') })
  if (target !== null) attach(context, [...cut], target)
}

/** Says why units cannot stand under a target, or asks since when they do and moves them. */
export function attach(context: ActionContext, ids: readonly string[], target: MoveTarget): void {
  const { session, texts, notify } = context
  const state = session.store.getState()
  const { plan } = state
  if (plan === null) return
  const forces = forcesOf(plan)
  const rows = ids.map((id) => forces.get(id)).filter((row) => row !== undefined)
  const units = topUnits(rows, forces.treeAt(instantNow(state, plan))).map((row) => row.unit.id)
  if (units.length === 0) return
  const superior = nameOfTarget(target, texts.name)
  const circle = circleWith(plan, units, target)
  if (circle !== null) {
    return notify({ tone: 'warning', text: texts.t('attach.circle', { superior, unit: nameOfUnit(circle) }) })
  }
  context.showDialog((close) => <AttachDialog units={units} target={target} onClose={close} />)
}

/** Opens the picker for the selected units; one choice is one change. */
export function chooseSymbol({ session, showDialog }: ActionContext): void {
  const rows = selectedRows(session.store.getState())
  const first = rows[0]?.unit
  if (first === undefined) return
  const ids = rows.map((row) => row.unit.id)
  showDialog((close) => (
    <SymbolPicker
      code={first.symbol}
      onClose={close}
      onChoose={(symbol, echelon) => {
        const fields = { symbol, ...(echelon === null ? {} : { echelon }) }
        session.dispatch({ type: 'editRecords', ids, fields })
      }}
    />
  ))
}

export function editMany({ session, showDialog }: ActionContext): void {
  const units = selectedRows(session.store.getState()).map((row) => row.unit.id)
  if (units.length > 0) showDialog((close) => <BulkEditDialog units={units} onClose={close} />)
}

/** Opens the preview of lines of a sheet, empty or with what was pasted. */
export function pasteSheet({ session, showDialog }: ActionContext, text = ''): void {
  const focused = focusedTarget(session.store.getState())
  showDialog((close) => <PasteDialog initialText={text} focused={focused} onClose={close} />)
}

/** Removes the selected units; asks first where assignments or subordinates go with them. */
export function removeUnits({ session, showDialog }: ActionContext): void {
  const state = session.store.getState()
  const { plan } = state
  if (plan === null || !state.canEdit) return
  const units = selectedRows(state).map((row) => row.unit.id)
  if (units.length === 0) return
  const subordinates = subordinatesOf(plan, units)
  const all = [...units, ...subordinates]
  const assignments = all.reduce((sum, id) => sum + plan.indexes.assignmentsOfUnit.get(id).length, 0)
  const remove = (): void => void session.dispatch({ type: 'removeRecords', ids: all })
  if (assignments + subordinates.length === 0) return remove()
  showDialog((close) => (
    <RemoveUnitsDialog
      count={units.length}
      unit={nameOfUnit(units[0] === undefined ? undefined : plan.get(units[0]))}
      assignments={assignments}
      subordinates={subordinates.length}
      onConfirm={remove}
      onClose={close}
    />
  ))
}

/** Goes to the next or previous time at which anything about the units changes. */
export function stepToChange({ session }: ActionContext, direction: 1 | -1): boolean {
  const state = session.store.getState()
  const { plan } = state
  if (plan === null) return false
  const forces = forcesOf(plan)
  const now = instantNow(state, plan)
  const instant = direction === 1 ? forces.changeAfter(now) : forces.changeBefore(now)
  if (instant === null) return false
  const time = toRelative(instant, plan.meta.hHour)
  const { from, to } = plan.meta.horizon
  if (time < from || time > to) return false
  session.setTime(time)
  return true
}

/** Selects units among ids of rows; components are no records one edits here. */
export function selectUnits(
  context: Pick<ActionContext, 'session'>,
  ids: Iterable<string>,
  focused: string | null,
): void {
  const units = [...ids].filter((id) => isIdOf('unit', id))
  const isFocused = focused !== null && isIdOf('unit', focused) && units.includes(focused)
  context.session.select(units, isFocused ? focused : (units.at(-1) ?? null))
}
