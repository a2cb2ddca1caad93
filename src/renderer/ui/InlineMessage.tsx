import type { ReactNode } from 'react'
import type { Tone } from './Tone.ts'
import { ToneIcon } from './ToneIcon.tsx'
import './InlineMessage.css'

interface InlineMessageProps {
  tone: Tone
  /** What happened. */
  what: string
  /** What was kept. */
  kept?: string | undefined
  /** What to do. */
  next?: string | undefined
  /** Buttons. */
  actions?: ReactNode
  /** Read aloud as soon as it appears; for what the person did not ask to see. */
  isAnnounced?: boolean
}

export function InlineMessage({ tone, what, kept, next, actions, isAnnounced = false }: InlineMessageProps) {
  return (
    <div
      className="ui-message"
      data-tone={tone}
      {...(isAnnounced ? { role: tone === 'error' ? 'alert' : 'status' } : {})}
    >
      <ToneIcon tone={tone} />
      <div className="ui-message-words">
        <p className={kept === undefined && next === undefined ? undefined : 'ui-message-what'}>{what}</p>
        {kept === undefined ? null : <p>{kept}</p>}
        {next === undefined ? null : <p>{next}</p>}
        {actions === undefined ? null : <div className="ui-message-actions">{actions}</div>}
      </div>
    </div>
  )
}
