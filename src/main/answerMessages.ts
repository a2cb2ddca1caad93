import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import * as v from 'valibot'
import { CHANNELS, isMessageName, type MessageName } from '../contract/channels.ts'
import { MESSAGES, type ReplyOf, type RequestOf } from '../contract/messages.ts'
import { fail, type Reply } from '../contract/Reply.ts'
import { isTrustedSender } from './ownAddress.ts'

type Answer<Name extends MessageName> = (
  request: RequestOf<Name>,
  window: BrowserWindow,
) => Reply<ReplyOf<Name>> | Promise<Reply<ReplyOf<Name>>>

export type Answers = { readonly [Name in MessageName]: Answer<Name> }

export interface MessageGuard {
  /** The program's window, or null while there is none. */
  window: () => BrowserWindow | null
  entryUrl: string
}

/** Read at once: after a navigation the frame would be gone. */
function trustedWindow(event: IpcMainInvokeEvent, guard: MessageGuard): BrowserWindow | null {
  const window = guard.window()
  const { senderFrame } = event
  const sender = {
    webContentsId: event.sender.id,
    frame: senderFrame === null ? null : { url: senderFrame.url, isMain: senderFrame.parent === null },
  }
  const own = window === null ? null : { webContentsId: window.webContents.id }
  return isTrustedSender(sender, own, guard.entryUrl) ? window : null
}

function answerOn<Name extends MessageName>(name: Name, answers: Pick<Answers, Name>, guard: MessageGuard): void {
  const answer: Answer<Name> = answers[name]
  ipcMain.handle(CHANNELS[name], async (event, ...payload: unknown[]): Promise<Reply<ReplyOf<Name>>> => {
    const window = trustedWindow(event, guard)
    if (window === null) return refuse(name, 'untrusted sender')
    if (payload.length > 1) return refuse(name, 'more than one argument')
    const request = v.safeParse(MESSAGES[name].request, payload[0])
    if (!request.success)
      return refuse(name, request.issues.map((issue) => v.getDotPath(issue) ?? 'payload').join(', '))
    try {
      return await answer(request.output, window)
    } catch (error) {
      console.error(`${name} failed:`, error)
      return fail('internal', `${name}: see main's log`)
    }
  })
}

function refuse(name: MessageName, reason: string): Reply<never> {
  console.error(`refused ${name}: ${reason}`)
  return fail('refused', `${name}: ${reason}`)
}

/** Registers every message of the contract: sender and payload are checked before an answer is asked for. */
export function answerMessages(answers: Answers, guard: MessageGuard): void {
  for (const name of Object.keys(CHANNELS).filter(isMessageName)) answerOn(name, answers, guard)
}
