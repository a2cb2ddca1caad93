import type { PlanReader } from '../plan/PlanDocument.ts'
import { isIdOf } from '../records/ids.ts'
import { formatDay, formatDtg, type Language } from '../time/dtg.ts'
import type { Finding } from './Finding.ts'

/** Farthest instant a Date holds, less two days for the zone. */
const LAST_INSTANT = 8.64e15 - 1.728e8

/** Date-time group of an instant in the plan's zone; a dash where the number is no time. */
export function sayInstant(plan: PlanReader, instant: number, language: Language): string {
  return Math.abs(instant) <= LAST_INSTANT ? formatDtg(instant, plan.meta.timeZone, language) : '—'
}

/** Date-time group of a planned time, minutes from H-hour. */
export function sayTime(plan: PlanReader, relative: number, language: Language): string {
  return sayInstant(plan, plan.meta.hHour + relative * 60_000, language)
}

/** `14 FEB 23`, of a day counted from 1 January 1970. */
export function sayDay(day: number, language: Language): string {
  const instant = day * 86_400_000
  if (!(Math.abs(instant) <= LAST_INSTANT)) return '—'
  const year = String(new Date(instant).getUTCFullYear() % 100).padStart(2, '0')
  return `${formatDay(instant, 'UTC', language)} ${year}`
}

/** What planners call a unit: its designation, else its name. */
export function sayUnit(plan: PlanReader, id: string): string {
  const unit = isIdOf('unit', id) ? plan.get(id) : undefined
  if (unit === undefined) return id
  return unit.designation === '' ? unit.name : unit.designation
}

export function sayMission(plan: PlanReader, id: string): string {
  return (isIdOf('mission', id) ? plan.get(id)?.code : undefined) ?? id
}

export function sayCapability(plan: PlanReader, key: string, language: Language): string {
  const name = plan.meta.capabilities.find((c) => c.key === key)?.name
  return name === undefined ? key : ((language === 'en' ? name.en : undefined) ?? name.es)
}

/** At most one decimal, with a point, as es-PE and English both write it. */
export function sayNumber(value: number): string {
  return String(Math.abs(value) < 1e15 ? Math.round(value * 10) / 10 : value)
}

/** `faltan 5 h`, `falta 1`: what lacks, in Spanish. */
export function sayLacking(amount: string): string {
  return /^1(?: (?:d|h|min))?$/.test(amount) ? `falta ${amount}` : `faltan ${amount}`
}

/** The first few of a list, then how many more. */
export function sayList(names: readonly string[], language: Language, most = 5): string {
  const rest = names.length - most
  const shown = names.slice(0, most).join(', ')
  if (rest <= 0) return shown
  return language === 'es' ? `${shown} y ${rest} más` : `${shown} and ${rest} more`
}

export function numberOf(finding: Finding, key: string): number {
  const value = finding.params[key]
  return typeof value === 'number' ? value : 0
}

export function textOf(finding: Finding, key: string): string {
  const value = finding.params[key]
  return value === undefined ? '' : String(value)
}
