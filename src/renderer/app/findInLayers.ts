import type { LayerName, OwnLayers } from '../session/layers/OwnLayers.ts'
import type { PlaceNames } from '../session/PlaceNames.ts'

/** Names of features of the layers that are shown can be searched for, as long as they are shown. */
export function findInLayers(layers: OwnLayers, names: Pick<PlaceNames, 'setSource'>): void {
  let before: ReadonlyMap<string, readonly LayerName[]> = new Map()
  layers.store.subscribe(({ names: now }) => {
    if (now === before) return
    for (const id of before.keys()) if (!now.has(id)) names.setSource(`layer:${id}`, [])
    for (const [id, list] of now)
      if (before.get(id) !== list) names.setSource(`layer:${id}`, entriesOf(layers, id, list))
    before = now
  })
}

function entriesOf(layers: OwnLayers, id: string, list: readonly LayerName[]) {
  const detail = layers.layer(id)?.name ?? ''
  return list.map(({ name, at }, index) => ({
    id: `${id}/${index}`,
    source: 'layer' as const,
    name,
    aliases: '',
    detail,
    position: at,
    population: null,
  }))
}
