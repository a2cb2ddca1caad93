import type { DistrictJoin } from '../../../../domain/geo/districtJoin.ts'
import type { Id } from '../../../../domain/records/ids.ts'

/** What one district is given; an absent field stays as it is. */
interface WrittenDistrict {
  place: Id<'place'>
  ubigeo?: string
  province?: string
  department?: string
}

/** What the layer says otherwise than the plan; the plan's own names stay unless they are asked for, or empty. */
export function districtsWritten(
  join: DistrictJoin,
  districts: readonly { id: Id<'place'>; ubigeo: string | null; province: string; department: string }[],
  takesNames: boolean,
): WrittenDistrict[] {
  const districtOf = new Map(districts.map((district) => [district.id, district]))
  return join.matches.flatMap(({ district: id, ubigeo, province, department }) => {
    const district = districtOf.get(id)
    if (district === undefined) return []
    const written: WrittenDistrict = { place: id }
    if (ubigeo !== null && ubigeo !== district.ubigeo) written.ubigeo = ubigeo
    const takes = (own: string, theirs: string): boolean =>
      theirs !== '' && theirs !== own && (takesNames || own === '')
    if (takes(district.province, province)) written.province = province
    if (takes(district.department, department)) written.department = department
    return Object.keys(written).length > 1 ? [written] : []
  })
}
