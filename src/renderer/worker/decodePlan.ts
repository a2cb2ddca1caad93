import type { ToFileWorker } from '../../contract/planWorkerMessages.ts'
import type { PlanFileContents, PlanFileError } from '../../domain/formats/planFile.ts'
import { err, type Result } from '../../domain/result.ts'

/** Reads a plan file beside the window; a file that breaks the reader itself is refused like any other. */
export function decodePlan(bytes: Uint8Array): Promise<Result<PlanFileContents, PlanFileError>> {
  const worker = new Worker(new URL('./fileWorker.ts', import.meta.url), { type: 'module' })
  return new Promise<Result<PlanFileContents, PlanFileError>>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Result<PlanFileContents, PlanFileError>>) =>
      resolve(data),
    )
    worker.addEventListener('error', () => resolve(err({ code: 'not-a-plan' })))
    const message: ToFileWorker = { type: 'decode', bytes }
    worker.postMessage(message)
  }).finally(() => worker.terminate())
}
