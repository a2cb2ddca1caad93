// Every request of a page stops here first: navigations ask the window, all ask the session's web request listener.
import type { Events, Session as CdpSession } from './cdp.ts'
import { host, preventable } from './host.ts'
import { toCustom } from './schemes.ts'
import { defaultSession } from './session.ts'

type Paused = Events['Fetch.requestPaused']

export type NavigationAsked = { url: string; isMainFrame: boolean; isSameDocument: boolean; defaultPrevented: boolean }
type Owner = {
  id: number
  mainFrameId: string
  emit: (event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', asked: NavigationAsked, url: string) => void
}

const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
}

export class RequestGate {
  private readonly session: CdpSession
  private readonly owner: Owner
  /** Navigations that the page itself began: the app is asked only about those, not about its own `loadURL`. */
  private requested: { frameId: string; url: string }[] = []
  private count = 0

  constructor(session: CdpSession, owner: Owner) {
    this.session = session
    this.owner = owner
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      this.requested.push({ frameId, url: url.replace(/#.*/s, '') })
    })
    session.on('Fetch.requestPaused', (paused) => void this.decide(paused))
  }

  /** Documents always stop; everything else only when the app listens, which costs a round trip each. */
  async refresh(): Promise<void> {
    const patterns = defaultSession().webRequest.listener
      ? [{ urlPattern: '*' }]
      : [{ urlPattern: '*', resourceType: 'Document' as const }]
    await this.session.send('Fetch.enable', { patterns })
  }

  private async decide(paused: Paused): Promise<void> {
    const { requestId } = paused
    try {
      if (!this.mayNavigate(paused)) await this.session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      else if (await this.mayRequest(paused)) await this.session.send('Fetch.continueRequest', { requestId })
      else await this.session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    } catch (error) {
      // The page may be gone by the time the answer is given; a mistake of the app's listener must be seen.
      if (!String(error).includes('Fetch.')) console.error(error)
    }
  }

  private mayNavigate({ frameId, request, resourceType, redirectedRequestId }: Paused): boolean {
    if (resourceType !== 'Document') return true
    const url = toCustom(host.schemes, request.url + (request.urlFragment ?? ''))
    const isMainFrame = frameId === this.owner.mainFrameId
    const event = preventable({ url, isMainFrame, isSameDocument: false })
    if (redirectedRequestId) {
      this.owner.emit('will-redirect', event, url)
      return !event.defaultPrevented
    }
    const at = this.requested.findIndex((asked) => asked.frameId === frameId && asked.url === request.url)
    if (at < 0) return true
    this.requested = this.requested.slice(at + 1)
    if (isMainFrame) this.owner.emit('will-navigate', event, url)
    this.owner.emit('will-frame-navigate', event, url)
    return !event.defaultPrevented
  }

  private mayRequest({ frameId, request, resourceType }: Paused): Promise<boolean> {
    const frameType = frameId === this.owner.mainFrameId ? 'mainFrame' : 'subFrame'
    return defaultSession().webRequest.allows({
      id: ++this.count,
      url: toCustom(host.schemes, request.url + (request.urlFragment ?? '')),
      method: request.method,
      resourceType: resourceType === 'Document' ? frameType : (RESOURCE_TYPES[resourceType] ?? 'other'),
      webContentsId: this.owner.id,
      timestamp: Date.now(),
    })
  }
}
