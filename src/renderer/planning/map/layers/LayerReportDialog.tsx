import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'
import { type Texts, useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DescriptionList, type Fact } from '../../../ui/DescriptionList.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import './layers.css'

const MEGABYTE = 1024 * 1024

/** What a layer was read from, how it is kept, and what was left out or changed on the way. */
export function LayerReportDialog({ layer, close }: { layer: OwnLayer; close: () => void }) {
  const texts = useTexts()
  const { t } = texts
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t('map-layers.report-title', { name: layer.name })}
      closeLabel={t('map-layers.close')}
      footer={
        <Button variant="primary" onPress={close} autoFocus>
          {t('map-layers.close')}
        </Button>
      }
    >
      <DescriptionList facts={factsOf(layer, texts)} emptyText="—" />
      {layer.losses.length === 0 ? (
        <p className="layers-report-none">{t('map-layers.no-losses')}</p>
      ) : (
        <>
          <h3 className="layers-report-head">{t('map-layers.losses')}</h3>
          <ul className="layers-report">
            {layer.losses.map(({ code, count }) => (
              <li key={code}>{t(`map-layers.loss.${code}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

const FORMAT_NAMES: Readonly<Record<OwnLayer['format'], string>> = {
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  kml: 'KML',
  kmz: 'KMZ',
  gpx: 'GPX',
  pmtiles: 'PMTiles',
  mbtiles: 'MBTiles',
  geotiff: 'GeoTIFF',
}

function factsOf(layer: OwnLayer, { t, number }: Texts): Fact[] {
  const isSmall = layer.keptBytes < MEGABYTE
  const size = isSmall ? `${number(layer.keptBytes / 1024)} kB` : `${number(layer.keptBytes / MEGABYTE, 1)} MB`
  const kept = layer.isConverted
    ? t('map-layers.kept-converted', { size })
    : layer.handle === null
      ? t('map-layers.kept-copy', { size })
      : t('map-layers.kept-in-place')
  const counts: Fact[] =
    layer.features === null
      ? [{ id: 'zooms', term: t('map-layers.fact-zooms'), value: `${layer.minZoom}–${layer.maxZoom}` }]
      : [
          { id: 'features', term: t('map-layers.fact-features'), value: number(layer.features) },
          { id: 'vertices', term: t('map-layers.fact-vertices'), value: number(layer.vertices ?? 0) },
        ]
  return [
    { id: 'file', term: t('map-layers.fact-file'), value: layer.fileName },
    { id: 'format', term: t('map-layers.fact-format'), value: FORMAT_NAMES[layer.format] },
    ...counts,
    { id: 'kept', term: t('map-layers.fact-kept'), value: kept },
    ...(layer.credit === '' ? [] : [{ id: 'credit', term: t('map-layers.fact-credit'), value: layer.credit }]),
  ]
}
