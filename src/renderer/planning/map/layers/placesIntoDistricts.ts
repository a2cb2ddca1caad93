import type { Id } from '../../../../domain/records/ids.ts'
import type { ActionContext } from '../../../actions/Action.ts'
import type { LayerTie, OwnLayer } from '../../../session/layers/OwnLayer.ts'

/** Gives every place of the plan that lies in a joined area its district, as one step. */
export async function placesIntoDistricts(
  { layers, notify, session, texts }: ActionContext,
  layer: OwnLayer,
  tie: LayerTie,
): Promise<void> {
  const { t } = texts
  const plan = session.store.getState().plan
  if (plan === null) return
  const places = [...plan.all('place')].filter((place) => place.kind !== 'district' && place.position !== null)
  const found = await layers.locate(
    layer.id,
    places.map((place) => place.position ?? [0, 0]),
  )
  if (found === null) return notify({ tone: 'error', text: t('map-layers.join-unreadable') })
  const districtOf = new Map(tie.pairs)
  const changed = places.flatMap((place, i): { place: Id<'place'>; district: Id<'place'> }[] => {
    const feature = found[i]
    const district = feature === null || feature === undefined ? undefined : districtOf.get(feature)
    const isNew = district !== undefined && district !== place.district && plan.has(district)
    return isNew ? [{ place: place.id, district }] : []
  })
  if (changed.length === 0) return notify({ tone: 'note', text: t('map-layers.locate-none') })
  if (!session.dispatch({ type: 'placeInDistricts', places: changed }).ok) return
  notify({
    tone: 'ok',
    text: t('map-layers.locate-done', { count: changed.length }),
    action: { label: t('map-layers.undo'), onAction: () => void session.undo() },
  })
}
