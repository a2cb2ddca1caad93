import type { CDPSession } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds by the clock, and those in which the thread had the processor. */
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Milliseconds. */
export interface LongestTask {
  /** Of the task that needed the processor for longest. */
  readonly processor: number
  /** Of the task that took longest, with the time in which other programs had the processor. */
  readonly wall: number
}

/** Does something in the page and gives the longest task of the window's thread meanwhile. */
export async function longestTask(devtools: CDPSession, work: () => Promise<void>): Promise<LongestTask> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }): void => {
    for (const event of value) events.push(event as TraceEvent)
  }
  devtools.on('Tracing.dataCollected', collect)
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'] },
  })
  await work()
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await complete
  devtools.off('Tracing.dataCollected', collect)
  const isOfWindow = new Set(
    events.filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain').map((e) => `${e.pid} ${e.tid}`),
  )
  const tasks = events.filter((e) => e.name === 'RunTask' && isOfWindow.has(`${e.pid} ${e.tid}`))
  const processor = Math.max(...tasks.map((e) => e.tdur ?? 0)) / 1_000
  if (!(processor > 0)) throw new Error('the trace holds no task of the window')
  return { processor, wall: Math.max(...tasks.map((e) => e.dur ?? 0)) / 1_000 }
}
