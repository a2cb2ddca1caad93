import { useEffect, useRef, useState } from 'react'
import type { OwnFeatureHit } from '../../../map-engine/layers/OwnLayerView.ts'
import type { Pixel } from '../../../map-engine/MapAdapter.ts'
import { useLayers } from '../../../session/layers/LayersContext.tsx'
import type { OwnLayers } from '../../../session/layers/OwnLayers.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { DescriptionList } from '../../../ui/DescriptionList.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { useMap } from '../MapContext.tsx'
import { mapView } from '../mapView.ts'

/** Features shown of those that lie on one another. */
const MOST_FEATURES = 4
const MOST_PROPERTIES = 40

interface Described {
  readonly key: string
  readonly layer: string
  readonly name: string
  readonly properties: readonly (readonly [string, string | number])[]
}

interface Shown {
  readonly pixel: Pixel
  readonly features: readonly Described[]
}

/** What own layers say of what was clicked, where nothing of the plan lies there. Text only, whatever the file holds. */
export function FeaturePopover() {
  const { t } = useTexts()
  const map = useMap()
  const layers = useLayers()
  const anchor = useRef<HTMLSpanElement>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    let clicks = 0
    const show = async (pixel: Pixel, hits: readonly OwnFeatureHit[]): Promise<void> => {
      const click = (clicks += 1)
      const features = await described(layers, hits.slice(0, MOST_FEATURES))
      if (click === clicks && features.length > 0) setShown({ pixel, features })
    }
    return map.onPointer(({ type, pixel, hits }) => {
      if (type !== 'click' || hits.length > 0 || mapView.getState().mode !== 'choose') return
      const own = map.ownFeaturesAt(pixel)
      if (own.length > 0) void show(pixel, own)
    })
  }, [map, layers])
  return (
    <>
      <span
        ref={anchor}
        className="map-anchor"
        style={shown === null ? {} : { left: shown.pixel[0], top: shown.pixel[1] }}
      />
      <Popover
        label={t('map-layers.feature', { layer: shown?.features[0]?.layer ?? '' })}
        triggerRef={anchor}
        isOpen={shown !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setShown(null)
        }}
        placement="right top"
      >
        <div className="layers-features">
          {shown?.features.map(({ key, layer, name, properties }) => (
            <section key={key}>
              <h3>{name === '' ? t('map-layers.feature', { layer }) : name}</h3>
              {name === '' ? null : <p className="layers-features-of">{layer}</p>}
              {properties.length === 0 ? (
                <p className="layers-features-of">{t('map-layers.no-properties')}</p>
              ) : (
                <DescriptionList
                  facts={properties.map(([term, value], i) => ({ id: `${i} ${term}`, term, value: String(value) }))}
                  emptyText="—"
                />
              )}
            </section>
          ))}
        </div>
      </Popover>
    </>
  )
}

async function described(layers: OwnLayers, hits: readonly OwnFeatureHit[]): Promise<Described[]> {
  const all = await Promise.all(
    hits.map(async ({ layer, feature, tile }): Promise<Described[]> => {
      const read = await layers.describe({ layer, feature, z: tile.z, x: tile.x, y: tile.y })
      if (read === null) return []
      const properties = read.properties.slice(0, MOST_PROPERTIES)
      const key = `${layer} ${tile.z} ${tile.x} ${tile.y} ${feature}`
      return [{ key, layer: layers.layer(layer)?.name ?? '', name: read.name ?? '', properties }]
    }),
  )
  return all.flat()
}
