/** The two encoders that browsers, workers and Node all have; the domain sees nothing else of them. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(
    label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252',
    options: { fatal: boolean; ignoreBOM?: boolean },
  )
  decode(bytes: Uint8Array): string
}
