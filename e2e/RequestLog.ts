import type { BrowserContext, Page } from '@playwright/test'

const LOCAL_PROTOCOLS = new Set(['app:', 'data:', 'blob:', 'about:'])

const isLocal = (address: string): boolean => {
  const url = URL.parse(address)
  if (!url) return false
  return LOCAL_PROTOCOLS.has(url.protocol) || url.hostname === '127.0.0.1' || url.hostname.endsWith('.localhost')
}

/** Every address that the pages of a test asked for beyond this machine. */
export class RequestLog {
  private readonly asked = new Set<string>()
  private readonly answered = new Set<string>()

  watch(context: BrowserContext): void {
    context.on('request', (request) => this.note(request.url()))
    context.on('requestfinished', (request) => {
      if (!isLocal(request.url())) this.answered.add(request.url())
    })
    context.on('page', (page) => this.watchSockets(page))
    for (const page of context.pages()) this.watchSockets(page)
  }

  /** What a page asked for before anybody watched it. */
  async readPast(page: Page): Promise<void> {
    const names = await page.evaluate(() => performance.getEntries().map((entry) => entry.name))
    for (const name of names) if (URL.canParse(name)) this.note(name)
  }

  /** @param refused beginnings of addresses that the test asks for on purpose, and that nothing may answer */
  violations(refused: readonly string[]): string[] {
    const isOnPurpose = (address: string): boolean => refused.some((start) => address.startsWith(start))
    return [...this.asked].filter((address) => this.answered.has(address) || !isOnPurpose(address))
  }

  private watchSockets(page: Page): void {
    page.on('websocket', (socket) => this.note(socket.url()))
  }

  private note(address: string): void {
    if (!isLocal(address)) this.asked.add(address)
  }
}
