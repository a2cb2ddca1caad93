import { buildTaskingModel } from '../src/domain/scheduling/tasking/model/buildTaskingModel.ts'
import type { TaskingRequest } from '../src/domain/scheduling/tasking/TaskingRequest.ts'
import { TaskingSearch } from '../src/domain/scheduling/tasking/search/TaskingSearch.ts'
import { type PlantedTasking, plantTasking } from './plantTasking.ts'
import type { Suite } from './rows.ts'
import { median } from './statistics.ts'

/** Milliseconds of processor time so far: what other programs do beside it does not count. */
const worked = (): number => process.cpuUsage().user / 1_000

const SMALL = { units: 60, missions: 200 }
const LARGE = { units: 300, missions: 2_000 }
const REPEATS = 15
const REPEATS_LARGE = 3
const ROUNDS = 10_000
const SEEDS = [1, 2, 3, 4, 5]

const requestOf = ({ chosen }: PlantedTasking): TaskingRequest => ({
  missions: [...chosen],
  mayMove: true,
  units: 'change',
  fixedTimes: [],
  fixedUnits: [],
  notBefore: 0,
  goals: ['finish', 'lateness'],
  seed: 1,
})

/** Milliseconds to the first answer, the model included, as often as asked; the first few warm up. */
function firstAnswers(planted: PlantedTasking, repeats: number, warmUps: number): number[] {
  const times: number[] = []
  for (let i = -warmUps; i < repeats; i += 1) {
    const start = worked()
    const search = new TaskingSearch(buildTaskingModel(planted.hidden, requestOf(planted)))
    while (!search.isReady) search.step(0)
    if (i >= 0) times.push(worked() - start)
  }
  return times
}

/** Proposals of times and units, in Node on one core: on plans of its own, whatever size is asked of the others. */
export const taskingSuite: Suite = {
  rows: ['task-first', 'task-first-large', 'task-rounds', 'task-over-planted'],
  measure: async (wants, tell) => {
    if (wants('task-first')) tell('task-first', median(firstAnswers(plantTasking({ seed: 1, ...SMALL }), REPEATS, 10)))
    if (wants('task-first-large')) {
      tell('task-first-large', median(firstAnswers(plantTasking({ seed: 1, ...LARGE }), REPEATS_LARGE, 1)))
    }
    if (!wants('task-rounds') && !wants('task-over-planted')) return
    const over: number[] = []
    const paces: number[] = []
    for (const seed of SEEDS) {
      const planted = plantTasking({ seed, ...SMALL })
      const search = new TaskingSearch(buildTaskingModel(planted.hidden, requestOf(planted)))
      while (!search.isReady) search.step(0)
      const start = worked()
      search.step(ROUNDS)
      paces.push((search.rounds * 1_000) / (worked() - start))
      over.push(100 * ((search.best.costs[1] ?? 0) / planted.finish - 1))
    }
    tell('task-rounds', median(paces))
    tell('task-over-planted', { value: over.reduce((sum, x) => sum + x, 0) / over.length, runs: over.length })
  },
}
