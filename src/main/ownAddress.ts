/** Node gives custom schemes the origin "null", so scheme and host are compared instead. */
function isSameOrigin(address: string, entryUrl: string): boolean {
  const url = URL.parse(address)
  const entry = URL.parse(entryUrl)
  return url !== null && entry !== null && url.protocol === entry.protocol && url.host === entry.host
}

/** The page itself, reloaded: the one navigation that is allowed. */
export function isEntryPage(address: string, entryUrl: string): boolean {
  const url = URL.parse(address)
  const entry = URL.parse(entryUrl)
  return url !== null && entry !== null && isSameOrigin(address, entryUrl) && url.pathname === entry.pathname
}

export interface MessageSender {
  webContentsId: number
  /** null when the frame is gone. */
  frame: { url: string; isMain: boolean } | null
}

/** Only the main frame of the program's own window, showing the program's own page, may ask. */
export function isTrustedSender(
  sender: MessageSender,
  window: { webContentsId: number } | null,
  entryUrl: string,
): boolean {
  return (
    window !== null &&
    sender.webContentsId === window.webContentsId &&
    sender.frame !== null &&
    sender.frame.isMain &&
    isSameOrigin(sender.frame.url, entryUrl)
  )
}

/** Nothing leaves the machine: the program's own files, what it made in memory, and the developer's tools. */
export function isAllowedRequest(address: string, entryUrl: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (url.protocol === 'blob:' || url.protocol === 'data:' || url.protocol === 'devtools:') return true
  const entry = URL.parse(entryUrl)
  // While developing, the server also pushes changes over a web socket.
  const isDevSocket = url.protocol === 'ws:' && entry?.protocol === 'http:' && url.host === entry.host
  return isDevSocket || isSameOrigin(address, entryUrl)
}
