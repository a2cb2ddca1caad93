import type { PlanReader } from '../plan/PlanDocument.ts'
import type { AnyRecord } from '../records/catalog.ts'
import { type Id, isIdOf } from '../records/ids.ts'
import type { Language } from '../time/dtg.ts'
import { UNIT_FACETS, type UnitFacet } from './causeCandidates.ts'
import type { Cause } from './causes.ts'
import { spanOf } from './CheckContext.ts'
import { RULE_IDS, type RuleId } from './Finding.ts'
import { DEFAULT_PARAMETERS, parameter } from './parameters.ts'
import { RULE_NOUNS } from './ruleNouns.ts'
import { sayCapability, sayInstant, sayList, sayMission, sayNumber, sayTime, sayUnit } from './saying.ts'

const PARAMETERS: Record<Language, Readonly<Record<string, string>>> = {
  es: {
    'recovery-minutes': 'la recuperación entre misiones',
    'enabler-lead-hours': 'el adelanto máximo de un habilitador',
    'readiness-threshold-percent': 'el umbral de alistamiento',
    'airspace-separation-km': 'la separación en el espacio aéreo',
    'rotary-altitude-limit-m': 'la altitud máxima del ala rotatoria',
    'planning-share-percent': 'la parte del tiempo para planear',
  },
  en: {
    'recovery-minutes': 'the recovery between missions',
    'enabler-lead-hours': 'the longest lead of an enabler',
    'readiness-threshold-percent': 'the readiness threshold',
    'airspace-separation-km': 'the separation in the airspace',
    'rotary-altitude-limit-m': 'the highest altitude of rotary wing',
    'planning-share-percent': 'the share of the time for planning',
  },
}

const FACETS: Record<Language, Record<UnitFacet, string>> = {
  es: {
    time: 'el empleo',
    readiness: 'el alistamiento',
    allocation: 'la asignación al comando',
    role: 'el rol',
    height: 'la altitud máxima',
    command: 'el mando',
    supply: 'el abastecimiento',
  },
  en: {
    time: 'the employment',
    readiness: 'the readiness',
    allocation: 'the allocation',
    role: 'the role',
    height: 'the height limit',
    command: 'the command',
    supply: 'the supply',
  },
}

/** `5 hallazgos por M-031 (140600R FEB 23 a 150600R FEB 23): 3 de doble empleo, 2 de secuencia`. Never throws. */
export function sayCause({ key, findings }: Cause, plan: PlanReader, language: Language): string {
  const counts = new Map<RuleId, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const parts = [...counts]
    .sort((a, b) => b[1] - a[1] || RULE_IDS.indexOf(a[0]) - RULE_IDS.indexOf(b[0]))
    .map(([rule, count]) => `${count} ${RULE_NOUNS[language][rule]}`)
  const what = sayList(parts, language)
  const who = sayCulprit(key, plan, language)
  return language === 'es'
    ? `${findings.length} hallazgos por ${who}: ${what}`
    : `${findings.length} findings from ${who}: ${what}`
}

/** What the cause is, with the numbers that make it one. */
function sayCulprit(key: string, plan: PlanReader, language: Language): string {
  const es = language === 'es'
  if (key.startsWith('phase:')) return sayPhase(key.slice('phase:'.length), plan, language)
  if (key.startsWith('parameter:')) return sayParameter(key.slice('parameter:'.length), plan, language)
  if (key.startsWith('capability:')) {
    const name = sayCapability(plan, key.slice('capability:'.length), language)
    return es ? `falta de ${name}` : `a lack of ${name}`
  }
  const facet = UNIT_FACETS.find((one) => key.startsWith(`${one}@`))
  if (facet !== undefined) {
    const unit = sayUnit(plan, key.slice(facet.length + 1))
    return es ? `${FACETS.es[facet]} de ${unit}` : `${FACETS.en[facet]} of ${unit}`
  }
  if (isIdOf('mission', key)) return sayOneMission(key, plan, language)
  if (isIdOf('legal-basis', key)) {
    const basis = plan.get(key)
    if (basis === undefined) return key
    const from = sayInstant(plan, basis.from, language)
    const to = basis.to === null ? null : sayInstant(plan, basis.to, language)
    if (to === null) return es ? `${basis.document} (rige desde ${from})` : `${basis.document} (holds from ${from} on)`
    return es ? `${basis.document} (rige de ${from} a ${to})` : `${basis.document} (holds from ${from} to ${to})`
  }
  const record: AnyRecord | undefined = plan.get(key as Id)
  const named = record === undefined ? key : nameOf(record, language)
  if (isIdOf('mission-type', key)) return es ? `el tipo ${named}` : `type ${named}`
  return named
}

function nameOf(record: AnyRecord, language: Language): string {
  if ('code' in record) return record.code
  if ('name' in record) {
    const { name } = record
    return typeof name === 'string' ? name : ((language === 'en' ? name.en : undefined) ?? name.es)
  }
  return 'title' in record ? record.title : record.id
}

function sayOneMission(id: Id<'mission'>, plan: PlanReader, language: Language): string {
  const [mission, code] = [plan.get(id), sayMission(plan, id)]
  const es = language === 'es'
  if (mission === undefined) return code
  if (mission.status === 'cancelled') return es ? `${code}, que está cancelada` : `${code}, which is cancelled`
  const span = spanOf(mission)
  if (span === null) return es ? `${code}, que no tiene hora` : `${code}, which has no time`
  const [start, end] = [sayTime(plan, span.start, language), sayTime(plan, span.end, language)]
  return es ? `${code} (${start} a ${end})` : `${code} (${start} to ${end})`
}

function sayPhase(key: string, plan: PlanReader, language: Language): string {
  const phase = plan.meta.phases.find((p) => p.key === key)
  const es = language === 'es'
  if (phase === undefined) return es ? `la fase ${key}` : `phase ${key}`
  const name = (language === 'en' ? phase.name.en : undefined) ?? phase.name.es
  const [from, to] = [sayTime(plan, phase.from, language), sayTime(plan, phase.to, language)]
  return es ? `la fase ${name} (${from} a ${to})` : `phase ${name} (${from} to ${to})`
}

function sayParameter(key: string, plan: PlanReader, language: Language): string {
  const known = DEFAULT_PARAMETERS.find((p) => p.key === key)
  const name = PARAMETERS[language][key] ?? key
  if (known === undefined) return name
  const own = `${sayNumber(parameter(plan, known.key))} ${known.unit}`
  const common = `${sayNumber(known.value)} ${known.unit}`
  return language === 'es' ? `${name} (${own}; lo usual, ${common})` : `${name} (${own}; usually ${common})`
}
