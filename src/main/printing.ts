import type { BrowserWindow } from 'electron'
import type { PrintRequest, SavedFile } from '../contract/files.ts'
import { fail, type Reply, succeed } from '../contract/Reply.ts'
import type { FileDesk } from './FileDesk.ts'

const PDF = { name: 'PDF', extensions: ['pdf'] } as const

/** Prints what the window shows under the print style sheet. Asks where first, so that a cancel costs nothing. */
export async function printToPdf(
  window: BrowserWindow,
  request: PrintRequest,
  desk: FileDesk,
): Promise<Reply<SavedFile | null>> {
  const chosen = await desk.askWhereToSave(window, request.suggestedName, PDF)
  if (chosen === null) return succeed(null)
  let pdf: Uint8Array
  try {
    pdf = await window.webContents.printToPDF({
      pageSize: request.pageSize,
      landscape: request.landscape,
      printBackground: true,
      generateTaggedPDF: true, // screen readers read the sheets too
    })
  } catch (error) {
    console.error('printing failed:', error)
    return fail('print-failed', "the page could not be printed: see main's log")
  }
  return desk.write(chosen, pdf)
}
