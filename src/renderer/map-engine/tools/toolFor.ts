import type OlMap from 'ol/Map.js'
import type { MapTool } from '../MapAdapter.ts'
import type { MapInks } from '../MapInks.ts'
import type { SceneStore } from '../SceneStore.ts'
import { drawTool } from './drawTool.ts'
import { editTool } from './editTool.ts'

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
export function toolFor(tool: MapTool, ground: ToolGround): RunningTool {
  return tool.type === 'draw' ? drawTool(tool, ground) : editTool(tool, ground)
}
