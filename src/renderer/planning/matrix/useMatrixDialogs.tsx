import { useMemo } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { isIdOf } from '../../../domain/records/ids.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { type MatrixControl, matrixView, say } from './matrixView.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { NewMissionDialog } from './NewMissionDialog.tsx'

/** What asks before it acts. */
export function useMatrixDialogs(plan: PlanReader): Pick<MatrixControl, 'addMission' | 'moveTo' | 'startLink'> {
  const { session, showDialog, texts } = useActionContext()
  return useMemo(
    () => ({
      addMission: () => {
        const { active } = matrixView.getState()
        const { time, selection } = session.store.getState()
        const chosen = [...selection].find((id) => isIdOf('unit', id))
        const unit = chosen ?? (active !== null && isIdOf('unit', active.row) ? active.row : null)
        showDialog((close) => <NewMissionDialog unit={unit} start={time} close={close} />)
      },
      moveTo: () => {
        const { focused } = session.store.getState()
        if (focused === null || !isIdOf('mission', focused)) return
        const { active } = matrixView.getState()
        const bar = active?.bar ?? null
        const assignment = bar !== null && plan.get(bar)?.mission === focused ? bar : null
        showDialog((close) => <MoveDialog mission={focused} assignment={assignment} close={close} />)
      },
      startLink: () => {
        const { active } = matrixView.getState()
        const mission = active?.bar === null || active === null ? undefined : plan.get(active.bar)?.mission
        if (mission === undefined) return
        matrixView.setState({ linkingFrom: mission })
        say(texts.t('matrix.said-linking', { code: plan.get(mission)?.code ?? '' }))
      },
    }),
    [session, showDialog, texts, plan],
  )
}
