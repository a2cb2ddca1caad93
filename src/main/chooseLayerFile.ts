import path from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { LayerFile, LayerFileRequest } from '../contract/layerFiles.ts'
import { type Reply, succeed } from '../contract/Reply.ts'
import type { LayerFiles } from './LayerFiles.ts'
import type { ShellState } from './ShellState.ts'

/** Asks for the file of a layer, which is then read in place. null: cancelled. */
export async function chooseLayerFile(
  window: BrowserWindow,
  { filter }: LayerFileRequest,
  layers: LayerFiles,
  state: ShellState,
): Promise<Reply<LayerFile | null>> {
  const { lastFolder } = state.values
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: filter.name, extensions: [...filter.extensions] }],
    ...(lastFolder === null ? {} : { defaultPath: lastFolder }),
  })
  const [chosen] = filePaths
  if (canceled || chosen === undefined) return succeed(null)
  const folder = path.dirname(chosen)
  if (folder !== lastFolder) void state.keep({ lastFolder: folder })
  return layers.adopt(chosen)
}
