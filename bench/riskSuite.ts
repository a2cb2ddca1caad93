import { PlanDocument } from '../src/domain/plan/PlanDocument.ts'
import { buildRiskModel } from '../src/domain/scheduling/risk/buildRiskModel.ts'
import { simulateRisk } from '../src/domain/scheduling/risk/simulateRisk.ts'
import { generatePlan } from './generatePlan.ts'
import type { Suite } from './rows.ts'
import { median } from './statistics.ts'

/** Milliseconds of processor time so far: what other programs do beside it does not count. */
const worked = (): number => process.cpuUsage().user / 1_000

const RUNS = 10_000
const REPEATS = 5

/** The chance of finishing, in Node on one core: a plan of its own, whatever size is asked of the others. */
export const riskSuite: Suite = {
  rows: ['risk', 'risk-model'],
  measure: async (_wants, tell) => {
    const plan = new PlanDocument(generatePlan({ units: 300, missions: 1_000, seed: 1 }), 0)
    const building: number[] = []
    const running: number[] = []
    for (let i = 0; i <= REPEATS; i += 1) {
      const start = worked()
      const model = buildRiskModel(plan)
      const built = worked()
      const steps = simulateRisk(model, { runs: RUNS, seed: i, shape: 'pert' })
      let step = steps.next()
      while (step.done !== true) step = steps.next()
      // The first warms up.
      if (i === 0) continue
      building.push(built - start)
      running.push(worked() - built)
    }
    tell('risk-model', median(building))
    tell('risk', median(running))
  },
}
