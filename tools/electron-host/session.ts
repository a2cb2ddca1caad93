// The one session: answers about permissions, and what may be requested.
import { EventEmitter } from 'node:events'
import { host, mustBeReady } from './host.ts'
import { protocol } from './protocol.ts'
import { notEmulated, strict } from './strict.ts'

export type RequestDetails = {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId: number
  timestamp: number
}
type Decision = { cancel?: boolean; redirectURL?: string }
type BeforeRequest = (details: RequestDetails, answer: (decision: Decision) => void) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean

const refreshWindows = (): void => {
  for (const window of host.windows) void window.refreshRules()
}

class WebRequest {
  listener: BeforeRequest | undefined

  onBeforeRequest(...args: [BeforeRequest | null] | [{ urls: readonly string[] }, BeforeRequest | null]): void {
    if (args.length === 2 && args[0].urls.join() !== '<all_urls>')
      notEmulated('webRequest.onBeforeRequest for some addresses')
    this.listener = args.at(-1) as BeforeRequest | undefined
    refreshWindows()
  }

  /** Whether the app lets this request go; without a listener every one may. */
  async allows(details: RequestDetails): Promise<boolean> {
    const { listener } = this
    if (!listener) return true
    const decision = await new Promise<Decision>((resolve) => listener(details, resolve))
    if (decision.redirectURL !== undefined) notEmulated('webRequest.onBeforeRequest with redirectURL')
    return !decision.cancel
  }
}

/** Chromium's names of what a page may ask for, and Electron's. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
] as const

export class Session extends EventEmitter {
  readonly protocol = protocol
  readonly webRequest = strict('webRequest', new WebRequest())
  private check: PermissionCheck | undefined

  /** Chromium asks nobody here: what it may is settled beforehand, by the check handler's answers. */
  setPermissionRequestHandler(_handler: unknown): void {}

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.check = handler ?? undefined
    refreshWindows()
  }

  setDevicePermissionHandler(_handler: unknown): void {}

  setSpellCheckerEnabled(_isEnabled: boolean): void {}

  /** Tells Chromium what the app would answer; an origin that it cannot yet name is asked again later. */
  async settlePermissions(contents: unknown, origin: string): Promise<void> {
    const { check } = this
    if (!check || !origin.startsWith('http')) return
    for (const [name, permission] of PERMISSIONS) {
      const setting = check(contents, permission, origin, {}) ? 'granted' : 'denied'
      await host.connection?.browser.send('Browser.setPermission', { permission: { name }, setting, origin })
    }
  }
}

let only: Session | undefined
export const defaultSession = (): Session => {
  mustBeReady('Session can only be received when app is ready')
  only ??= strict('session', new Session())
  return only
}

export const session = strict('session', {
  get defaultSession(): Session {
    return defaultSession()
  },
})
