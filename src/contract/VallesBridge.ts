import type { EventName, MessageName } from './channels.ts'
import type { EventOf, ReplyOf, RequestOf } from './messages.ts'
import type { Reply } from './Reply.ts'

type Ask<Name extends MessageName> =
  RequestOf<Name> extends undefined
    ? () => Promise<Reply<ReplyOf<Name>>>
    : (request: RequestOf<Name>) => Promise<Reply<ReplyOf<Name>>>

/** Returns the function that stops listening. */
type Listen<Name extends EventName> = (listener: (event: EventOf<Name>) => void) => () => void

/** `window.valles`: what the preload script gives the page. One named function per message, nothing general. */
export type VallesBridge = { readonly [Name in MessageName]: Ask<Name> } & {
  readonly onMenuAction: Listen<'menuAction'>
  readonly onFlushRequested: Listen<'flushRequested'>
  readonly onFilesWaiting: Listen<'filesWaiting'>
}
