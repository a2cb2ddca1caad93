import { err, ok, type Result } from '../../domain/result.ts'
import type { LayerStorage } from '../session/layers/LayerPorts.ts'
import type { StorageFault } from '../session/PlanStorage.ts'
import { Database, faultOf } from './database.ts'

/** Own layers in IndexedDB, beside the plans. */
export function dexieLayers(database = new Database()): LayerStorage {
  const channel = new BroadcastChannel('valles-layers')
  const listeners = new Set<() => void>()
  channel.addEventListener('message', () => {
    for (const listener of listeners) listener()
  })
  const write = async (work: () => Promise<unknown>): Promise<Result<null, StorageFault>> => {
    try {
      await work()
    } catch (error) {
      return err(faultOf(error))
    }
    channel.postMessage('changed')
    return ok(null)
  }
  return {
    list: async () => {
      try {
        return ok(await database.unlessBlocked(database.layers.toArray()))
      } catch (error) {
        return err(faultOf(error))
      }
    },
    put: (layers) => write(() => database.layers.bulkPut([...layers])),
    purge: (ids) =>
      write(() =>
        database.transaction('rw', database.layers, database.layerData, async () => {
          await database.layers.bulkDelete([...ids])
          await database.layerData.bulkDelete([...ids])
        }),
      ),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The bytes kept of a layer; null where there are none. */
export async function readLayerBytes(database: Database, id: string): Promise<Blob | null> {
  return (await database.layerData.get(id))?.bytes ?? null
}

/** Keeps the bytes of a layer; a disk that is full is `quota`. */
export async function keepLayerBytes(database: Database, id: string, bytes: Blob): Promise<Result<null, StorageFault>> {
  try {
    await database.layerData.put({ id, bytes })
    return ok(null)
  } catch (error) {
    return err(faultOf(error))
  }
}
