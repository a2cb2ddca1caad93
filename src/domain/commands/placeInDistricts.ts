import * as v from 'valibot'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'

/** Says in which district each place lies. A district lies in none. */
export const placeInDistricts = defineCommand({
  type: 'placeInDistricts',
  schema: v.strictObject({
    places: v.pipe(v.array(v.strictObject({ place: idOf('place'), district: idOf('place') })), v.minLength(1)),
  }),
  label: (_plan, { places }) => ({ count: places.length }),
  run: (edit, { places }) => {
    for (const { place: id, district } of places) {
      const place = edit.get(id)
      if (place === undefined) return missing(id)
      if (edit.get(district)?.kind !== 'district' || place.kind === 'district') {
        return { code: 'invalid', params: { path: 'district', message: place.name } }
      }
      if (place.district !== district) edit.change(place, { district })
    }
    return null
  },
})
