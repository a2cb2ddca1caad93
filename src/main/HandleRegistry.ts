import { randomBytes } from 'node:crypto'
import { type FileToken, fileTokenFrom } from '../contract/FileToken.ts'

/** Far more than a person opens in one sitting; a page that asks without end cannot fill main's memory. */
const MOST_HANDLES = 4096

/** Random tokens for paths: the page holds the token, main alone knows the path. */
export class HandleRegistry {
  readonly #pathOf = new Map<FileToken, string>()
  readonly #tokenOf = new Map<string, FileToken>()
  readonly #capacity: number

  constructor(capacity = MOST_HANDLES) {
    this.#capacity = capacity
  }

  /** The same path keeps its token. When full, the token unused for longest is forgotten. */
  issue(filePath: string): FileToken {
    const known = this.#tokenOf.get(filePath)
    if (known !== undefined) {
      this.#touch(known, filePath)
      return known
    }
    const [oldest] = this.#pathOf
    if (oldest !== undefined && this.#pathOf.size >= this.#capacity) {
      this.#pathOf.delete(oldest[0])
      this.#tokenOf.delete(oldest[1])
    }
    const token = fileTokenFrom(randomBytes(16))
    this.#pathOf.set(token, filePath)
    this.#tokenOf.set(filePath, token)
    return token
  }

  /** The path of a token, or null when it was never issued or is forgotten. */
  pathOf(token: FileToken): string | null {
    const filePath = this.#pathOf.get(token)
    if (filePath === undefined) return null
    this.#touch(token, filePath)
    return filePath
  }

  #touch(token: FileToken, filePath: string): void {
    this.#pathOf.delete(token)
    this.#pathOf.set(token, filePath)
  }
}
