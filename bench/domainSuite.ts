import { readFileSync } from 'node:fs'
import { CheckContext } from '../src/domain/check/CheckContext.ts'
import { Checker } from '../src/domain/check/Checker.ts'
import { loadSeries } from '../src/domain/check/loadSeries.ts'
import { prepare } from '../src/domain/commands/catalog.ts'
import { decodePlanFile, encodePlanFile } from '../src/domain/formats/planFile.ts'
import { PlanDocument } from '../src/domain/plan/PlanDocument.ts'
import { makeId } from '../src/domain/records/ids.ts'
import type { PlanFiles } from './PlanFiles.ts'
import { Random } from './random.ts'
import type { Suite } from './rows.ts'
import { median, percentile, toMegabytes } from './statistics.ts'

/** Whole plans are read, written and checked this often, and once before to warm up. */
const RUNS = 5
const MOVES = 2_000
const WARM_MOVES = 300
const FURTHEST_MOVE_DAYS = 10

const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const repeated = (work: () => unknown): number[] => {
  work()
  return Array.from({ length: RUNS }, () => timed(work))
}

/** The domain alone, in Node. */
export const domainSuite = (plans: PlanFiles): Suite => ({
  rows: ['check-full', 'check-move', 'check-move-p99', 'load-series', 'file-encode', 'file-decode', 'file-size'],
  measure: async (wants, tell) => {
    const { records, file } = plans.whole()
    if (wants('file-size') || wants('file-decode')) {
      const bytes = readFileSync(file)
      tell('file-size', { value: toMegabytes(bytes.length), runs: 1 })
      if (wants('file-decode')) {
        const decode = (): void => {
          if (!decodePlanFile(bytes).ok) throw new Error('the generated plan file is refused')
        }
        tell('file-decode', median(repeated(decode)))
      }
    }
    if (wants('file-encode')) tell('file-encode', median(repeated(() => encodePlanFile(records))))
    const isChecked = wants('check-full') || wants('check-move') || wants('check-move-p99')
    if (!isChecked && !wants('load-series')) return
    const plan = new PlanDocument(records, 0)
    if (wants('load-series')) tell('load-series', median(repeated(() => allLoads(plan))))
    if (!isChecked) return
    tell('check-full', median(repeated(() => new Checker(plan).full())))
    const times = moves(plan)
    tell('check-move', median(times))
    tell('check-move-p99', percentile(times, 0.99))
  },
})

function allLoads(plan: PlanDocument): void {
  for (const _ of loadSeries(new CheckContext(plan))) continue
}

/** Moves missions at random and checks what each move touches: milliseconds of the check alone. */
function moves(plan: PlanDocument): number[] {
  const checker = new Checker(plan)
  checker.full()
  const random = new Random(1)
  const missions = [...plan.all('mission')].map((m) => m.id)
  const times: number[] = []
  for (let i = 0; i < WARM_MOVES + MOVES; i += 1) {
    const mission = random.pick(missions)
    const from = plan.get(mission)?.start ?? 0
    const start = from + random.whole(-FURTHEST_MOVE_DAYS * 24, FURTHEST_MOVE_DAYS * 24) * 60 + 15
    const context = { newId: () => makeId('mission', 'none') as never, now: 0, author: '' }
    const change = prepare({ type: 'moveMissions', moves: [{ mission, start }] }, plan, context)
    if (!change.ok) throw new Error(`a move is refused: ${change.error.code}`)
    plan.apply(change.value.diff)
    const time = timed(() => checker.update(change.value.diff))
    if (i >= WARM_MOVES) times.push(time)
  }
  return times
}
