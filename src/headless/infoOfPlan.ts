import type { PlanDocument } from '../domain/plan/PlanDocument.ts'
import { type Id, RECORD_KINDS } from '../domain/records/ids.ts'
import { formatDtg, type Language } from '../domain/time/dtg.ts'
import { texts } from './texts.ts'

/** What is in a plan: counts by kind of record, and units and missions led by component. */
export function infoOfPlan(plan: PlanDocument, migratedFrom: number | null) {
  const { meta } = plan
  const components = [...plan.all('component')].map((component) => {
    const units = plan.indexes.unitsOfComponent.get(component.id)
    const led = new Set<Id>()
    for (const unit of units) {
      for (const a of plan.indexes.assignmentsOfUnit.get(unit.id)) if (a.part === 'supported') led.add(a.mission)
    }
    return { id: component.id, kind: component.kind, name: component.name, units: units.length, missions: led.size }
  })
  return {
    id: meta.id,
    title: meta.title,
    hHour: new Date(meta.hHour).toISOString(),
    timeZone: meta.timeZone,
    migratedFrom,
    records: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, plan.count(kind)])),
    components,
  }
}

export function sayInfo(plan: PlanDocument, migratedFrom: number | null, language: Language): string {
  const say = texts[language]
  const info = infoOfPlan(plan, migratedFrom)
  const lines = [info.title, `${say.planned}: ${formatDtg(plan.meta.hHour, plan.meta.timeZone, language)}`]
  if (migratedFrom !== null) lines.push(say.migrated(migratedFrom))
  lines.push('', say.byKind)
  for (const [kind, count] of Object.entries(info.records)) {
    if (count > 0) lines.push(`${String(count).padStart(8)}  ${kind}`)
  }
  lines.push('', say.byComponent)
  for (const { name, units, missions } of info.components) {
    const shown = (language === 'en' ? name.en : undefined) ?? name.es
    lines.push(`  ${shown}: ${say.unitsAndMissions(units, missions)}`)
  }
  return lines.join('\n')
}
