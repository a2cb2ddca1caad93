import { ChartNoAxesGantt, FileSearch, Focus, Link2, Link2Off, MapPin, Pencil, Trash2 } from 'lucide-react'
import { createElement } from 'react'
import { type ActionContext } from '../../../actions/Action.ts'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import { useLayersState } from '../../../session/layers/LayersContext.tsx'
import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import type { MenuEntry } from '../../../ui/MenuEntry.ts'
import { chooseLayerFile } from './addLayer.ts'
import { JoinDialog } from './JoinDialog.tsx'
import { LayerReportDialog } from './LayerReportDialog.tsx'
import { sayLayerFault } from './layerWords.ts'
import { placesIntoDistricts } from './placesIntoDistricts.ts'
import { RenameLayerDialog } from './RenameLayerDialog.tsx'
import { zoomToLayer } from './zoomToLayer.ts'

/** All that can be done with a layer besides showing, fading and moving it. */
export function useLayerMenu(layer: OwnLayer): readonly MenuEntry[] {
  const context = useActionContext()
  const { layers, showDialog, texts } = context
  const { t } = texts
  const isMissing = useLayersState((s) => s.standing.get(layer.id)?.state === 'missing')
  const isOpen = useLayersState((s) => s.standing.get(layer.id)?.state === 'open')
  const plan = useSessionState((s) => s.plan?.meta.id)
  const canEdit = useSessionState((s) => s.canEdit)
  const tie = plan === undefined ? undefined : layer.ties[plan]
  const entries: MenuEntry[] = [
    { id: 'zoom', label: t('map-layers.zoom-to'), icon: Focus, onAction: () => zoomToLayer(layer) },
    {
      id: 'rename',
      label: t('map-layers.rename'),
      icon: Pencil,
      onAction: () => showDialog((close) => createElement(RenameLayerDialog, { layer, close })),
    },
    {
      id: 'report',
      label: t('map-layers.report'),
      icon: ChartNoAxesGantt,
      onAction: () => showDialog((close) => createElement(LayerReportDialog, { layer, close })),
    },
  ]
  if (layer.areas > 0 && plan !== undefined) {
    entries.push({ kind: 'separator', id: 'districts' })
    entries.push({
      id: 'join',
      label: t('map-layers.join'),
      icon: Link2,
      isDisabled: !isOpen || !canEdit,
      onAction: () => showDialog((close) => createElement(JoinDialog, { layer, close })),
    })
    if (tie !== undefined) {
      entries.push(
        {
          id: 'locate',
          label: t('map-layers.locate'),
          icon: MapPin,
          isDisabled: !isOpen || !canEdit,
          onAction: () => void placesIntoDistricts(context, layer, tie),
        },
        {
          id: 'unjoin',
          label: t('map-layers.unjoin'),
          icon: Link2Off,
          onAction: () => void layers.tie(layer.id, plan, null),
        },
      )
    }
  }
  if (isMissing && layer.handle !== null) {
    entries.push({
      id: 'find',
      label: t('map-layers.find-file'),
      icon: FileSearch,
      onAction: () => void findFile(context, layer),
    })
  }
  return [
    ...entries,
    { kind: 'separator', id: 'end' },
    {
      id: 'remove',
      label: t('map-layers.remove'),
      icon: Trash2,
      isDanger: true,
      onAction: () => void removeLayer(context, layer),
    },
  ]
}

async function findFile(context: ActionContext, layer: OwnLayer): Promise<void> {
  const { layers, notify, texts } = context
  const file = await chooseLayerFile(context)
  if (file === null) return
  const found = await layers.relocate(layer.id, file)
  if (found.ok) return
  const reason = sayLayerFault(texts, found.error)
  notify({ tone: 'error', text: texts.t('map-layers.refused', { name: file.name, reason }) })
}

/** Takes a layer off, and offers to bring it back. */
async function removeLayer({ layers, notify, texts }: ActionContext, layer: OwnLayer): Promise<void> {
  await layers.remove(layer.id)
  notify({
    tone: 'note',
    text: texts.t('map-layers.removed', { name: layer.name }),
    action: { label: texts.t('map-layers.undo'), onAction: () => void layers.restore(layer.id) },
  })
}
