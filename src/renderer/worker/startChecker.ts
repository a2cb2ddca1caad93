import type { FromPlanWorker, ToPlanWorker } from '../../contract/planWorkerMessages.ts'
import { assertNever } from '../../domain/result.ts'
import type { ProposalEvents, SimulationEvents, StartChecker } from '../session/PlanChecker.ts'

/** Starts the worker that holds a copy of a plan, checks it, and writes plan files from it. */
export const startChecker: StartChecker = (plan, events) => {
  const worker = new Worker(new URL('./planWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToPlanWorker): void => worker.postMessage(message)
  const encoding = new Map<number, (bytes: Uint8Array<ArrayBuffer>) => void>()
  let simulation: (SimulationEvents & { readonly request: number }) | null = null
  let proposal: (ProposalEvents & { readonly request: number }) | null = null
  let requests = 0
  worker.addEventListener('message', ({ data }: MessageEvent<FromPlanWorker>) => {
    switch (data.type) {
      case 'progress':
        return events.onProgress(data.fraction)
      case 'findings':
        return events.onFindings(data)
      case 'encoded':
        encoding.get(data.request)?.(data.bytes)
        encoding.delete(data.request)
        return
      case 'simulating':
        if (simulation?.request === data.request) simulation.onProgress(data.fraction)
        return
      case 'simulated':
        if (simulation?.request === data.request) simulation.onDone(data.revision, data.summary)
        return
      case 'proposing':
        if (proposal?.request === data.request) proposal.onProgress(data.progress)
        return
      case 'proposed':
        if (proposal?.request === data.request) proposal.onProposal(data.proposal, data.isLast)
        return
      case 'damaged':
        return events.onDamaged()
      default:
        assertNever(data)
    }
  })
  post({ type: 'open', plan })
  return {
    follow: (revision, diff) => post({ type: 'change', revision, diff }),
    encode: () =>
      new Promise((resolve) => {
        requests += 1
        encoding.set(requests, resolve)
        post({ type: 'encode', request: requests })
      }),
    simulate: (options, events) => {
      requests += 1
      const request = requests
      simulation = { ...events, request }
      post({ type: 'simulate', request, options })
      return {
        stop: () => {
          if (simulation?.request !== request) return
          simulation = null
          post({ type: 'stop-simulating' })
        },
      }
    },
    propose: (wanted, events) => {
      requests += 1
      const request = requests
      proposal = { ...events, request }
      post({ type: 'propose', request, wanted })
      const isCurrent = (): boolean => proposal?.request === request
      return {
        settle: () => {
          if (isCurrent()) post({ type: 'settle-proposal' })
        },
        drop: () => {
          if (!isCurrent()) return
          proposal = null
          post({ type: 'drop-proposal' })
        },
      }
    },
    close: () => worker.terminate(),
  }
}
