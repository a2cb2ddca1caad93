import type { FromMultipointWorker, ToMultipointWorker } from './Multipoint.ts'
import { drawMultipoint } from './drawMultipoint.ts'

self.addEventListener('message', ({ data }: MessageEvent<ToMultipointWorker>) => {
  const answer: FromMultipointWorker = { batch: data.batch, drawings: data.requests.map(drawMultipoint) }
  self.postMessage(answer)
})
