// One thread of the scheduling bench: a file comes in, its outcome goes out.
import { parentPort, workerData } from 'node:worker_threads'
import type { SchedulingOptions } from './schedulingOptions.ts'
import { solveInstance } from './solveInstance.ts'

parentPort?.on('message', (file: string) => {
  parentPort?.postMessage(solveInstance(file, workerData as SchedulingOptions))
})
