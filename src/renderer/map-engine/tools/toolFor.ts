import type OlMap from 'ol/Map.js'
import type { MapTool } from '../MapAdapter.ts'
import type { MapInks } from '../MapInks.ts'
import type { SceneStore } from '../SceneStore.ts'

/** What a tool works with. */
export interface ToolGround {
  readonly map: OlMap
  readonly scene: SceneStore
  /** The inks of the theme shown when it is called. */
  readonly inks: () => MapInks
}

/** A tool that is on. */
export interface RunningTool {
  /** Takes it off the map, and calls its `onCancel` unless it is done. */
  end(): void
}

/** Puts a tool on the map. */
export function toolFor(_tool: MapTool, _ground: ToolGround): RunningTool {
  return { end: () => undefined }
}
