// The program's life: ready, windows, quit.
import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { host, preventable } from './host.ts'
import { takeInstanceLock } from './instanceLock.ts'
import { strict } from './strict.ts'

/** Chromium writes what the page stored before it ends; a stuck one is not waited for. */
const QUIT_LIMIT_MS = 5_000

const ready = Promise.withResolvers<object>()

class App extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = strict('commandLine', {
    appendSwitch: (name: string, value = ''): void => void host.switches.set(name, value),
    hasSwitch: (name: string): boolean => host.switches.has(name),
    getSwitchValue: (name: string): string => host.switches.get(name) ?? '',
  })
  private readonly paths = new Map<string, string>()
  private releaseLock: (() => void) | undefined
  private isFinishing = false

  get name(): string {
    return this.getName()
  }

  getName(): string {
    return host.package.productName ?? host.package.name ?? 'Electron'
  }

  getVersion(): string {
    return host.package.version ?? ''
  }

  getAppPath(): string {
    return host.appDir
  }

  getLocale(): string {
    return host.switches.get('lang') ?? 'en-US'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  isReady(): boolean {
    return host.isReady
  }

  whenReady(): Promise<object> {
    return ready.promise
  }

  enableSandbox(): void {
    if (host.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  getPath(name: string): string {
    const home = homedir()
    const appData = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config')
    const known: Readonly<Record<string, string>> = {
      home,
      appData,
      userData: host.switches.get('user-data-dir') ?? path.join(appData, this.getName()),
      temp: tmpdir(),
      exe: process.execPath,
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
      desktop: path.join(home, 'Desktop'),
    }
    const found = this.paths.get(name) ?? known[name]
    if (found === undefined) throw new Error(`Failed to get '${name}' path`)
    return found
  }

  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
    this.paths.set(name, folder)
  }

  requestSingleInstanceLock(data: unknown = {}): boolean {
    this.releaseLock ??= takeInstanceLock(this.getPath('userData'), data, ({ args, folder, data: sent }) => {
      this.emit('second-instance', {}, args, folder, sent)
    })
    return this.releaseLock !== undefined
  }

  hasSingleInstanceLock(): boolean {
    return this.releaseLock !== undefined
  }

  releaseSingleInstanceLock(): void {
    this.releaseLock?.()
    this.releaseLock = undefined
  }

  /** Every window is asked; the last one that goes ends the program. */
  quit(): void {
    if (host.isQuitting) return
    const event = preventable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    host.isQuitting = true
    if (host.windows.size === 0) void this.finish(0)
    for (const window of host.windows) window.close()
  }

  /** Ends without asking anybody. */
  exit(code = 0): void {
    void this.end(code)
  }

  afterWindowClosed(): void {
    if (host.windows.size > 0) return
    if (host.isQuitting) void this.finish(0)
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  private async finish(code: number): Promise<void> {
    const event = preventable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) host.isQuitting = false
    else await this.end(code)
  }

  private async end(code: number): Promise<void> {
    if (this.isFinishing) return
    this.isFinishing = true
    host.isQuitting = true
    this.emit('quit', {}, code)
    const { connection } = host
    if (connection) {
      connection.browser.send('Browser.close').catch(() => undefined)
      await Promise.race([connection.ended, sleep(QUIT_LIMIT_MS)])
    }
    this.releaseSingleInstanceLock()
    process.exit(code)
  }

  /** Called by the boot when Chromium answers. A quit before that has already ended the program, or is about to. */
  becomeReady(): void {
    host.isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', {}, {})
    ready.resolve({})
  }
}

export const app = strict('app', new App())
