import { type Command, prepare } from '../commands/catalog.ts'
import { unusedIds } from '../commands/unusedIds.ts'
import type { Diff } from '../plan/diff.ts'
import type { PlanDocument } from '../plan/PlanDocument.ts'
import { type Id, isIdOf } from '../records/ids.ts'
import { rules } from '../rules/catalog.ts'
import type { Language } from '../time/dtg.ts'
import type { Cause } from './causes.ts'
import { CheckContext } from './CheckContext.ts'
import { type Finding, type Repair, RULE_IDS, type RuleId } from './Finding.ts'
import { sayMission } from './saying.ts'
import { touchedBy } from './touchedSubjects.ts'
import { repairsOf } from './words.ts'

/** A repair of one or more findings of a group, tried on the plan. */
export interface CauseRepair extends Repair {
  /** Findings of the group that are gone with it. */
  readonly mended: number
  /** Errors that come up with it. */
  readonly newErrors: number
}

/** Findings whose repairs are asked for: each may look for a free unit among thousands. */
const MOST_ASKED = 60
const MOST_TRIED = 8
/** Subjects asked for new errors; what touches more is judged by the group alone. */
const MOST_SUBJECTS = 400
/** Rules of whole phases and of the whole airspace, which are dear to ask and give no errors. */
const NOT_ASKED: readonly RuleId[] = ['no-reserve', 'no-medevac', 'airspace-overlap']

/**
 * The repair that mends most of a group of findings: of all repairs of its findings, first those that change the cause
 * itself, the best one when tried on the plan, which is as it was afterwards; repairs of one kind are also tried together.
 * Null where none mends more than it breaks. Works in steps of some milliseconds. `isKnown` says of a key whether the plan
 * has that finding now.
 */
export function* causeRepairSteps(
  cause: Cause,
  plan: PlanDocument,
  isKnown: (key: string) => boolean,
  language: Language,
): Generator<void, CauseRepair | null> {
  const offered: Repair[] = []
  for (const finding of spread(cause.findings).slice(0, MOST_ASKED)) {
    offered.push(...repairsOf(finding, plan, language).slice(0, 3))
    yield
  }
  const ranked = [...together(offered, plan, language), ...once(offered)]
    .map((repair) => ({ repair, isOfCause: changes(repair.command, cause.record) }))
    .sort((a, b) => Number(b.isOfCause) - Number(a.isOfCause))
  let best: CauseRepair | null = null
  for (const { repair } of ranked.slice(0, MOST_TRIED)) {
    const tried = tryRepair(repair, cause.findings, plan, isKnown)
    yield
    if (tried === null || tried.mended <= tried.newErrors) continue
    if (best === null || valueOf(tried) > valueOf(best)) best = tried
  }
  return best
}

const valueOf = ({ mended, newErrors }: CauseRepair): number => mended - 2 * newErrors

/** Findings of different rules before more of the same rule. */
function spread(findings: readonly Finding[]): Finding[] {
  const seen = new Map<RuleId, number>()
  return findings
    .map((finding) => {
      const turn = seen.get(finding.rule) ?? 0
      seen.set(finding.rule, turn + 1)
      return { finding, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ finding }) => finding)
}

function once(repairs: readonly Repair[]): Repair[] {
  const byCommand = new Map(repairs.map((repair) => [JSON.stringify(repair.command), repair] as const).toReversed())
  return [...byCommand.values()].toReversed()
}

/** Repairs that write the same into several records, or move several missions, as one. */
function together(repairs: readonly Repair[], plan: PlanDocument, language: Language): Repair[] {
  const edits = new Map<string, { readonly first: Repair; readonly ids: Set<Id> }>()
  const moves = new Map<Id<'mission'>, number | null>()
  const moved: Repair[] = []
  for (const repair of repairs) {
    const { command } = repair
    if (command.type === 'editRecords') {
      const key = JSON.stringify(command.fields)
      const known = edits.get(key) ?? { first: repair, ids: new Set() }
      edits.set(key, known)
      for (const id of command.ids) known.ids.add(id)
    } else if (command.type === 'moveMissions' && command.moves.every((m) => !moves.has(m.mission))) {
      for (const { mission, start } of command.moves) moves.set(mission, start)
      moved.push(repair)
    }
  }
  const all: Repair[] = []
  for (const { first, ids } of edits.values()) {
    const { command } = first
    if (command.type !== 'editRecords' || ids.size < 2) continue
    const others = [...ids].filter((id) => !command.ids.includes(id))
    const codes = [...new Set(others.map((id) => missionCode(id, plan)))]
    all.push({ command: { ...command, ids: [...ids] }, text: `${first.text}${sayLikewise(codes, language)}` })
  }
  const [first] = moved
  if (first !== undefined && moved.length > 1) {
    const command = { type: 'moveMissions', moves: [...moves].map(([mission, start]) => ({ mission, start })) } as const
    all.push({
      command,
      text:
        moved
          .map((repair) => repair.text)
          .slice(0, 3)
          .join('; ') + sayMoves(moved.length - 3, language),
    })
  }
  return all
}

/** Code of a mission, or of the mission of an assignment. */
function missionCode(id: Id, plan: PlanDocument): string {
  const assignment = isIdOf('assignment', id) ? plan.get(id) : undefined
  return sayMission(plan, assignment?.mission ?? id)
}

function sayLikewise(codes: readonly string[], language: Language): string {
  const shown = codes.slice(0, 3).join(', ')
  const rest = codes.length - 3
  if (language === 'es') return `; igual ${shown}${rest > 0 ? ` y ${rest} más` : ''}`
  return `; likewise ${shown}${rest > 0 ? ` and ${rest} more` : ''}`
}

function sayMoves(rest: number, language: Language): string {
  if (rest <= 0) return ''
  return language === 'es' ? `; y ${rest} más` : `; and ${rest} more`
}

/** Whether a command writes into a record. */
function changes(command: Command, record: Id | null): boolean {
  if (record === null) return false
  if (command.type === 'moveMissions') return command.moves[0]?.mission === record
  if (command.type === 'editRecords') return command.ids.includes(record)
  return 'mission' in command && command.mission === record
}

/** Null where the command does not run, changes the plan as a whole, or takes records away, which would come back in another order. */
function tryRepair(
  repair: Repair,
  group: readonly Finding[],
  plan: PlanDocument,
  isKnown: (key: string) => boolean,
): CauseRepair | null {
  const change = prepare(repair.command, plan, { now: 0, author: '', newId: unusedIds(plan, 'tried') })
  if (!change.ok || change.value.diff.removed.length > 0) return null
  const { diff } = change.value
  return plan.tryOut((apply) => {
    apply(diff)
    return { ...repair, ...judge(diff, group, plan, isKnown) }
  })
}

function judge(
  diff: Diff,
  group: readonly Finding[],
  plan: PlanDocument,
  isKnown: (key: string) => boolean,
): { mended: number; newErrors: number } {
  const context = new CheckContext(plan)
  const asked = new Map<string, ReadonlySet<string>>()
  let newErrors = 0
  const ask = (rule: RuleId, subject: Id): ReadonlySet<string> => {
    const key = `${rule} ${subject}`
    const known = asked.get(key)
    if (known !== undefined) return known
    const keys = new Set<string>()
    for (const finding of rules[rule].check(plan, subject, context)) {
      keys.add(finding.key)
      if (finding.severity === 'error' && !isKnown(finding.key)) newErrors += 1
    }
    asked.set(key, keys)
    return keys
  }
  const mended = group.filter((finding) => !ask(finding.rule, subjectOf(finding, plan)).has(finding.key)).length
  const touched = touchedBy(diff, context)
  let left = MOST_SUBJECTS
  for (const rule of touched.all ? [] : RULE_IDS) {
    if (NOT_ASKED.includes(rule)) continue
    for (const subject of touched.subjects[rule]) {
      if (left === 0) break
      left -= 1
      ask(rule, subject)
    }
  }
  return { mended, newErrors }
}

/** The record that a rule was asked about when it gave a finding. */
function subjectOf({ rule, records, params }: Finding, plan: PlanDocument): Id {
  const { subjects } = rules[rule]
  if (rule === 'order-broken' && params.what === 'circle') return plan.meta.id
  const named = subjects.includes('unit') ? params['unit'] : (params['objective'] ?? params['mission'])
  if (subjects.includes('plan') && !subjects.includes('mission')) return plan.meta.id
  return typeof named === 'string' && named !== '' ? (named as Id) : (records[0] ?? plan.meta.id)
}
