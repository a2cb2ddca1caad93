import { dexieLayers } from '../persistence/dexieLayers.ts'
import type { Platform } from '../platform/Platform.ts'
import { OwnLayers } from '../session/layers/OwnLayers.ts'
import { geoReading } from '../worker/geoReading.ts'

/** The own layers of this machine, on its disk and beside its window; nothing is read before the map asks. */
export function ownLayers({ platform, newLocalId }: { platform: Platform; newLocalId: () => string }): OwnLayers {
  return new OwnLayers({
    storage: dexieLayers(),
    reading: geoReading(),
    files: {
      find: async (handle) => {
        const found = await platform.findLayerFile(handle)
        return found.ok ? found.value.sizeBytes : null
      },
      readSlice: async (handle, offset, length) => {
        const read = await platform.readLayerSlice(handle, offset, length)
        return read.ok ? read.value : null
      },
      forget: (handle) => platform.forgetLayerFile(handle),
    },
    newLocalId,
    now: () => Date.now(),
  })
}
