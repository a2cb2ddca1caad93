import type { GeoProperties } from '../formats/geo/GeoLayerData.ts'
import type { Id } from '../records/ids.ts'
import type { Place } from '../records/place.ts'
import { foldedWords } from './gazetteer.ts'

/** An area of a layer, as far as joining looks at it. */
export interface JoinArea {
  /** Its number in the layer. */
  readonly feature: number
  readonly name: string | null
  readonly properties: GeoProperties
}

/** Which properties of the areas say what; null where none does. */
export interface JoinFields {
  /** UBIGEO, six digits. */
  readonly code: string | null
  readonly name: string | null
  readonly province: string | null
  readonly department: string | null
}

export interface JoinMatch {
  readonly feature: number
  readonly district: Id<'place'>
  readonly by: 'code' | 'name'
  /** What the area says of the district; null or empty where it says nothing. */
  readonly ubigeo: string | null
  readonly province: string
  readonly department: string
}

export interface DistrictJoin {
  readonly matches: readonly JoinMatch[]
  readonly districtsLeft: readonly Id<'place'>[]
  /** Districts whose name several areas bear, and neither province nor department tells them apart. */
  readonly ambiguous: readonly { readonly district: Id<'place'>; readonly features: readonly number[] }[]
  readonly areasLeft: readonly number[]
}

const FIELD_NAMES: Readonly<Record<keyof JoinFields, readonly string[]>> = {
  code: ['ubigeo', 'iddist', 'id dist', 'codubigeo', 'cod ubigeo', 'ubigeo inei', 'ccdi ubigeo', 'codigo', 'code'],
  name: ['nombdist', 'distrito', 'nm dist', 'nom dist', 'nomdist', 'nombre', 'name', 'district'],
  province: ['nombprov', 'provincia', 'nm prov', 'nom prov', 'nomprov', 'province'],
  department: ['nombdep', 'departamento', 'nm dep', 'nom dep', 'nombdepa', 'department', 'region'],
}

const SAMPLE = 500

/** The likeliest properties, by their names and what they hold. */
export function guessJoinFields(areas: readonly JoinArea[]): JoinFields {
  const keys = new Set(areas.slice(0, SAMPLE).flatMap((area) => area.properties.map(([key]) => key)))
  const byName = (field: keyof JoinFields): string | null =>
    FIELD_NAMES[field].map((wanted) => [...keys].find((key) => foldedWords(key) === wanted)).find(Boolean) ?? null
  const holdsCodes = (key: string): boolean => {
    const values = areas.slice(0, SAMPLE).map((area) => valueOf(area, key))
    return values.length > 0 && values.every((value) => ubigeoOf(value) !== null)
  }
  const named = byName('code')
  const code = named !== null && holdsCodes(named) ? named : ([...keys].find(holdsCodes) ?? null)
  return { code, name: byName('name'), province: byName('province'), department: byName('department') }
}

/** Six digits; numbers have lost a leading zero. */
export function ubigeoOf(value: string | number | null): string | null {
  const digits = String(value ?? '').trim()
  return /^\d{5,6}$/.test(digits) ? digits.padStart(6, '0') : null
}

/**
 * Finds the area of each district of the plan: by its code where the plan has one, else by its name (accents and case do
 * not matter), among those of its province and department where both sides name them. No area serves two districts.
 */
export function joinDistricts(
  areas: readonly JoinArea[],
  districts: readonly Place[],
  fields: JoinFields,
): DistrictJoin {
  const byCode = new Map<string, number>()
  const byName = new Map<string, number[]>()
  for (const [index, area] of areas.entries()) {
    const code = fields.code === null ? null : ubigeoOf(valueOf(area, fields.code))
    if (code !== null && !byCode.has(code)) byCode.set(code, index)
    const name = nameOf(area, fields)
    if (name !== '') byName.set(name, [...(byName.get(name) ?? []), index])
  }
  const taken = new Set<number>()
  const found = new Map<Id<'place'>, { index: number; by: 'code' | 'name' }>()
  for (const district of districts) {
    const index = district.ubigeo === null ? undefined : byCode.get(district.ubigeo)
    if (index === undefined || taken.has(index)) continue
    taken.add(index)
    found.set(district.id, { index, by: 'code' })
  }
  const ambiguous: { district: Id<'place'>; features: number[] }[] = []
  for (const district of districts) {
    if (found.has(district.id)) continue
    const named = (byName.get(foldedWords(district.name)) ?? []).filter((index) => !taken.has(index))
    const fitting = named.filter((index) => fits(areas[index], district, fields))
    const [index] = fitting
    if (index === undefined) continue
    if (fitting.length > 1) {
      ambiguous.push({ district: district.id, features: fitting.map((i) => areas[i]?.feature ?? i) })
      continue
    }
    taken.add(index)
    found.set(district.id, { index, by: 'name' })
  }
  return {
    matches: districts.flatMap((district) => matchOf(areas, district, found.get(district.id), fields)),
    districtsLeft: districts
      .filter(({ id }) => !found.has(id) && !ambiguous.some(({ district }) => district === id))
      .map(({ id }) => id),
    ambiguous,
    areasLeft: areas.flatMap(({ feature }, index) => (taken.has(index) ? [] : [feature])),
  }
}

function matchOf(
  areas: readonly JoinArea[],
  district: Place,
  found: { readonly index: number; readonly by: 'code' | 'name' } | undefined,
  fields: JoinFields,
): JoinMatch[] {
  const area = found === undefined ? undefined : areas[found.index]
  if (found === undefined || area === undefined) return []
  return [
    {
      feature: area.feature,
      district: district.id,
      by: found.by,
      ubigeo: fields.code === null ? null : ubigeoOf(valueOf(area, fields.code)),
      province: textOf(area, fields.province),
      department: textOf(area, fields.department),
    },
  ]
}

/** Neither side contradicts the other. */
function fits(area: JoinArea | undefined, district: Place, { province, department }: JoinFields): boolean {
  if (area === undefined) return false
  const agrees = (own: string, key: string | null): boolean => {
    const theirs = foldedWords(textOf(area, key))
    return own === '' || theirs === '' || foldedWords(own) === theirs
  }
  return agrees(district.department, department) && agrees(district.province, province)
}

const nameOf = (area: JoinArea, { name }: JoinFields): string =>
  foldedWords(name === null ? (area.name ?? '') : textOf(area, name))

function valueOf(area: JoinArea, key: string): string | number | null {
  return area.properties.find(([own]) => own === key)?.[1] ?? null
}

function textOf(area: JoinArea, key: string | null): string {
  return key === null ? '' : String(valueOf(area, key) ?? '').trim()
}
