import { randomBytes } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import * as v from 'valibot'
import { type FileToken, FileTokenSchema, fileTokenFrom } from '../contract/FileToken.ts'
import type { LayerFile, LayerSliceRequest } from '../contract/layerFiles.ts'
import { LIMITS } from '../contract/limits.ts'
import { fail, type Reply, succeed } from '../contract/Reply.ts'
import { replyToDiskFailure } from './diskFailure.ts'
import { shownName } from './shownName.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

const KeptSchema = v.pipe(
  v.array(v.strictObject({ handle: FileTokenSchema, path: v.pipe(v.string(), v.minLength(1)) })),
  v.maxLength(LIMITS.layerFiles),
)

/**
 * Files of own layers that are read in place. Which path a handle stands for is kept here, in the user's data, so that
 * a layer is still there after a restart; the page only ever has the handle.
 */
export class LayerFiles {
  readonly #file: string
  readonly #pathOf: Map<FileToken, string>
  #lastWrite: Promise<void> = Promise.resolve()

  private constructor(file: string, kept: v.InferOutput<typeof KeptSchema>) {
    this.#file = file
    this.#pathOf = new Map(kept.map((each) => [each.handle, each.path]))
  }

  /** A missing or broken list counts as none: its layers then say that their file is to be found again. */
  static async load(file: string): Promise<LayerFiles> {
    const kept = await readFile(file, 'utf8').then(
      (text) => v.safeParse(v.pipe(v.string(), v.parseJson(), KeptSchema), text),
      () => null,
    )
    return new LayerFiles(file, kept?.success ? kept.output : [])
  }

  /** A new handle for a file that the person chose. */
  async adopt(filePath: string): Promise<Reply<LayerFile>> {
    const found = await this.#find(filePath)
    if (!found.ok) return found
    const handle = fileTokenFrom(randomBytes(16))
    this.#pathOf.set(handle, filePath)
    const [oldest] = this.#pathOf.keys()
    if (oldest !== undefined && this.#pathOf.size > LIMITS.layerFiles) this.#pathOf.delete(oldest)
    await this.#write()
    return succeed({ handle, name: shownName(filePath), sizeBytes: found.value })
  }

  async find(handle: FileToken): Promise<Reply<LayerFile>> {
    const filePath = this.#pathOf.get(handle)
    if (filePath === undefined) return fail('unknown-handle', 'no such layer file')
    const found = await this.#find(filePath)
    return found.ok ? succeed({ handle, name: shownName(filePath), sizeBytes: found.value }) : found
  }

  /** At most `length` bytes from `offset`; fewer where the file ends. */
  async readSlice({ handle, offset, length }: LayerSliceRequest): Promise<Reply<Uint8Array>> {
    const filePath = this.#pathOf.get(handle)
    if (filePath === undefined) return fail('unknown-handle', 'no such layer file')
    try {
      const file = await open(filePath, 'r')
      try {
        if (!(await file.stat()).isFile()) return fail('not-a-file', 'neither a file nor a link to one')
        const bytes = new Uint8Array(length)
        let filled = 0
        while (filled < length) {
          const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled)
          if (bytesRead === 0) break
          filled += bytesRead
        }
        return succeed(bytes.subarray(0, filled))
      } finally {
        await file.close()
      }
    } catch (error) {
      return replyToDiskFailure(error)
    }
  }

  async forget(handle: FileToken): Promise<Reply<undefined>> {
    if (this.#pathOf.delete(handle)) await this.#write()
    return succeed(undefined)
  }

  async #find(filePath: string): Promise<Reply<number>> {
    try {
      const found = await stat(filePath)
      return found.isFile() ? succeed(found.size) : fail('not-a-file', 'neither a file nor a link to one')
    } catch (error) {
      return replyToDiskFailure(error)
    }
  }

  /** A disk that refuses is logged: the handle then lasts until the program ends. */
  #write(): Promise<void> {
    const kept = Array.from(this.#pathOf, ([handle, filePath]) => ({ handle, path: filePath }))
    this.#lastWrite = this.#lastWrite
      .then(() => writeFileAtomically(this.#file, Buffer.from(JSON.stringify(kept))))
      .catch((error: unknown) => console.error('the files of own layers were not kept:', error))
    return this.#lastWrite
  }
}
