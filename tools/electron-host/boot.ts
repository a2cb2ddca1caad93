// Runs the app's built main script in Node, as Electron's executable would, with `electron` answered from here.
import { readFileSync, statSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { BrowserWindow } from './BrowserWindow.ts'
import { startChromium } from './chromium.ts'
import { host } from './host.ts'
import { serveSchemes } from './protocol.ts'
import { defaultSession } from './session.ts'
import { contentsByTarget } from './WebContents.ts'

const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object
const own = (file: string): string => path.join(import.meta.dirname, file)

const url = pathToFileURL(own('electron.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

/** Electron's own: the program, its switches, the app's folder, the app's arguments. */
process.argv.splice(0, 2, own('electron'))
Object.defineProperty(process, 'execPath', { value: own('electron') })
const { version } = readJson(own('../../node_modules/electron/package.json')) as { version: string }
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
Object.assign(process, { type: 'browser', defaultApp: true })

const readArguments = (): { target: string; loaders: string[] } => {
  const loaders: string[] = []
  let target = ''
  const rest = process.argv.slice(1)
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [, name, value = ''] = /^--([^=]+)=?(.*)$/s.exec(argument) ?? []
    if (argument === '-r') loaders.push(path.resolve(rest.shift() ?? ''))
    else if (name && !target) host.switches.set(name, value)
    else if (!name) target ||= path.resolve(argument)
  }
  return { target: target || process.cwd(), loaders }
}

const { target, loaders } = readArguments()
const isFolder = statSync(target).isDirectory()
host.appDir = isFolder ? target : path.dirname(target)
if (isFolder) host.package = readJson(path.join(target, 'package.json'))
const entry = isFolder ? path.resolve(target, host.package.main ?? 'index.js') : target

const watchPages = (): void => {
  const { browser } = host.connection ?? {}
  const windowOf = (targetId: string): InstanceType<typeof BrowserWindow> | undefined =>
    BrowserWindow.getAllWindows().find((window) => window.webContents.id === contentsByTarget.get(targetId)?.id)
  browser?.on('Target.targetDestroyed', ({ targetId }) => contentsByTarget.get(targetId)?.markGone())
  browser?.on('Target.targetInfoChanged', ({ targetInfo }) => {
    const window = windowOf(targetInfo.targetId)
    if (window && targetInfo.title && targetInfo.title !== window.getTitle()) window.titleFromPage(targetInfo.title)
  })
  browser?.on('Browser.downloadWillBegin', ({ guid, url: from }) => {
    defaultSession().emit('will-download', { preventDefault: () => undefined }, { getURL: () => from })
    browser.send('Browser.cancelDownload', { guid }).catch(() => undefined)
  })
}

process.on('exit', () => host.connection?.process.kill('SIGKILL'))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())

const boot = async (): Promise<void> => {
  const require = createRequire(import.meta.url)
  for (const loader of loaders) require(loader)
  // The ready event waits for the main script, as Electron does.
  await import(pathToFileURL(entry).href)
  if (host.isQuitting) return
  host.connection = await startChromium(app.getPath('userData'), await serveSchemes())
  void host.connection.ended.then(() => {
    if (host.isQuitting) return
    console.error('[electron-host] Chromium ended unexpectedly')
    process.exit(1)
  })
  watchPages()
  await host.connection.browser.send('Target.setDiscoverTargets', { discover: true })
  await host.connection.browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  app.becomeReady()
}

boot().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
