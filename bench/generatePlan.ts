import { readFileSync } from 'node:fs'
import type { AnyRecord, RecordOf } from '../src/domain/records/catalog.ts'
import { isRecordOf } from '../src/domain/records/catalog.ts'
import { makeId } from '../src/domain/records/ids.ts'
import { blankPlan } from '../src/domain/templates/blankPlan.ts'
import { readTemplate } from '../src/domain/templates/readTemplate.ts'
import { DAY } from '../src/domain/time/planTime.ts'
import { generateAreas } from './generateAreas.ts'
import { type Forces, FRESH, generateForces } from './generateForces.ts'
import { generateMissions } from './generateMissions.ts'
import { Random } from './random.ts'

export interface PlanSize {
  /** At least 20, so that each component has units. */
  readonly units: number
  readonly missions: number
  /** The same seed gives the same plan. */
  readonly seed: number
}

/** 0600R on the 3rd of January 2023. */
const H_HOUR = Date.UTC(2023, 0, 3, 11)
const DAY_MS = 86_400_000
const YEAR = 365 * DAY

/**
 * A year of a joint force of any size, for measuring: units in trees over the four components, eight dated states each,
 * 1.2 units per mission, 0.4 dependencies, a part of the missions tied to their enablers. Built so that about two missions
 * in a hundred have a finding.
 */
export function generatePlan({ units, missions, seed }: PlanSize): AnyRecord[] {
  if (units < 20 || missions < 0) throw new Error('a generated plan has at least 20 units')
  const random = new Random(seed)
  const forces = generateForces(units, H_HOUR, random)
  const catalogue = blankPlan(readCatalogue(), {
    planId: makeId('plan', `generated-${units}-${missions}-${seed}`),
    title: `Plan generado: ${units} unidades, ${missions} misiones`,
    hHour: H_HOUR,
  })
  const phases = Array.from({ length: 8 }, (_, i) => ({
    key: `F${i}`,
    name: { es: `Fase ${i}`, en: `Phase ${i}` },
    from: Math.round((YEAR * i) / 8),
    to: Math.round((YEAR * (i + 1)) / 8),
    notional: true as const,
  }))
  const meta = catalogue.map((r) => (isRecordOf('plan', r) ? { ...r, notional: true as const, phases } : r))
  const objectives = generateObjectives()
  const legalBases = generateLegalBases(forces, random)
  const types = catalogue.filter((r) => isRecordOf('mission-type', r))
  const planned = generateMissions({
    count: missions,
    horizon: YEAR,
    forces,
    types,
    objectives,
    legalBases,
    phases,
    random,
  })
  const { districts, places, units: all } = forces
  return [...meta, ...districts, ...places, ...all, ...objectives, ...legalBases, ...planned, ...generateAreas(forces)]
}

function readCatalogue(): readonly AnyRecord[] {
  const url = new URL('../resources/templates/catalogue.json', import.meta.url)
  const template = readTemplate(JSON.parse(readFileSync(url, 'utf8')))
  if (!template.ok) throw new Error(`catalogue: ${JSON.stringify(template.error)}`)
  return template.value
}

function generateObjectives(): RecordOf<'objective'>[] {
  return Array.from({ length: 12 }, (_, i) => ({
    id: makeId('objective', `o-${i + 1}`),
    ...FRESH,
    code: `OBJ-${i + 1}`,
    name: { es: `Objetivo generado ${i + 1}`, en: `Generated objective ${i + 1}` },
    effects: [],
  }))
}

/** The first covers all districts all year; the others are short and local. */
function generateLegalBases({ districts }: Forces, random: Random): RecordOf<'legal-basis'>[] {
  return Array.from({ length: 25 }, (_, i) => {
    const from = i === 0 ? H_HOUR - 60 * DAY_MS : H_HOUR + random.whole(0, 300) * DAY_MS
    return {
      id: makeId('legal-basis', `l-${i + 1}`),
      ...FRESH,
      kind: 'state-of-emergency' as const,
      document: `Documento generado ${i + 1}`,
      districts: i === 0 ? [] : [random.pick(districts).id],
      from,
      to: from + (i === 0 ? 500 : 60) * DAY_MS,
      requester: '',
      approver: '',
    }
  })
}
