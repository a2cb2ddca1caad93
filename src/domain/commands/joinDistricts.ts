import * as v from 'valibot'
import { shortText } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import type { Place } from '../records/place.ts'
import { defineCommand, missing } from './command.ts'

/** Gives districts of the plan what a layer says of them; an absent field stays as it is. */
export const joinDistricts = defineCommand({
  type: 'joinDistricts',
  schema: v.strictObject({
    districts: v.pipe(
      v.array(
        v.strictObject({
          place: idOf('place'),
          ubigeo: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9]{6}$/))),
          province: v.exactOptional(shortText),
          department: v.exactOptional(shortText),
        }),
      ),
      v.minLength(1),
    ),
    layer: shortText,
  }),
  label: (_plan, { districts, layer }) => ({ count: districts.length, layer }),
  run: (edit, { districts }) => {
    for (const { place: id, ...fields } of districts) {
      const place = edit.get(id)
      if (place === undefined) return missing(id)
      const changed = Object.entries(fields).filter(([key, value]) => place[key as keyof Place] !== value)
      if (changed.length > 0) edit.change(place, Object.fromEntries(changed))
    }
    return null
  },
})
