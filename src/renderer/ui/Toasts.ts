import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { Tone } from './Tone.ts'

export interface Toast {
  tone: Tone
  text: string
  detail?: string | undefined
  action?: { label: string; onAction: () => void } | undefined
}

/** React Aria advises at least five seconds; an action needs longer to be read and reached. */
const SHOWN_MS = 6_000
const SHOWN_WITH_ACTION_MS = 10_000

/** What is shown for a while at the corner. Errors stay until they are closed. */
export class Toasts {
  readonly queue = new ToastQueue<Toast>({ maxVisibleToasts: 4 })

  /** Returns what takes it away early. */
  show(toast: Toast): () => void {
    const timeout = toast.action === undefined ? SHOWN_MS : SHOWN_WITH_ACTION_MS
    const key = this.queue.add(toast, toast.tone === 'error' ? {} : { timeout })
    return () => this.queue.close(key)
  }
}
