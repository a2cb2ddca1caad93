import type { Id } from '../../../../domain/records/ids.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { isIdOf } from '../../../../domain/records/ids.ts'
import type { PlanSession } from '../../../session/PlanSession.ts'
import { checkView } from '../checkView.ts'
import { rowsAbove } from './loadRows.ts'
import { loadView, lookAtLoadsOf } from './loadView.ts'

/** Shows the chart of a row; the sheet beside it is that of its unit or component. */
export function chooseRow(session: PlanSession, id: string): void {
  if (loadView.getState().chosen === id) return
  loadView.setState({ chosen: id as Id<'component' | 'unit'> })
  session.select([id as Id])
}

/** Goes to the load of a unit, wherever one is: its row is in sight and its chart shown. */
export function showLoadOf(session: PlanSession, id: Id<'unit'>): void {
  const { plan, time } = session.store.getState()
  if (plan === null) return
  lookAtLoadsOf(plan.meta.id)
  const toggled = new Set(loadView.getState().toggled)
  for (const above of rowsAbove(plan, id, toInstant(time, plan.meta.hHour))) {
    if (isIdOf('component', above)) toggled.delete(above)
    else toggled.add(above)
  }
  loadView.setState({ toggled, query: '', isOnlyOver: false })
  checkView.setState({ planId: plan.meta.id, section: 'load' })
  session.goTo('check')
  chooseRow(session, id)
}
