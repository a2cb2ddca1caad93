import { placePositions } from '../../../../domain/geo/locationPosition.ts'
import type { Location, Position } from '../../../../domain/records/common.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { dispatchAt, type PlaceChoice } from '../../../fields/places/PlaceChoice.ts'
import { useSession } from '../../../session/SessionContext.tsx'

type MissionPlace = Mission['places'][number]

export interface MissionPlaceEdits {
  readonly addPoint: (choice: PlaceChoice) => void
  readonly remove: (index: number) => void
  readonly setShape: (index: number, shape: MissionPlace['shape']) => void
  /** A point that is not there yet is put behind the last. */
  readonly setPoint: (index: number, at: number, choice: PlaceChoice) => void
  readonly removePoint: (index: number, at: number) => void
  /** Asks for it on the map; a place that is there takes the new points in one step. */
  readonly draw: (index: number | null, shape: 'line' | 'area', label: string) => void
}

/**
 * What can be done with a mission's places. Answers may come after the sheet has gone and come back, so each looks at the
 * mission as it then is; where its place has gone meanwhile, nothing is done.
 */
export function useMissionPlaces({ id }: Mission): MissionPlaceEdits {
  const session = useSession()
  const change = (
    make: (places: readonly MissionPlace[]) => readonly MissionPlace[] | null,
    added: PlaceChoice['added'] = null,
  ): void => {
    const mission = session.store.getState().plan?.get(id)
    const places = mission === undefined ? null : make(mission.places)
    if (places !== null) dispatchAt(session, added, [id], { places })
  }
  const changeOne = (
    index: number,
    make: (place: MissionPlace) => MissionPlace,
    added: PlaceChoice['added'] = null,
  ): void =>
    change((places) => {
      const place = places[index]
      return place === undefined ? null : places.with(index, make(place))
    }, added)
  const positionsOf = (index: number | null): Position[] => {
    const { plan } = session.store.getState()
    const place = index === null ? undefined : plan?.get(id)?.places[index]
    return plan === null || place === undefined ? [] : placePositions(plan, place)
  }
  return {
    addPoint: ({ location, added }) => change((places) => [...places, { shape: 'point', points: [location] }], added),
    remove: (index) => change((places) => (index in places ? places.toSpliced(index, 1) : null)),
    setShape: (index, shape) => changeOne(index, (place) => ({ ...place, shape })),
    setPoint: (index, at, { location, added }) =>
      changeOne(
        index,
        (place) => ({
          ...place,
          points: at < place.points.length ? place.points.with(at, location) : [...place.points, location],
        }),
        added,
      ),
    removePoint: (index, at) => changeOne(index, (place) => ({ ...place, points: place.points.toSpliced(at, 1) })),
    draw: (index, shape, label) => {
      void session.pickPath(label, shape, positionsOf(index)).then((drawn) => {
        if (drawn === null) return
        const points = drawn.map((position): Location => ({ position }))
        if (index === null) change((places) => [...places, { shape, points }])
        else changeOne(index, () => ({ shape, points }))
      })
    },
  }
}
