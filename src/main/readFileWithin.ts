import { open } from 'node:fs/promises'
import { fail, type Reply, succeed } from '../contract/Reply.ts'
import { replyToDiskFailure } from './diskFailure.ts'

/**
 * Reads a whole file of at most `maxBytes`. The limit holds for what is really read, not only for what the disk said
 * before, because a file may grow meanwhile.
 */
export async function readFileWithin(filePath: string, maxBytes: number): Promise<Reply<Uint8Array>> {
  try {
    const handle = await open(filePath, 'r')
    try {
      const found = await handle.stat()
      if (!found.isFile()) return fail('not-a-file', 'neither a file nor a link to one')
      if (found.size > maxBytes) return fail('too-large', `${found.size} bytes, allowed ${maxBytes}`)
      // One byte more than the disk promised: filling it means that the file grew.
      const bytes = new Uint8Array(found.size + 1)
      let length = 0
      while (length < bytes.length) {
        const { bytesRead } = await handle.read(bytes, length, bytes.length - length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      if (length > found.size) return fail('disk-failed', 'the file grew while it was read')
      return succeed(bytes.subarray(0, length))
    } finally {
      await handle.close()
    }
  } catch (error) {
    return replyToDiskFailure(error)
  }
}
