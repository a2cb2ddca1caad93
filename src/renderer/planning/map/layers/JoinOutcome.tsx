import type { DistrictJoin, JoinArea } from '../../../../domain/geo/districtJoin.ts'
import type { Place } from '../../../../domain/records/place.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'

/** Names listed of what is left over in a layer of many. */
const MOST = 200

interface JoinOutcomeProps {
  join: DistrictJoin
  districts: readonly Place[]
  areas: readonly JoinArea[]
}

/** What fits, and what is left on both sides. */
export function JoinOutcome({ join, districts, areas }: JoinOutcomeProps) {
  const { t } = useTexts()
  const districtOf = new Map<string, Place>(districts.map((district) => [district.id, district]))
  const areaOf = new Map(areas.map((area) => [area.feature, area]))
  const nameOfArea = (feature: number): string => areaOf.get(feature)?.name ?? `#${feature + 1}`
  const nameOf = (id: string): string => districtOf.get(id)?.name ?? ''
  const { matches, districtsLeft, ambiguous, areasLeft } = join
  return (
    <div className="layers-join">
      <Disclosure title={t('map-layers.join-matches', { count: matches.length })} defaultExpanded>
        <table className="layers-join-table">
          <tbody>
            {matches.map(({ district, feature, by, ubigeo }) => (
              <tr key={district}>
                <th scope="row">{nameOf(district)}</th>
                <td>{nameOfArea(feature)}</td>
                <td className="figures">{ubigeo ?? ''}</td>
                <td>{t(`map-layers.join-by-${by}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
      {ambiguous.length === 0 ? null : (
        <Disclosure title={t('map-layers.join-ambiguous', { count: ambiguous.length })} defaultExpanded>
          <Names names={ambiguous.map(({ district }) => nameOf(district))} />
        </Disclosure>
      )}
      {districtsLeft.length === 0 ? null : (
        <Disclosure title={t('map-layers.join-left', { count: districtsLeft.length })} defaultExpanded>
          <Names names={districtsLeft.map(nameOf)} />
        </Disclosure>
      )}
      {areasLeft.length === 0 ? null : (
        <Disclosure title={t('map-layers.join-areas-left', { count: areasLeft.length })}>
          <Names names={areasLeft.slice(0, MOST).map(nameOfArea)} />
        </Disclosure>
      )}
    </div>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return <p className="layers-join-names">{names.join(' · ')}</p>
}
