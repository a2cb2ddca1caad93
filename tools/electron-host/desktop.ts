// The parts of a desktop that no test can look at: dialogs, displays, other programs.
import { EventEmitter } from 'node:events'
import { notEmulated, strict } from './strict.ts'

const unanswered = (name: string) => async (): Promise<never> =>
  notEmulated(
    `dialog.${name} without a stub: on a desktop it waits for a person, so a test must answer in its place; it`,
  )

export const dialog = strict('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox: (title: string, content: string): void => console.error(`[dialog.showErrorBox] ${title}: ${content}`),
})

export const shell = strict('shell', {
  openExternal: async (_url: string): Promise<never> => notEmulated('shell.openExternal without a stub: it'),
  openPath: async (_path: string): Promise<never> => notEmulated('shell.openPath without a stub: it'),
  showItemInFolder: (_path: string): never => notEmulated('shell.showItemInFolder without a stub: it'),
})

class NativeTheme extends EventEmitter {
  readonly shouldUseDarkColors = false
  readonly shouldUseHighContrastColors = false

  get themeSource(): string {
    return 'system'
  }

  set themeSource(source: string) {
    if (source !== 'system') notEmulated(`nativeTheme.themeSource = '${source}'`)
  }
}
export const nativeTheme = strict('nativeTheme', new NativeTheme())

const area = { x: 0, y: 0, width: 1440, height: 900 }
const display = { id: 1, bounds: area, workArea: area, workAreaSize: { width: 1440, height: 900 }, scaleFactor: 1 }
class Screen extends EventEmitter {
  getPrimaryDisplay(): typeof display {
    return display
  }

  getAllDisplays(): (typeof display)[] {
    return [display]
  }

  getDisplayMatching(_bounds: object): typeof display {
    return display
  }
}
export const screen = strict('screen', new Screen())
