import type { ToFileWorker } from '../../contract/planWorkerMessages.ts'
import { decodePlanFile } from '../../domain/formats/planFile.ts'

self.addEventListener('message', ({ data }: MessageEvent<ToFileWorker>) => {
  self.postMessage(decodePlanFile(data.bytes))
})
