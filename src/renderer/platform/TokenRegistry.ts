import { type FileToken, fileTokenFrom } from '../../contract/FileToken.ts'

/** Tokens for the browser's own handles, so that the interface sees the same thing in both editions. */
export class TokenRegistry<Held> {
  readonly #held = new Map<FileToken, Held>()

  issue(held: Held): FileToken {
    const token = fileTokenFrom(crypto.getRandomValues(new Uint8Array(16)))
    this.#held.set(token, held)
    return token
  }

  get(token: FileToken): Held | undefined {
    return this.#held.get(token)
  }
}
