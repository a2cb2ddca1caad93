import { app, type Session } from 'electron'
import { isAllowedRequest, isEntryPage } from './ownAddress.ts'

/** Before any window: no page may go elsewhere, open a window or attach a web view. */
export function lockDownPages(entryUrl: string): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isEntryPage(event.url, entryUrl)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** No permission is granted, nothing is downloaded, and no request leaves the machine. */
export function lockDownSession(session: Session, entryUrl: string): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false) // it would fetch dictionaries
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowedRequest(details.url, entryUrl)
    if (!allowed) console.error(`refused a request to ${URL.parse(details.url)?.host ?? 'an unreadable address'}`)
    answer({ cancel: !allowed })
  })
}
