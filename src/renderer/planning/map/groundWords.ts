import { airfieldName } from '../../map-engine/base/airfieldName.ts'
import type { GroundHit } from '../../map-engine/MapAdapter.ts'
import type { Texts } from '../../texts/TextContext.tsx'

const METRES_PER_FOOT = 0.3048

/** A town or airfield of the base map in words; what its source does not know is said to be without data. */
export function groundWords(
  ground: GroundHit,
  { t, number }: Pick<Texts, 't' | 'number'>,
): { name: string; facts: string[] } {
  const height = (metres: number | null): string =>
    metres === null ? t('map.no-data') : t('map.metres-above', { metres: number(Math.round(metres)) })
  if (ground.kind === 'airfield') {
    const { airfield } = ground
    const feet = airfield.elevationFeet
    return {
      name: `${airfieldName(airfield.name)} (${airfield.id})`,
      facts: [
        t(`map.airfield-${airfield.kind}`),
        t('map.elevation', { value: height(feet === null ? null : feet * METRES_PER_FOOT) }),
      ],
    }
  }
  const { town } = ground
  return {
    name: town.name,
    facts: [
      t('map.population', { value: town.population === null ? t('map.no-data') : number(town.population) }),
      t('map.elevation', { value: height(town.elevation) }),
    ],
  }
}
