// One page of Chromium, as the app's process sees it.
import { EventEmitter } from 'node:events'
import path from 'node:path'
import type { Events, Session as CdpSession } from './cdp.ts'
import { connection, host } from './host.ts'
import { ipcMain } from './ipcMain.ts'
import type { FromPage } from './page/isolatedWorld.ts'
import { BINDING_NAME, ISOLATED_WORLD, isolatedWorldSource, mainWorldSource } from './page/scripts.ts'
import { type PdfOptions, printOptions } from './printOptions.ts'
import { RequestGate } from './RequestGate.ts'
import { toCustom, toLoopback } from './schemes.ts'
import { defaultSession, type Session } from './session.ts'
import { notEmulated, strict } from './strict.ts'
import { makeWire } from './wire.ts'

export type WebPreferences = {
  preload?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
  additionalArguments?: readonly string[]
}
type OpenHandler = (details: object) => { action: 'allow' | 'deny' }
type Context = Events['Runtime.executionContextCreated']['context']
type Frame = { url: string; parent: string | undefined }

const wire = makeWire()
let lastId = 0
/** By Chromium's target id, under which a test's own client knows the page. */
export const contentsByTarget = new Map<string, WebContents>()

export class WebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session: Session = defaultSession()
  /** Settles when the page can be told where to go. */
  readonly created: Promise<void>
  private readonly preferences: WebPreferences
  private readonly contexts = new Map<number, Context>()
  private readonly frames = new Map<string, Frame>()
  private page: CdpSession | undefined
  private gate: RequestGate | undefined
  private targetId = ''
  private url = ''
  private isGone = false
  private openHandler: OpenHandler | undefined

  constructor(preferences: WebPreferences, size: { width: number; height: number }) {
    super()
    this.preferences = preferences
    if (preferences.contextIsolation === false) notEmulated('contextIsolation: false')
    if (preferences.nodeIntegration) notEmulated('nodeIntegration: true')
    if (preferences.sandbox === false) notEmulated('sandbox: false')
    if (preferences.preload && !path.isAbsolute(preferences.preload)) {
      throw new Error('electron-host: the preload script must have an absolute path')
    }
    this.created = this.create(size)
    this.created.catch((error: unknown) => {
      if (!host.isQuitting) console.error(error)
    })
  }

  private async create({ width, height }: { width: number; height: number }): Promise<void> {
    const { browser } = connection()
    const { targetId } = await browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    })
    this.targetId = targetId
    contentsByTarget.set(targetId, this)
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    const page = connection().session(sessionId)
    this.page = page
    this.gate = new RequestGate(page, { id: this.id, mainFrameId: targetId, emit: (...event) => this.emit(...event) })
    this.listen(page)
    const { preload = '', additionalArguments = [] } = this.preferences
    const isolated = isolatedWorldSource(preload, additionalArguments)
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Inspector.enable'),
      page.send('Runtime.addBinding', { name: BINDING_NAME, executionContextName: ISOLATED_WORLD }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource() }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: ISOLATED_WORLD }),
      this.gate.refresh(),
    ])
  }

  private listen(page: CdpSession): void {
    page.on('Runtime.executionContextCreated', ({ context }) => this.contexts.set(context.id, context))
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.contexts.delete(executionContextId))
    page.on('Runtime.executionContextsCleared', () => this.contexts.clear())
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING_NAME) void this.receive(JSON.parse(payload) as FromPage, executionContextId)
    })
    page.on('Page.frameNavigated', ({ frame }) => {
      this.frames.set(frame.id, { url: frame.url, parent: frame.parentId })
      if (frame.id !== this.targetId) return
      this.url = frame.url
      this.emit('did-navigate', {}, this.getURL(), 200, 'OK')
    })
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.frames.set(frameId, { url, parent: this.frames.get(frameId)?.parent })
      if (frameId !== this.targetId) return
      this.url = url
      this.emit('did-navigate-in-page', {}, this.getURL(), true)
    })
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}))
    page.on('Page.loadEventFired', () => {
      if (this.getURL()) this.emit('did-finish-load', {})
    })
    page.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 }))
  }

  /** Called when the app has set other rules for its session. */
  async refreshRules(): Promise<void> {
    await this.created
    await this.gate?.refresh()
  }

  private frame(id: string): object {
    const { url = '', parent } = this.frames.get(id) ?? {}
    const shown = toCustom(host.schemes, url)
    const frameOf = (frameId: string): object => this.frame(frameId)
    return strict('WebFrameMain', {
      url: shown,
      origin: /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(shown)?.[0] ?? 'null',
      get parent() {
        return parent === undefined ? null : frameOf(parent)
      },
    })
  }

  get mainFrame(): object {
    return this.frame(this.targetId)
  }

  private async receive(message: FromPage, contextId: number): Promise<void> {
    if (message.op === 'preload-error') {
      const error = Object.assign(new Error(message.message), { stack: message.stack })
      console.error(`[electron-host] the preload script ${message.path} failed: ${message.message}`)
      this.emit('preload-error', {}, message.path, error)
    } else if (message.op === 'open') {
      const details = { url: toCustom(host.schemes, message.url), frameName: message.name, features: message.features }
      if (this.openHandler?.({ ...details, disposition: 'foreground-tab' }).action !== 'deny') {
        console.error('[electron-host] a window opened by the page is not emulated')
      }
    } else {
      const { frameId = '' } = (this.contexts.get(contextId)?.auxData ?? {}) as { frameId?: string }
      const event = strict('IpcMainEvent', { sender: this, senderFrame: this.frame(frameId), type: 'frame' })
      const args = wire.decode(message.args) as unknown[]
      if (message.op === 'send') ipcMain.emit(message.channel, event, ...args)
      else await this.reply(message.id, message.channel, event, args, contextId)
    }
  }

  private async reply(id: number, channel: string, event: object, args: unknown[], contextId: number): Promise<void> {
    let text: string
    try {
      text = wire.encode({ op: 'reply', id, result: await ipcMain.answer(channel, event, args) })
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      text = wire.encode({ op: 'reply', id, error: String(error) })
    }
    this.deliver(text, contextId)
  }

  private deliver(text: string, contextId: number | undefined): void {
    if (this.isGone || contextId === undefined) return
    const functionDeclaration = '(text) => globalThis.__electronHostDeliver(text)'
    this.page
      ?.send('Runtime.callFunctionOn', {
        functionDeclaration,
        arguments: [{ value: text }],
        executionContextId: contextId,
      })
      .catch(() => undefined) // the document was left in the meantime, as an answer in Electron may be lost
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    const text = wire.encode({ op: 'event', channel, args })
    const isOurs = ({ name, auxData }: Context): boolean =>
      name === ISOLATED_WORLD && (auxData as { frameId?: string }).frameId === this.targetId
    this.deliver(text, [...this.contexts.values()].find(isOurs)?.id)
  }

  async loadURL(url: string): Promise<void> {
    await this.created
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] ?? ''
    if (!['http', 'https', 'data', 'about', 'blob'].includes(scheme)) {
      const privileges = host.schemes.get(scheme)
      if (!privileges) throw Object.assign(new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`), { url })
      if (!privileges.standard || !privileges.secure)
        notEmulated(`a scheme that is not standard and secure (${scheme}:)`)
    }
    const real = toLoopback(host.schemes, url)
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    await this.session.settlePermissions(this, URL.parse(real)?.origin ?? '')
    const result = await this.page?.send('Page.navigate', { url: real })
    if (result?.errorText) {
      this.emit('did-fail-load', {}, -2, result.errorText, url, true)
      throw Object.assign(new Error(`${result.errorText} loading '${url}'`), { url })
    }
    await loaded
  }

  getURL(): string {
    return this.url === 'about:blank' ? '' : toCustom(host.schemes, this.url)
  }

  reload(): void {
    void this.page?.send('Page.reload')
  }

  focus(): void {
    void this.page?.send('Page.bringToFront')
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    await this.created
    const evaluation = { expression, awaitPromise: true, returnByValue: true, userGesture: true }
    const answer = await this.page?.send('Runtime.evaluate', evaluation)
    if (answer?.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? 'Script failed to execute')
    }
    return answer?.result.value
  }

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    const answer = await this.page?.send('Page.printToPDF', printOptions(options))
    return Buffer.from(answer?.data ?? '', 'base64')
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  /** Asks the page first, which may have something to say (`beforeunload`). */
  async askToClose(): Promise<void> {
    await this.created
    await this.page?.send('Page.close')
  }

  /** A test's own client closes a page this way. */
  close(): void {
    void this.destroy()
  }

  async destroy(): Promise<void> {
    await this.created
    await connection().browser.send('Target.closeTarget', { targetId: this.targetId })
  }

  markGone(): void {
    this.isGone = true
    contentsByTarget.delete(this.targetId)
    this.emit('destroyed')
  }
}
