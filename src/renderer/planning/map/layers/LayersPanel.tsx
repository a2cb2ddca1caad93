import { Plus } from 'lucide-react'
import { DropIndicator, GridList, useDragAndDrop } from 'react-aria-components'
import { useActionContext, useActions } from '../../../actions/ActionsContext.tsx'
import type { SceneLayer } from '../../../map-engine/Scene.ts'
import { useLayers, useLayersState } from '../../../session/layers/LayersContext.tsx'
import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { MapPanelFrame } from '../MapPanelFrame.tsx'
import { toggleLayer, useMapView } from '../mapView.ts'
import { showGround, useGroundShown } from './groundView.ts'
import { LayerItem } from './LayerItem.tsx'
import './layers.css'
import { movedIds } from './movedIds.ts'

/** Of the plan's own layers those that are worth hiding by hand, from the top down. */
const OF_PLAN = [
  'units',
  'places',
  'links',
  'missions',
  'measures',
  'districts',
] as const satisfies readonly SceneLayer[]

/** Own layers in their order, and what of the plan is shown. */
export function LayersPanel() {
  const { t, number } = useTexts()
  const list = useLayersState((s) => s.layers)
  const { registry, context } = useActions()
  const isGroundShown = useGroundShown()
  return (
    <MapPanelFrame title={t('map-layers.title')} count={list.length === 0 ? '' : number(list.length)}>
      <div className="layers-panel">
        <div className="layers-add">
          <Button
            icon={Plus}
            variant={list.length === 0 ? 'primary' : 'plain'}
            onPress={() => void registry.get('map.layers.add').perform(context)}
          >
            {t('map-layers.add')}
          </Button>
        </div>
        <Importing />
        {list.length === 0 ? (
          <div className="layers-empty">
            <p>{t('map-layers.empty')}</p>
            <p>{t('map-layers.formats')}</p>
          </div>
        ) : (
          <LayerList list={list} />
        )}
        <section className="layers-plan" aria-label={t('map-layers.of-plan')}>
          <h3>{t('map-layers.of-plan')}</h3>
          {OF_PLAN.map((layer) => (
            <PlanLayer key={layer} layer={layer} />
          ))}
        </section>
        <section className="layers-plan" aria-label={t('map-layers.base')}>
          <h3>{t('map-layers.base')}</h3>
          <Checkbox isSelected={isGroundShown} onChange={showGround}>
            {t('map-layers.shown-base')}
          </Checkbox>
        </section>
      </div>
    </MapPanelFrame>
  )
}

function LayerList({ list }: { list: readonly OwnLayer[] }) {
  const { t } = useTexts()
  const layers = useLayers()
  const { notify } = useActionContext()
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': layers.layer(String(key))?.name ?? '' })),
    onReorder: ({ keys, target }) => {
      const ids = movedIds(
        list.map((layer) => layer.id),
        new Set([...keys].map(String)),
        String(target.key),
        target.dropPosition === 'after' ? 'after' : 'before',
      )
      void layers.reorder(ids).then((kept) => {
        if (!kept.ok) notify({ tone: 'warning', text: t('map-layers.not-kept') })
      })
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="layers-drop-line" />,
  })
  return (
    <GridList
      className="layers-list"
      aria-label={t('map-layers.own')}
      items={list}
      dragAndDropHooks={dragAndDropHooks}
      keyboardNavigationBehavior="tab"
      selectionMode="none"
    >
      {(layer) => <LayerItem layer={layer} />}
    </GridList>
  )
}

function Importing() {
  const { t } = useTexts()
  const layers = useLayers()
  const importing = useLayersState((s) => s.importing)
  if (importing === null) return null
  const name = importing.fileName
  return (
    <div className="layers-importing">
      <ProgressBar
        label={t(`map-layers.phase-${importing.phase}`, { name })}
        share={importing.phase === 'keeping' ? null : importing.fraction}
      />
      <Button onPress={() => layers.cancelImport()}>{t('map-layers.cancel')}</Button>
    </div>
  )
}

function PlanLayer({ layer }: { layer: (typeof OF_PLAN)[number] }) {
  const { t } = useTexts()
  const isShown = useMapView((v) => !v.hiddenLayers.has(layer))
  return (
    <Checkbox isSelected={isShown} onChange={() => toggleLayer(layer)}>
      {t(`map-layers.shown-${layer}`)}
    </Checkbox>
  )
}
