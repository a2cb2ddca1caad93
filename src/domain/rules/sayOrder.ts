import type { Finding } from '../check/Finding.ts'
import { numberOf, sayList, sayMission, sayTime, textOf, sayLacking } from '../check/saying.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Language } from '../time/dtg.ts'
import { formatSpan } from '../time/planTime.ts'

/** The sentence of a broken order, with the times that contradict each other. */
export function sayOrder(finding: Finding, plan: PlanReader, language: Language): string {
  const what = textOf(finding, 'what')
  switch (what) {
    case 'circle':
      return sayCircle(finding, plan, language)
    case 'earliest':
    case 'latest':
    case 'phase':
      return sayBound(finding, plan, language, what)
    default:
      return sayDependency(finding, plan, language, what)
  }
}

function sayCircle(finding: Finding, plan: PlanReader, language: Language): string {
  const codes = finding.records.slice(0, 6).map((id) => sayMission(plan, id))
  const count = numberOf(finding, 'count')
  const names = sayList([...codes, ...Array.from({ length: Math.max(0, count - 6) }, () => '')], language)
  if (count === 1) return language === 'es' ? `${names} se espera a sí misma` : `${names} waits for itself`
  return language === 'es'
    ? `${names} se esperan en círculo: ninguna de las ${count} puede empezar`
    : `${names} wait for each other in a circle: none of the ${count} can start`
}

function sayBound(
  finding: Finding,
  plan: PlanReader,
  language: Language,
  what: 'earliest' | 'latest' | 'phase',
): string {
  const time = (key: string): string => sayTime(plan, numberOf(finding, key), language)
  const mission = sayMission(plan, textOf(finding, 'mission'))
  const es = language === 'es'
  if (what === 'earliest') {
    const early = formatSpan(numberOf(finding, 'bound') - numberOf(finding, 'start'))
    return es
      ? `${mission} empieza ${time('start')} y no debe empezar antes de ${time('bound')}: ${early} antes`
      : `${mission} starts ${time('start')} and must not start before ${time('bound')}: ${early} early`
  }
  if (what === 'latest') {
    const late = formatSpan(numberOf(finding, 'end') - numberOf(finding, 'bound'))
    return es
      ? `${mission} termina ${time('end')} y no debe terminar después de ${time('bound')}: ${late} después`
      : `${mission} ends ${time('end')} and must not end after ${time('bound')}: ${late} late`
  }
  const phase = plan.meta.phases.find((p) => p.key === finding.params.phase)
  const name = (es ? undefined : phase?.name.en) ?? phase?.name.es ?? textOf(finding, 'phase')
  const [start, end] = [numberOf(finding, 'start'), numberOf(finding, 'end')]
  const [from, to] = [numberOf(finding, 'from'), numberOf(finding, 'to')]
  const outside = formatSpan(Math.min(end - start, Math.max(0, from - start) + Math.max(0, end - to)))
  return es
    ? `${mission} va de ${time('start')} a ${time('end')} y su fase ${name} de ${time('from')} a ${time('to')}: ${outside} fuera`
    : `${mission} runs from ${time('start')} to ${time('end')} and its phase ${name} from ${time('from')} to ${time('to')}: ${outside} outside`
}

function sayDependency(finding: Finding, plan: PlanReader, language: Language, what: string): string {
  const es = language === 'es'
  const isByStart = what === 'start-start' || what === 'start-finish'
  const isToStart = what === 'finish-start' || what === 'start-start'
  const mission = sayMission(plan, textOf(finding, 'mission'))
  const other = sayMission(plan, textOf(finding, 'other'))
  const waits = sayTime(plan, numberOf(finding, isByStart ? 'otherStart' : 'otherEnd'), language)
  const at = sayTime(plan, numberOf(finding, isToStart ? 'start' : 'end'), language)
  const lag = numberOf(finding, 'lag')
  const lacking = formatSpan(numberOf(finding, 'earliest') - numberOf(finding, 'start'))
  const [begins, ends] = es ? ['empieza', 'termina'] : ['starts', 'ends']
  const after = lag === 0 ? '' : es ? ` más ${formatSpan(lag)}` : ` plus ${formatSpan(lag)}`
  return es
    ? `${mission} espera a ${other}, que ${isByStart ? begins : ends} ${waits}${after}, y ${isToStart ? begins : ends} ${at}: ${sayLacking(lacking)}`
    : `${mission} waits for ${other}, which ${isByStart ? begins : ends} ${waits}${after}, and ${isToStart ? begins : ends} ${at}: ${lacking} short`
}
