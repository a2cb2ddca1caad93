import type { FromPlanWorker, ToPlanWorker } from '../../contract/planWorkerMessages.ts'
import { Checker } from '../../domain/check/Checker.ts'
import { encodePlanFile } from '../../domain/formats/planFile.ts'
import { checkRecords } from '../../domain/plan/checkRecords.ts'
import type { Diff } from '../../domain/plan/diff.ts'
import { PlanDocument } from '../../domain/plan/PlanDocument.ts'
import type { Id } from '../../domain/records/ids.ts'
import { buildRiskModel } from '../../domain/scheduling/risk/buildRiskModel.ts'
import { summarizeRisk } from '../../domain/scheduling/risk/RiskSummary.ts'
import { type RiskOptions, simulateRisk } from '../../domain/scheduling/risk/simulateRisk.ts'
import { Database } from '../persistence/database.ts'
import { readPlan } from '../persistence/readPlan.ts'
import { openChuffed } from './openChuffed.ts'
import { ProposalRun } from './ProposalRun.ts'

/** The worker's copy of the plan, once it is read; changes that come before wait. */
let copy: { readonly plan: PlanDocument; readonly checker: Checker } | null = null
/** Whether the first whole check is through; changes that come during it wait as well. */
let isChecked = false
const waiting: { readonly revision: number; readonly diff: Diff }[] = []
const toEncode: number[] = []
/** The simulation that is asked for last; any other stops. */
let simulation: { readonly request: number; readonly options: RiskOptions } | null = null

/** The proposal that is being searched; it waits for the first whole check. */
let proposing: ProposalRun | null = null

const post = (message: FromPlanWorker, transfer: Transferable[] = []): void => self.postMessage(message, { transfer })

/** Lets messages in between two slices of work. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

self.addEventListener('message', ({ data }: MessageEvent<ToPlanWorker>) => {
  switch (data.type) {
    case 'open':
      void open(data.plan)
      return
    case 'change':
      waiting.push(data)
      if (isChecked) follow()
      return
    case 'encode':
      toEncode.push(data.request)
      if (isChecked) encode()
      return
    case 'simulate':
      simulation = data
      if (isChecked) void simulate()
      return
    case 'stop-simulating':
      simulation = null
      return
    case 'propose':
      proposing?.end()
      proposing = new ProposalRun({ request: data.request, wanted: data.wanted, post, breathe, open: openChuffed })
      if (isChecked) propose()
      return
    case 'settle-proposal':
      proposing?.settle()
      return
    case 'drop-proposal':
      proposing?.end()
      proposing = null
  }
})

async function open(id: Id<'plan'>): Promise<void> {
  const database = new Database()
  const read = await readPlan(database, id)
  database.close()
  if (!read.ok) return post({ type: 'damaged', fault: null })
  const plan = new PlanDocument(read.value.records, read.value.row.revision)
  const checker = new Checker(plan)
  copy = { plan, checker }
  let last = performance.now()
  for (const fraction of checker.fullSteps()) {
    if (performance.now() - last > 100) {
      post({ type: 'progress', fraction })
      last = performance.now()
    }
    await breathe()
  }
  isChecked = true
  post({
    type: 'findings',
    revision: plan.revision,
    isWhole: true,
    removed: [],
    added: checker.findings(),
  })
  follow()
  encode()
  void simulate()
  propose()
  // The pages were checked when they were written; this finds what has happened to them on the disk since.
  const checked = checkRecords(read.value.records)
  if (!checked.ok) post({ type: 'damaged', fault: checked.error })
}

function follow(): void {
  if (copy === null) return
  const { plan, checker } = copy
  for (const { revision, diff } of waiting.splice(0)) {
    // What the disk held already when the copy was read.
    if (revision <= plan.revision) continue
    // What is being proposed rests on the plan as it was; the window asks again.
    proposing?.end()
    proposing = null
    plan.apply(diff)
    const { removed, added } = checker.update(diff)
    post({ type: 'findings', revision, isWhole: false, removed, added })
  }
}

function encode(): void {
  if (copy === null) return
  for (const request of toEncode.splice(0)) {
    const bytes = encodePlanFile(copy.plan.records())
    post({ type: 'encoded', request, bytes }, [bytes.buffer])
  }
}

function propose(): void {
  if (copy !== null) void proposing?.run(copy.plan, copy.checker)
}

/** A block of runs at a time, so that changes are checked in between; the plan is the one of the beginning. */
async function simulate(): Promise<void> {
  const asked = simulation
  if (copy === null || asked === null) return
  const { request, options } = asked
  const { revision } = copy.plan
  const model = buildRiskModel(copy.plan)
  const steps = simulateRisk(model, options)
  let last = performance.now()
  for (;;) {
    await breathe()
    if (simulation?.request !== request) return
    const step = steps.next()
    if (step.done === true) {
      simulation = null
      return post({ type: 'simulated', request, revision, summary: summarizeRisk(model, options, step.value) })
    }
    if (performance.now() - last < 100) continue
    post({ type: 'simulating', request, fraction: step.value })
    last = performance.now()
  }
}
