// What the app's process gets for `electron`. An import of anything else fails by itself.
import { contentsByTarget } from './WebContents.ts'
import { strict } from './strict.ts'

export { app } from './app.ts'
export { BrowserWindow } from './BrowserWindow.ts'
export { dialog, nativeTheme, screen, shell } from './desktop.ts'
export { ipcMain } from './ipcMain.ts'
export { Menu, MenuItem } from './menu.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'

export const webContents = strict('webContents', {
  getAllWebContents: () => [...contentsByTarget.values()],
  fromDevToolsTargetId: (targetId: string) => contentsByTarget.get(targetId),
})
