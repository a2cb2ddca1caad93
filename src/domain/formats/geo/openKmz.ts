import { unzipSync } from 'fflate'
import { GeoRefusal } from './GeoFault.ts'
import { GEO_LIMITS, toMegabytes } from './geoLimits.ts'
import type { LayerDraft } from './LayerDraft.ts'

interface Entry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
}

/**
 * The KML document of a KMZ: `doc.kml`, else the first. Sizes are those that the archive states, and never more is
 * unpacked than was stated; only the document is unpacked at all.
 */
export function openKmz(bytes: Uint8Array, draft: LayerDraft): Uint8Array {
  const entries = listed(bytes)
  if (entries.some((entry) => /\.shp$/i.test(entry.name))) throw new GeoRefusal('shapefile')
  const documents = entries.filter((entry) => /\.kml$/i.test(entry.name))
  const main = documents.find((entry) => /(^|\/)doc\.kml$/i.test(entry.name)) ?? documents[0]
  if (main === undefined) throw new GeoRefusal('no-kml')
  if (main.unpacked > GEO_LIMITS.fileBytes) {
    throw new GeoRefusal('too-large', {
      megabytes: toMegabytes(main.unpacked),
      limit: toMegabytes(GEO_LIMITS.fileBytes),
    })
  }
  if (main.unpacked > main.packed * GEO_LIMITS.inflation)
    throw new GeoRefusal('inflates', { limit: `${GEO_LIMITS.inflation}×` })
  draft.lose('other-kml', documents.length - 1)
  draft.lose('other-files', entries.filter((entry) => !entry.name.endsWith('/')).length - documents.length)
  return unpacked(bytes, main)
}

function listed(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  attempt(() =>
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (entries.length >= GEO_LIMITS.zipEntries) throw new GeoRefusal('broken-zip')
        entries.push({ name, packed: size, unpacked: originalSize })
        return false
      },
    }),
  )
  return entries
}

function unpacked(bytes: Uint8Array, wanted: Entry): Uint8Array {
  let isTaken = false
  const files = attempt(() =>
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        // The same name may stand twice, with other sizes.
        const isIt = !isTaken && name === wanted.name && size === wanted.packed && originalSize === wanted.unpacked
        isTaken ||= isIt
        return isIt
      },
    }),
  )
  const file = files[wanted.name]
  if (file === undefined) throw new GeoRefusal('broken-zip')
  return file
}

/** What the library throws on a broken archive is a refusal: its own errors, and reads beyond the end. */
function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof GeoRefusal) throw error
    throw new GeoRefusal('broken-zip')
  }
}
