import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { MapModel } from './MapModel.ts'

const MapModelContext = createContext<MapModel | null>(null)
export const MapModelProvider = MapModelContext.Provider

/** The model of the open plan, kept up with it as long as the calling component is there. */
export function useNewMapModel(): MapModel {
  const session = useSession()
  const plan = usePlan()
  const [model] = useState(() => new MapModel(plan))
  const { revision } = plan
  useEffect(() => {
    model.follow(revision, session.changesSince(model.revision))
  }, [model, session, revision])
  useEffect(() => () => model.close(), [model])
  return model
}

/** The model, and the version that says when to look again; 0 while a large plan is gone through for the first time. */
export function useMapModel(): { readonly model: MapModel; readonly version: number } {
  const model = use(MapModelContext)
  if (model === null) throw new Error('no map model around this view')
  const version = useSyncExternalStore(model.subscribe, () => model.version)
  return { model, version }
}
