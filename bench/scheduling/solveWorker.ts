// One thread of the scheduling bench: a file comes in, its outcome goes out.
import { parentPort, workerData } from 'node:worker_threads'
import type { SchedulingOptions } from './schedulingOptions.ts'
import { solveInstance } from './solveInstance.ts'

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await solveInstance(file, workerData as SchedulingOptions))
})
