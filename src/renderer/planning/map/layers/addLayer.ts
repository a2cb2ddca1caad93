import { createElement } from 'react'
import type { GeoLossCode } from '../../../../domain/formats/geo/GeoLayerData.ts'
import type { ActionContext } from '../../../actions/Action.ts'
import { LayerReportDialog } from './LayerReportDialog.tsx'
import type { GivenLayerFile } from '../../../session/layers/OwnLayers.ts'
import { mapView } from '../mapView.ts'
import { sayLayerFault } from './layerWords.ts'
import { zoomToLayer } from './zoomToLayer.ts'

const EXTENSIONS = [
  'geojson',
  'json',
  'geojsonl',
  'ndjson',
  'topojson',
  'kml',
  'kmz',
  'gpx',
  'pmtiles',
  'mbtiles',
  'tif',
  'tiff',
] as const

/** Losses that a person should look at; the others are changes that nobody misses. */
const LEFT_OUT: ReadonlySet<string> = new Set<GeoLossCode>([
  'null-geometry',
  'bad-geometry',
  'not-a-feature',
  'psad56',
  'network-link',
  'overlay-image',
  'other-kml',
])

/** Asks for a layer's file. null: cancelled, or the file could not be had, which is said. */
export async function chooseLayerFile({ platform, texts, notify }: ActionContext): Promise<GivenLayerFile | null> {
  const chosen = await platform.chooseLayerFile({ name: texts.t('map-layers.filter'), extensions: [...EXTENSIONS] })
  if (!chosen.ok) {
    notify({ tone: 'error', text: texts.t(`file.${chosen.code}`), detail: texts.t('map-layers.kept') })
    return null
  }
  if (chosen.value === null) return null
  return chosen.value.kind === 'blob'
    ? { kind: 'blob', blob: chosen.value.blob, name: chosen.value.name }
    : { ...chosen.value.file, kind: 'handle' }
}

/** Reads a file as a layer, shows it, and says what became of it; a refusal leaves everything as it was. */
export async function addLayer(context: ActionContext, file: GivenLayerFile): Promise<void> {
  const { layers, notify, showDialog, texts } = context
  const { t } = texts
  const added = await layers.add(file)
  if (!added.ok) {
    if (added.error.kind === 'cancelled') return
    const reason = sayLayerFault(texts, added.error)
    notify({
      tone: 'error',
      text: t('map-layers.refused', { name: file.name, reason }),
      detail: t('map-layers.kept'),
    })
    return
  }
  const layer = added.value
  const { features, losses, name } = layer
  mapView.setState({ panel: 'layers' })
  zoomToLayer(layer)
  notify({
    tone: losses.length === 0 ? 'ok' : losses.some(({ code }) => LEFT_OUT.has(code)) ? 'warning' : 'note',
    text: features === null ? t('map-layers.added-tiles', { name }) : t('map-layers.added', { name, count: features }),
    ...(losses.length === 0
      ? {}
      : {
          detail: t('map-layers.added-loss'),
          action: {
            label: t('map-layers.see-report'),
            onAction: () => showDialog((close) => createElement(LayerReportDialog, { layer, close })),
          },
        }),
  })
}
