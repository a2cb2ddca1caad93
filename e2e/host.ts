import { existsSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/**
 * What the desktop edition runs on. With Electron's binary nothing is set; without it, `require('electron')` answers
 * the stand-in, which is started the same way. Nothing else differs between the two.
 */
export const host: 'electron' | 'stand-in' = existsSync(path.join(root, 'node_modules/electron/path.txt'))
  ? 'electron'
  : 'stand-in'

if (host === 'stand-in') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.join(root, 'tools/electron-host')
