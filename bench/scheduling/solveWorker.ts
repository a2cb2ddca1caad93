// One thread of the scheduling bench: a file comes in, its outcome goes out.
import { parentPort, workerData } from 'node:worker_threads'
import type { SchedulingOptions } from './schedulingOptions.ts'
import { solveInstance } from './solveInstance.ts'

parentPort?.on('message', (file: string) => {
  void solveInstance(file, workerData as SchedulingOptions).then((outcome) => parentPort?.postMessage(outcome))
})
