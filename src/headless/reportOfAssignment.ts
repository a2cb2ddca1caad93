import { Checker } from '../domain/check/Checker.ts'
import { prepare } from '../domain/commands/catalog.ts'
import { unusedIds } from '../domain/commands/unusedIds.ts'
import type { PlanDocument } from '../domain/plan/PlanDocument.ts'
import type { Id } from '../domain/records/ids.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { sayConflict } from '../domain/scheduling/tasking/explain/sayConflict.ts'
import { sayFreed } from '../domain/scheduling/tasking/explain/sayFreed.ts'
import { sayTimeReason } from '../domain/scheduling/tasking/explain/sayTimeReason.ts'
import { sayUnitReason } from '../domain/scheduling/tasking/explain/sayUnitReason.ts'
import type { Proposal } from '../domain/scheduling/tasking/Proposal.ts'
import { mayBeTasked, missionsInError, missionsInNeed } from '../domain/scheduling/tasking/scopes.ts'
import { takingOf } from '../domain/scheduling/tasking/takingOf.ts'
import { Tasking } from '../domain/scheduling/tasking/Tasking.ts'
import { DEFAULT_SECONDS, type TaskingRequest } from '../domain/scheduling/tasking/TaskingRequest.ts'
import { formatDtg, type Language } from '../domain/time/dtg.ts'
import { toInstant } from '../domain/time/planTime.ts'
import { texts } from './texts.ts'

/** Which missions: those in need, those that errors are about, all, or the ones named by their codes. */
export type AssignScope = 'open' | 'errors' | 'all' | readonly string[]

export type AssignOptions = Omit<TaskingRequest, 'missions' | 'fixedTimes' | 'fixedUnits'> & {
  readonly scope: AssignScope
}

/** Searches a proposal; the plan is as it was. The error is a mission code that no mission has. */
export function proposeFor(
  plan: PlanDocument,
  { scope, ...options }: AssignOptions,
  language: Language,
): Result<Proposal, string> {
  const checker = new Checker(plan)
  checker.full()
  const missions = missionsOf(plan, checker, scope, language)
  if (!missions.ok) return missions
  const seconds = options.rounds === undefined && options.seconds === undefined ? { seconds: DEFAULT_SECONDS } : {}
  const request = { ...options, ...seconds, missions: missions.value, fixedTimes: [], fixedUnits: [] }
  const tasking = new Tasking(plan, checker, request, () => performance.now())
  const cost = request.seconds === undefined ? 0 : costOfWriting(tasking)
  for (;;) {
    while (tasking.step(cost));
    const proposal = written(tasking)
    if (!tasking.isAnew || !tasking.step(cost)) return ok(proposal)
  }
}

/** Milliseconds that writing the first answer takes: kept of the time asked, so that the last one is there in time. */
function costOfWriting(tasking: Tasking): number {
  while (!tasking.isReady && tasking.step());
  const began = performance.now()
  written(tasking)
  return performance.now() - began
}

function written(tasking: Tasking): Proposal {
  const steps = tasking.proposalSteps()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function missionsOf(
  plan: PlanDocument,
  checker: Checker,
  scope: AssignScope,
  language: Language,
): Result<Id<'mission'>[], string> {
  if (scope === 'open') return ok(missionsInNeed(plan, checker.findings()))
  if (scope === 'errors') return ok(missionsInError(plan, checker.findings()))
  const all = [...plan.all('mission')]
  if (scope === 'all') return ok(all.filter(mayBeTasked).map((m) => m.id))
  const byCode = new Map(all.map((m) => [m.code, m.id]))
  const found: Id<'mission'>[] = []
  for (const code of scope) {
    const id = byCode.get(code)
    if (id === undefined) return err(texts[language].noMission(code))
    found.push(id)
  }
  return ok(found)
}

/** Makes the whole proposal part of the plan. */
export function takeAll(plan: PlanDocument, proposal: Proposal): void {
  if (proposal.changes.length === 0) return
  const taken = prepare(takingOf(proposal.changes), plan, { now: 0, author: '', newId: unusedIds(plan, 'assigned') })
  if (taken.ok) plan.apply(taken.value.diff)
}

/** The proposal with its reasons and conflicts in words. Times in minutes from H-hour. */
export function reportOfAssignment(plan: PlanDocument, proposal: Proposal, language: Language) {
  const codeOf = (id: Id<'mission'>): string => plan.get(id)?.code ?? id
  const unitOf = (id: Id<'unit'>): string => plan.get(id)?.designation ?? id
  return {
    title: plan.meta.title,
    hHour: plan.meta.hHour,
    timeZone: plan.meta.timeZone,
    ...proposal,
    changes: proposal.changes.map((change) => ({
      ...change,
      code: codeOf(change.mission),
      designations: change.units.to.map((u) => unitOf(u.unit)),
      reasons: [
        ...change.whyThen.map((reason) => sayTimeReason(reason, change.mission, plan, language)),
        ...change.whyThese.map((reason) => sayUnitReason(reason, plan, language)),
      ],
    })),
    unplaced: proposal.unplaced.map((unplaced) => ({
      ...unplaced,
      code: codeOf(unplaced.mission),
      reasons: [
        sayConflict(unplaced.conflict, unplaced.mission, plan, language),
        ...unplaced.conflict.requirements.flatMap((d) => sayFreed(d, unplaced.mission, plan, language) ?? []),
      ],
    })),
  }
}

type AssignmentReport = ReturnType<typeof reportOfAssignment>

export function sayAssignment(report: AssignmentReport, language: Language): string {
  const say = texts[language]
  const time = (minutes: number): string => formatDtg(toInstant(minutes, report.hHour), report.timeZone, language)
  return [
    report.title,
    say.proposed(report.changes.length, report.unplaced.length, report.unchanged),
    ...report.changes.flatMap((change) => [
      `  ${change.code}  ${time(change.start.to)}  ${change.designations.join(', ')}`,
      ...change.reasons.map((reason) => `    ${reason}`),
    ]),
    ...(report.unplaced.length === 0 ? [] : [`${say.unplaced}:`]),
    ...report.unplaced.flatMap(({ code, reasons }) => [`  ${code}`, ...reasons.map((reason) => `    ${reason}`)]),
    ...(report.finish === null ? [] : [say.finish(time(report.finish.end), time(report.finish.bound))]),
  ].join('\n')
}
