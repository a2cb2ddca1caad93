// A window: without a screen it keeps what it was told about place and size, and says it back.
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { host, mustBeReady, preventable } from './host.ts'
import { strict } from './strict.ts'
import { WebContents, type WebPreferences } from './WebContents.ts'

type Bounds = { x: number; y: number; width: number; height: number }
type Options = Partial<Bounds> & { show?: boolean; title?: string; webPreferences?: WebPreferences }

let lastId = 0
const open = new Set<WindowOfHost>()

class WindowOfHost extends EventEmitter {
  readonly id = ++lastId
  readonly webContents: WebContents
  private bounds: Bounds
  private title: string
  private isShown: boolean
  private state: 'normal' | 'minimized' | 'maximized' | 'full screen' = 'normal'
  private isGone = false

  constructor(options: Options = {}) {
    super()
    mustBeReady('Cannot create BrowserWindow before app is ready')
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    this.title = options.title ?? app.getName()
    this.isShown = options.show !== false
    this.webContents = strict('WebContents', new WebContents(options.webPreferences ?? {}, this.bounds))
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    const self = strict('BrowserWindow', this)
    open.add(self)
    host.windows.add(self)
    this.webContents.once('destroyed', () => {
      this.isGone = true
      open.delete(self)
      host.windows.delete(self)
      this.emit('closed')
      app.afterWindowClosed()
    })
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, self)
    return self
  }

  static getAllWindows(): WindowOfHost[] {
    return [...open]
  }

  static fromWebContents(contents: WebContents): WindowOfHost | null {
    return [...open].find((window) => window.webContents.id === contents.id) ?? null
  }

  static getFocusedWindow(): WindowOfHost | null {
    return [...open].at(-1) ?? null
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  refreshRules(): Promise<void> {
    return this.webContents.refreshRules()
  }

  /** Asks the app, then the page. Either may keep the window open, which also ends a quit. */
  close(): void {
    if (this.isGone) return
    const event = preventable({})
    this.emit('close', event)
    if (event.defaultPrevented) host.isQuitting = false
    else this.webContents.askToClose().catch((error: unknown) => this.complain(error))
  }

  destroy(): void {
    if (!this.isGone) this.webContents.destroy().catch((error: unknown) => this.complain(error))
  }

  private complain(error: unknown): void {
    if (!this.isGone && !host.isQuitting) console.error(error)
  }

  show(): void {
    this.isShown = true
    this.emit('show')
  }

  hide(): void {
    this.isShown = false
    this.emit('hide')
  }

  isVisible(): boolean {
    return this.isShown
  }

  focus(): void {
    this.webContents.focus()
    this.emit('focus')
  }

  isFocused(): boolean {
    return BrowserWindow.getFocusedWindow()?.id === this.id
  }

  minimize(): void {
    this.state = 'minimized'
    this.emit('minimize')
  }

  maximize(): void {
    this.state = 'maximized'
    this.emit('maximize')
  }

  unmaximize(): void {
    this.state = 'normal'
    this.emit('unmaximize')
  }

  restore(): void {
    this.state = 'normal'
    this.emit('restore')
  }

  setFullScreen(isFull: boolean): void {
    this.state = isFull ? 'full screen' : 'normal'
    this.emit(isFull ? 'enter-full-screen' : 'leave-full-screen')
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  isFullScreen(): boolean {
    return this.state === 'full screen'
  }

  getBounds(): Bounds {
    return { ...this.bounds }
  }

  getNormalBounds(): Bounds {
    return { ...this.bounds }
  }

  setBounds(bounds: Partial<Bounds>): void {
    Object.assign(this.bounds, bounds)
    this.emit('resize')
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }

  titleFromPage(title: string): void {
    const event = preventable({})
    this.emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) this.title = title
  }
}

export const BrowserWindow = strict('BrowserWindow', WindowOfHost)
