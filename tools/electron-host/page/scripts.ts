// The two scripts that every document gets before its own.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { makeWire } from '../wire.ts'
import { isolatedWorld, type PreloadSettings } from './isolatedWorld.ts'
import { mainWorld } from './mainWorld.ts'

export const ISOLATED_WORLD = 'Electron Isolated Context'
/** Known to the two worlds alone: a page must not find a way past what the preload script exposes. */
const EVENT_NAME = `h${randomBytes(12).toString('hex')}`
export const BINDING_NAME = `b${randomBytes(12).toString('hex')}`

export const mainWorldSource = (): string => `(${mainWorld.toString()})(${JSON.stringify(EVENT_NAME)})`

/** The preload script is wrapped in a function as Electron's sandbox does; what is wrong with it is told in the page. */
export const isolatedWorldSource = (preloadPath: string, additionalArguments: readonly string[]): string => {
  let code = ''
  let error = ''
  if (preloadPath) {
    try {
      code = readFileSync(preloadPath, 'utf8')
      void new Script(`(function () {${code}\n})`)
    } catch (caught) {
      error = String(caught)
      code = ''
    }
  }
  const settings: PreloadSettings = {
    path: preloadPath,
    error,
    process: {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      env: { ...process.env },
      argv: [process.execPath, ...additionalArguments],
    },
  }
  const [event, binding, given] = [EVENT_NAME, BINDING_NAME, settings].map((value) => JSON.stringify(value))
  const preload = `function (require, process, exports, module, global) {${code}\n}`
  return `if (window === window.top) (${isolatedWorld.toString()})(${event}, ${binding}, ${given}, ${makeWire.toString()}, ${preload})
//# sourceURL=${preloadPath}`
}
