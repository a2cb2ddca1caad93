import type { GeoAskOf, GeoPhase, LayerFacts } from '../../../contract/geoWorkerMessages.ts'
import { decodeGeoLayer } from '../../../domain/formats/geo/decodeGeoLayer.ts'
import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'
import type { GeoFormat } from '../../../domain/formats/geo/GeoLayerData.ts'
import { GEO_LIMITS, toMegabytes } from '../../../domain/formats/geo/geoLimits.ts'
import { encodeKeptLayer } from '../../../domain/formats/geo/keptLayer.ts'
import { recognizeGeoFormat } from '../../../domain/formats/geo/recognizeGeoFormat.ts'
import { type ByteSource, readWhole } from './ByteSource.ts'
import type { ArchiveFacts, LayerReader } from './LayerReader.ts'
import { openMbtiles } from './openMbtiles.ts'
import { openPmtiles } from './openPmtiles.ts'
import { VECTOR_MAX_ZOOM } from './VectorReader.ts'

type Progress = (phase: GeoPhase, fraction: number) => void

/** A file read for the first time, and the bytes of it that are to be kept. */
export interface ImportedLayer {
  readonly facts: Omit<LayerFacts, 'keptBytes'>
  readonly kept: Blob | null
}

/** Reads a file whole or not at all; throws `GeoRefusal` where it is no layer. */
export async function importLayer(
  source: ByteSource,
  blob: Blob | null,
  { isCopied }: Pick<GeoAskOf<'import'>, 'isCopied'>,
  onProgress: Progress,
): Promise<ImportedLayer> {
  const format = recognizeGeoFormat(await source.read(0, Math.min(4_096, source.size)))
  if (format === 'pmtiles' || format === 'mbtiles' || format === 'geotiff') {
    const { reader, facts } = await openArchive(format, source, (fraction) => onProgress('reading', fraction))
    reader.close()
    return { facts: { ...facts, isConverted: false }, kept: isCopied ? blob : null }
  }
  if (source.size > GEO_LIMITS.fileBytes) {
    throw new GeoRefusal('too-large', { megabytes: toMegabytes(source.size), limit: toMegabytes(GEO_LIMITS.fileBytes) })
  }
  const bytes = await readWhole(source, (fraction) => onProgress('reading', fraction))
  const decoded = decodeGeoLayer(bytes, (fraction) => onProgress('parsing', fraction))
  if (!decoded.ok) throw new GeoRefusal(decoded.error.code, decoded.error.params)
  onProgress('keeping', 0)
  const data = decoded.value
  const facts = {
    format: data.format,
    kind: 'vector',
    isConverted: true,
    title: data.title,
    bounds: [...data.bounds],
    minZoom: 0,
    maxZoom: VECTOR_MAX_ZOOM,
    tileSize: 512,
    features: data.features.length,
    vertices: data.vertices,
    areas: data.features.reduce((count, f) => count + (f.geometry.areas.length > 0 ? 1 : 0), 0),
    losses: data.losses.map((loss) => ({ ...loss })),
    credit: '',
  } as const satisfies ImportedLayer['facts']
  return { facts, kept: new Blob([encodeKeptLayer(data)]) }
}

/** Opens an archive of a known format. GeoTIFF's reader is large and seldom needed. */
export async function openArchive(
  format: Extract<GeoFormat, 'pmtiles' | 'mbtiles' | 'geotiff'>,
  source: ByteSource,
  onProgress?: (fraction: number) => void,
): Promise<{ reader: LayerReader; facts: ArchiveFacts }> {
  switch (format) {
    case 'pmtiles':
      return openPmtiles(source)
    case 'mbtiles':
      return openMbtiles(source, onProgress)
    case 'geotiff':
      return (await import('./TiffReader.ts')).TiffReader.open(source)
  }
}
