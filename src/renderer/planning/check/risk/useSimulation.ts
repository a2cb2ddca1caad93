import { useEffect } from 'react'
import { useStore } from 'zustand'
import { usePlan, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { riskView } from './riskView.ts'

/** After a change the plan is simulated again once nothing more has changed for so long. */
const REST_MS = 400

/** Keeps the simulation of the plan up to date while it is looked at; nothing runs otherwise. */
export function useSimulation(): void {
  const session = useSession()
  const planId = usePlan().meta.id
  const revision = useSessionState((s) => s.revision)
  const runs = useStore(riskView, (s) => s.runs)
  const seed = useStore(riskView, (s) => s.seed)
  const shape = useStore(riskView, (s) => s.shape)
  useEffect(() => {
    const { planId: known, answer } = riskView.getState()
    if (known !== planId) riskView.setState({ planId, answer: null })
    else if (answer !== null && isOf(answer, revision, { runs, seed, shape })) return
    let running: { stop(): void } | null = null
    const start = (): void => {
      riskView.setState({ progress: 0 })
      running = session.simulate(
        { runs, seed, shape },
        {
          onProgress: (progress) => riskView.setState({ progress }),
          onDone: (of, summary) => riskView.setState({ answer: { revision: of, summary }, progress: null }),
        },
      )
    }
    const timer = setTimeout(start, riskView.getState().answer === null ? 0 : REST_MS)
    return () => {
      clearTimeout(timer)
      running?.stop()
      riskView.setState({ progress: null })
    }
  }, [session, planId, revision, runs, seed, shape])
}

type Answer = NonNullable<ReturnType<typeof riskView.getState>['answer']>

const isOf = (answer: Answer, revision: number, asked: Pick<Answer['summary']['options'], 'runs' | 'seed' | 'shape'>) =>
  answer.revision === revision &&
  answer.summary.options.runs === asked.runs &&
  answer.summary.options.seed === asked.seed &&
  answer.summary.options.shape === asked.shape
