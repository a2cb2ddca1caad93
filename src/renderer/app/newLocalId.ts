const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Sixteen signs of 32: 80 random bits. */
export function newLocalId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')
}
