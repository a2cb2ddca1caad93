import { Eye, EyeOff, GripVertical, MoreVertical } from 'lucide-react'
import { Button as AriaButton, GridListItem } from 'react-aria-components'
import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'
import { useLayers, useLayersState } from '../../../session/layers/LayersContext.tsx'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import { ToneIcon } from '../../../ui/ToneIcon.tsx'
import { useMapView } from '../mapView.ts'
import { colorOf } from './colorOf.ts'
import { OpacitySlider } from './OpacitySlider.tsx'
import { useLayerMenu } from './useLayerMenu.ts'

/** One layer in the list: moved by its handle, shown or hidden, faded, and all else in its menu. */
export function LayerItem({ layer }: { layer: OwnLayer }) {
  const { t } = useTexts()
  const layers = useLayers()
  const { id, name, opacity, isShown } = layer
  const entries = useLayerMenu(layer)
  return (
    <GridListItem id={id} textValue={name} className="layers-item" data-hidden={!isShown || undefined}>
      <AriaButton slot="drag" className="layers-grip" aria-label={t('map-layers.drag', { name })}>
        <Icon glyph={GripVertical} size={14} />
      </AriaButton>
      <IconButton
        icon={isShown ? Eye : EyeOff}
        label={t(isShown ? 'map-layers.hide' : 'map-layers.show', { name })}
        onPress={() => void layers.change(id, { isShown: !isShown })}
      />
      <div className="layers-words">
        <span className="layers-name">
          {layer.kind === 'vector' ? <span className="layers-swatch" data-color={colorOf(layer)} /> : null}
          <span className="layers-title" title={name}>
            {name}
          </span>
        </span>
        <LayerLine layer={layer} />
        <OpacitySlider
          label={t('map-layers.opacity', { name })}
          value={opacity}
          onChange={(next) => void layers.change(id, { opacity: next }, false)}
          onCommit={(next) => void layers.change(id, { opacity: next })}
        />
      </div>
      <MenuButton icon={MoreVertical} isIconOnly label={t('map-layers.menu', { name })} entries={entries} />
    </GridListItem>
  )
}

/** What stands in the way of seeing the layer, or whose districts it is. */
function LayerLine({ layer }: { layer: OwnLayer }) {
  const { t } = useTexts()
  const standing = useLayersState((s) => s.standing.get(layer.id))
  const plan = useSessionState((s) => s.plan?.meta.id)
  const isFar = useMapView((v) => isTooFar(layer, v.metresPerPixel))
  const tie = plan === undefined ? undefined : layer.ties[plan]
  if (standing?.state === 'missing' || standing?.state === 'broken') {
    return (
      <span className="layers-line" data-tone="warning">
        <ToneIcon tone="warning" size={12} />
        {standing.state === 'missing' ? t('map-layers.missing', { file: layer.fileName }) : t('map-layers.broken')}
      </span>
    )
  }
  if (standing?.state === 'opening') return <span className="layers-line">{t('map-layers.opening')}</span>
  if (isFar) return <span className="layers-line">{t('map-layers.closer')}</span>
  if (tie === undefined) return null
  return <span className="layers-line">{t('map-layers.joined', { count: tie.pairs.length })}</span>
}

/** As the map decides it (`map-engine/layers`): two zooms before the archive begins. */
function isTooFar({ minZoom, tileSize }: OwnLayer, metresPerPixel: number): boolean {
  return minZoom > 0 && metresPerPixel > 156_543 * (256 / tileSize) * 2 ** (2 - minZoom)
}
