import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'

export interface BrowserPage {
  readonly page: Page
  readonly devtools: CDPSession
  readonly close: () => Promise<void>
}

const WINDOW = { width: 1_440, height: 900 }

/** The installed Chromium on a profile of its own on disk: without one, IndexedDB would live in memory only. */
export async function startBrowser(profile: string): Promise<BrowserPage> {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: [
      // Memory is told at once instead of at the next collection.
      '--enable-blink-features=ForceEagerMeasureMemory',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    viewport: WINDOW,
    locale: 'es-PE',
  })
  const page = context.pages()[0] ?? (await context.newPage())
  page.on('pageerror', (error) => console.error(`page: ${error.message}`))
  return { page, devtools: await context.newCDPSession(page), close: () => context.close() }
}
