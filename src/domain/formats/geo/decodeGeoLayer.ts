import { err, ok, type Result } from '../../result.ts'
import { type GeoFault, GeoRefusal } from './GeoFault.ts'
import type { GeoFormat, GeoLayerData } from './GeoLayerData.ts'
import { GEO_LIMITS, toMegabytes } from './geoLimits.ts'
import { LayerDraft } from './LayerDraft.ts'
import { openKmz } from './openKmz.ts'
import { parseJson, scanJson } from './parseJson.ts'
import { isGeoJson, readGeoJson } from './readGeoJson.ts'
import { readGpx } from './readGpx.ts'
import { readKml } from './readKml.ts'
import { isTopoJson, readTopoJson } from './readTopoJson.ts'
import { recognizeGeoFormat } from './recognizeGeoFormat.ts'

type Progress = (fraction: number) => void

/**
 * Reads a file of vector data whole or not at all: GeoJSON (one text or one a line), TopoJSON, KML, KMZ, GPX. Told by
 * what the bytes hold, not by the name. What was left out on the way is counted in the layer's losses.
 */
export function decodeGeoLayer(bytes: Uint8Array, onProgress: Progress = () => {}): Result<GeoLayerData, GeoFault> {
  try {
    return ok(decode(bytes, onProgress))
  } catch (error) {
    if (error instanceof GeoRefusal) return err(error.fault)
    throw error
  }
}

function decode(bytes: Uint8Array, onProgress: Progress): GeoLayerData {
  if (bytes.length > GEO_LIMITS.fileBytes) {
    throw new GeoRefusal('too-large', {
      megabytes: toMegabytes(bytes.length),
      limit: toMegabytes(GEO_LIMITS.fileBytes),
    })
  }
  const format = recognizeGeoFormat(bytes.subarray(0, 4_096))
  if (format === 'json') return decodeJson(bytes, onProgress)
  if (format === 'xml') return decodeXml(bytes, onProgress)
  if (format === 'kmz') {
    const draft = new LayerDraft('kmz')
    readKml(textIn(openKmz(bytes, draft), draft), draft, onProgress)
    return draft.finish()
  }
  throw new GeoRefusal(format === 'shapefile' ? 'shapefile' : 'unknown-format')
}

function decodeJson(bytes: Uint8Array, onProgress: Progress): GeoLayerData {
  scanJson(bytes)
  const probe = new LayerDraft('geojson')
  const { kind, values } = parseJson(textIn(bytes, probe))
  const [first] = values
  if (kind === 'one' && isTopoJson(first)) {
    const draft = withLosses(probe, 'topojson')
    readTopoJson(first, draft, onProgress)
    return draft.finish()
  }
  if (kind === 'one' && !isGeoJson(first)) throw new GeoRefusal('unknown-format')
  for (const [index, value] of values.entries()) {
    if (isGeoJson(value)) readGeoJson(value, probe, kind === 'one' ? onProgress : undefined)
    else probe.lose('not-a-feature')
    if (kind === 'lines' && index % 2_000 === 0) onProgress(index / values.length)
  }
  return probe.finish()
}

function withLosses(probe: LayerDraft, format: GeoFormat): LayerDraft {
  const draft = new LayerDraft(format)
  for (const { code, count } of probe.losses()) draft.lose(code, count)
  return draft
}

function decodeXml(bytes: Uint8Array, onProgress: Progress): GeoLayerData {
  const isGpx = /<(?:\w+:)?gpx[\s>]/.test(
    new TextDecoder('windows-1252', { fatal: false }).decode(bytes.subarray(0, 4_096)),
  )
  const draft = new LayerDraft(isGpx ? 'gpx' : 'kml')
  const text = textIn(bytes, draft)
  if (isGpx) readGpx(text, draft, onProgress)
  else readKml(text, draft, onProgress)
  return draft.finish()
}

/** UTF-8 as the formats ask for; UTF-16 where it says so; else the Windows code page that old programs here write. */
function textIn(bytes: Uint8Array, draft: LayerDraft): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: false }).decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: false }).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    draft.lose('encoding')
    return new TextDecoder('windows-1252', { fatal: false }).decode(bytes)
  }
}
