import { CheckContext, type Slot } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { leadersOf, relationshipEnd as endOf, strangerOn } from '../check/strangerOn.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayInstant, sayMission, sayTime, sayUnit, textOf } from '../check/saying.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { Relationship } from '../records/relationship.ts'
import type { Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'

const RULE = 'command-conflict'

type Kind = Relationship['kind']

/** Relationships by which one commander disposes of the whole unit; the others leave it to its own. */
const FULL: ReadonlySet<Kind> = new Set<Kind>(['organic', 'assigned', 'attached', 'opcon'])

const KIND_NAMES: Record<Language, Record<Kind, string>> = {
  es: {
    organic: 'orgánica',
    assigned: 'asignada',
    attached: 'agregada',
    opcon: 'OPCON',
    tacon: 'TACON',
    'direct-support': 'apoyo directo',
    'general-support': 'apoyo general',
  },
  en: {
    organic: 'organic',
    assigned: 'assigned',
    attached: 'attached',
    opcon: 'OPCON',
    tacon: 'TACON',
    'direct-support': 'direct support',
    'general-support': 'general support',
  },
}

/**
 * Unity of command: no two commands hold a unit in a full relationship at once, and who leads a mission has a say over each
 * unit on it: the unit itself, its superior by a relationship that holds then, one under or above that superior, or one
 * above the unit (command and support relationships of doctrine: organic, assigned, attached, OPCON, TACON, support). A unit
 * without relationships stated is not judged.
 */
export const commandConflict: Rule = {
  id: RULE,
  subjects: ['unit'],

  check(plan, subjectId, context) {
    const ties = plan.indexes.relationshipsOf.get(subjectId)
    const unit = ties.length === 0 ? undefined : plan.get(subjectId as Id<'unit'>)
    if (unit === undefined) return NO_FINDINGS
    const findings = twoCommands(unit, ties)
    for (const slot of context.scheduleOf(unit.id)) {
      const finding = strangerTasks(context, unit, slot)
      if (finding !== null) findings.push(finding)
    }
    return findings.length === 0 ? NO_FINDINGS : findings
  },

  say(finding, plan, language) {
    return 'mission' in finding.params ? sayTasked(finding, plan, language) : sayHeld(finding, plan, language)
  },

  repairs(finding, plan, language) {
    return 'mission' in finding.params ? giveAway(finding, plan, language) : partTimes(finding, plan, language)
  },
}

function twoCommands(unit: Unit, ties: readonly Relationship[]): Finding[] {
  const full = ties
    .filter((tie) => FULL.has(tie.kind) && tie.from < endOf(tie))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  return full.flatMap((later, i) => {
    const before = full.slice(0, i).find((tie) => tie.superior !== later.superior && endOf(tie) > later.from)
    if (before === undefined) return []
    const params = {
      unit: unit.id,
      first: before.id,
      firstSuperior: before.superior,
      firstKind: before.kind,
      firstFrom: before.from,
      ...(before.to === null ? {} : { firstTo: before.to }),
      second: later.id,
      secondSuperior: later.superior,
      secondKind: later.kind,
      secondFrom: later.from,
      ...(later.to === null ? {} : { secondTo: later.to }),
    }
    const records = [unit.id, later.superior, before.superior]
    return [makeFinding(RULE, 'error', [unit.id, ...[before.id, later.id].sort()], records, params)]
  })
}

/** A stay on a mission led by a unit that has no say over this one. */
function strangerTasks(context: CheckContext, unit: Unit, slot: Slot): Finding | null {
  const stranger = strangerOn(context, unit, leadersOf(context, slot.mission.id), slot.start)
  if (stranger === null) return null
  const { leader, tie } = stranger
  const params = {
    unit: unit.id,
    mission: slot.mission.id,
    leader,
    start: slot.start,
    superior: tie.superior,
    kind: tie.kind,
    from: tie.from,
  }
  return makeFinding(RULE, 'error', [unit.id, slot.mission.id], [slot.mission.id, unit.id, leader], params)
}

const sayKind = (finding: Finding, key: string, language: Language): string =>
  KIND_NAMES[language][textOf(finding, key) as Kind] ?? textOf(finding, key)

function sayTasked(finding: Finding, plan: PlanReader, language: Language): string {
  const mission = sayMission(plan, textOf(finding, 'mission'))
  const [unit, leader, superior] = ['unit', 'leader', 'superior'].map((key) => sayUnit(plan, textOf(finding, key)))
  const start = sayTime(plan, numberOf(finding, 'start'), language)
  const from = sayInstant(plan, numberOf(finding, 'from'), language)
  const kind = sayKind(finding, 'kind', language)
  return language === 'es'
    ? `${leader} conduce ${mission} desde ${start} y emplea a ${unit}, que está bajo ${superior} (${kind}) desde ${from}: no tiene autoridad sobre ella`
    : `${leader} leads ${mission} from ${start} and employs ${unit}, which is under ${superior} (${kind}) from ${from}: it has no authority over it`
}

function sayHeld(finding: Finding, plan: PlanReader, language: Language): string {
  const unit = sayUnit(plan, textOf(finding, 'unit'))
  const es = language === 'es'
  const held = (which: 'first' | 'second'): string => {
    const superior = sayUnit(plan, textOf(finding, `${which}Superior`))
    const from = sayInstant(plan, numberOf(finding, `${which}From`), language)
    const to = `${which}To` in finding.params ? sayInstant(plan, numberOf(finding, `${which}To`), language) : null
    const until = to === null ? (es ? 'en adelante' : 'on') : es ? `a ${to}` : `to ${to}`
    const kind = sayKind(finding, `${which}Kind`, language)
    return es ? `bajo ${superior} (${kind}) de ${from} ${until}` : `under ${superior} (${kind}) from ${from} ${until}`
  }
  return es
    ? `${unit} está ${held('first')} y ${held('second')}: dos mandos a la vez`
    : `${unit} is ${held('first')} and ${held('second')}: two commands at once`
}

/** Another unit over which the leader has a say, or of which nothing else is stated, takes the place. */
function giveAway(finding: Finding, plan: PlanReader, language: Language): readonly Repair[] {
  const context = new CheckContext(plan)
  const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
  const unit = textOf(finding, 'unit')
  const assignment =
    mission === undefined ? undefined : plan.indexes.assignmentsOfMission.get(mission.id).find((a) => a.unit === unit)
  if (mission === undefined || mission.start === null || assignment === undefined) return []
  const { id, start } = mission
  return handOverRepairs(
    context,
    mission,
    assignment,
    language,
    (other) => strangerOn(context, other, leadersOf(context, id), start) === null,
  )
}

/** Ends the earlier relationship where the later begins, or begins the later where the earlier ends. */
function partTimes(finding: Finding, plan: PlanReader, language: Language): readonly Repair[] {
  const first = plan.get(textOf(finding, 'first') as Id<'relationship'>)
  const second = plan.get(textOf(finding, 'second') as Id<'relationship'>)
  if (first === undefined || second === undefined) return []
  const unit = sayUnit(plan, first.subordinate)
  const repairs: Repair[] = []
  const offer = (
    tie: Relationship,
    fields: Partial<Relationship>,
    verb: readonly [string, string],
    at: number,
  ): void => {
    const [superior, time] = [sayUnit(plan, tie.superior), sayInstant(plan, at, language)]
    const text =
      language === 'es'
        ? `${verb[0]} el ${time} la relación de ${unit} con ${superior}`
        : `${verb[1]} the relationship of ${unit} with ${superior} at ${time}`
    repairs.push({ command: { type: 'editRecords', ids: [tie.id], fields }, text })
  }
  if (first.from < second.from) offer(first, { to: second.from }, ['Terminar', 'End'], second.from)
  if (first.to !== null && first.to < endOf(second)) offer(second, { from: first.to }, ['Empezar', 'Begin'], first.to)
  return repairs
}
