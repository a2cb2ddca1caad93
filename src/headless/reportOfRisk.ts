import type { PlanDocument } from '../domain/plan/PlanDocument.ts'
import type { Id } from '../domain/records/ids.ts'
import { buildRiskModel } from '../domain/scheduling/risk/buildRiskModel.ts'
import { type FinishSpread, type RiskOptions, simulateRisk } from '../domain/scheduling/risk/simulateRisk.ts'
import type { Estimated } from '../domain/scheduling/risk/statistics.ts'
import type { TornadoBar } from '../domain/scheduling/risk/Tornado.ts'
import { formatDtg, type Language } from '../domain/time/dtg.ts'
import { formatDayCount, formatSpan, toInstant } from '../domain/time/planTime.ts'
import { texts } from './texts.ts'

/** Lines of the readable report; the JSON holds all. */
const MOST_SHOWN = 10

/** Chance of finishing: times in minutes from H-hour, chances from 0 to 1, each with its 95 % interval. */
export function reportOfRisk(plan: PlanDocument, { runs, seed, shape }: RiskOptions) {
  const model = buildRiskModel(plan)
  const steps = simulateRisk(model, { runs, seed, shape })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const { ends: _, ...result } = step.value
  const codeOf = (id: string): string => nameOf(plan, id)
  return {
    title: plan.meta.title,
    hHour: plan.meta.hHour,
    timeZone: plan.meta.timeZone,
    seed,
    shape,
    ...result,
    tasks: result.tasks.map((task) => ({ ...task, code: codeOf(task.id) })),
    groups: result.groups.map((group) => ({ ...group, code: codeOf(group.id) })),
    units: result.units.map((unit) => ({ ...unit, code: codeOf(unit.id) })),
    tornado: result.tornado.map((bar) => ({ ...bar, code: 'id' in bar.driver ? codeOf(bar.driver.id) : '' })),
    ignoredDependencies: model.ignored,
  }
}

type RiskReport = ReturnType<typeof reportOfRisk>

function nameOf(plan: PlanDocument, id: string): string {
  if (id.startsWith('phase:')) return plan.meta.phases.find((p) => `phase:${p.key}` === id)?.name.es ?? id
  const record = plan.get(id as Id)
  if (record === undefined) return id
  return 'code' in record ? record.code : 'designation' in record ? record.designation : id
}

export function sayRisk(report: RiskReport, language: Language): string {
  const say = texts[language]
  if (report.tasks.length === 0) return [report.title, say.nothingScheduled].join('\n')
  const time = (minutes: number): string =>
    `${formatDtg(toInstant(minutes, report.hHour), report.timeZone, language)} (${formatDayCount(minutes)})`
  const spread = ({ p50, p80 }: FinishSpread): string => `P50 ${time(p50.value)}  P80 ${time(p80.value)}`
  const chance = (share: Estimated): string =>
    say.inTime(percentOf(share.value), percentOf(share.low), percentOf(share.high))
  const critical = report.tasks
    .filter((task) => task.criticality.value > 0.005)
    .sort((a, b) => b.criticality.value - a.criticality.value)
  return [
    report.title,
    say.simulated(report.runs, report.tasks.length),
    ...(report.ignoredDependencies.length > 0 ? [say.ignored(report.ignoredDependencies.length)] : []),
    `${say.end}: ${spread(report.end)}`,
    `${say.dates}:`,
    ...report.groups.map((group) => {
      const inTime = group.inTime === null ? [] : [chance(group.inTime)]
      return `  ${[group.code, spread(group), ...inTime].join('  ')}`
    }),
    `${say.criticalMissions}:`,
    ...critical
      .slice(0, MOST_SHOWN)
      .map((task) => `  ${task.code} ${say.criticalIn(percentOf(task.criticality.value))}`),
    `${say.drivers}:`,
    ...report.tornado.slice(0, MOST_SHOWN).map((bar) => `  ${driverOf(bar, language)} ${sign(bar.swing)}`),
  ].join('\n')
}

const percentOf = (share: number): string => (share * 100).toFixed(1)

const sign = (minutes: number): string => `${minutes < 0 ? '' : '+'}${formatSpan(Math.round(minutes))}`

const driverOf = ({ driver, code }: TornadoBar & { code: string }, language: Language): string =>
  driver.kind === 'season' ? (texts[language].seasons[driver.season] ?? '') : code
