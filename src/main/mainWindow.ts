import path from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { EVENT_CHANNELS, type EventName } from '../contract/channels.ts'
import type { EventOf } from '../contract/messages.ts'
import { FlushGate } from './FlushGate.ts'
import { placeWindow, SMALLEST_WINDOW } from './placeWindow.ts'
import type { ShellState } from './ShellState.ts'

/** A window dragged over the screen tells every pixel; its place is kept when it rests. */
const PLACE_SETTLES_MS = 500
/** A page that crashes again sooner than this is left as it is, instead of turning in a circle. */
const CRASH_PAUSE_MS = 30_000

export interface MainWindow {
  window: BrowserWindow
  flushGate: FlushGate
}

/** The only way main speaks to the page unasked. */
export function tell<Name extends EventName>(window: BrowserWindow, name: Name, event: EventOf<Name>): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNELS[name], event)
}

/** Opens the program's window where it was left, locked down, and shows it when the page is ready. */
export function openMainWindow(state: ShellState, entryUrl: string): MainWindow {
  const kept = state.values.window
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(kept?.bounds ?? null, workAreas),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    show: false,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  const flushGate = new FlushGate((flushId) => tell(window, 'flushRequested', { flushId }))
  window.once('ready-to-show', () => {
    // Not before: maximizing shows the window, and there would be nothing in it.
    if (kept?.maximized) window.maximize()
    window.show()
  })
  keepPlace(window, state)
  reloadAfterCrash(window, flushGate)
  closeGracefully(window, flushGate, state)
  window.loadURL(entryUrl).catch((error: unknown) => console.error('the page did not load:', error))
  return { window, flushGate }
}

function rememberPlace(window: BrowserWindow, state: ShellState): Promise<void> {
  return state.keep({ window: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } })
}

function keepPlace(window: BrowserWindow, state: ShellState): void {
  let timer: NodeJS.Timeout | undefined
  const settle = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void rememberPlace(window, state), PLACE_SETTLES_MS)
  }
  window.on('resize', settle)
  window.on('move', settle)
  window.on('maximize', settle)
  window.on('unmaximize', settle)
  window.on('closed', () => clearTimeout(timer))
}

/** Every change is on disk already, so a fresh page continues where the crashed one stopped. */
function reloadAfterCrash(window: BrowserWindow, flushGate: FlushGate): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    flushGate.setListening(false)
    if (reason === 'clean-exit') return
    console.error(`the page's process is gone: ${reason}`)
    const now = performance.now()
    if (now - lastCrash > CRASH_PAUSE_MS) window.webContents.reload()
    lastCrash = now
  })
}

/** Closing waits for the page to flush, a bounded time; then nothing can hold the window open. */
function closeGracefully(window: BrowserWindow, flushGate: FlushGate, state: ShellState): void {
  let isClosing = false
  const finish = async (): Promise<void> => {
    const [outcome] = await Promise.all([flushGate.request(), rememberPlace(window, state)])
    if (outcome === 'timed-out') console.error('the page did not flush in time')
    // Not close(): a page that hangs, or says it would rather stay, could refuse that.
    window.destroy()
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void finish()
  })
}
