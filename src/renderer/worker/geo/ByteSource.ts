import type { LentBytes } from '../../../contract/geoWorkerMessages.ts'
import { LIMITS } from '../../../contract/limits.ts'

/** Bytes that are read where they are needed. */
export interface ByteSource {
  readonly size: number
  /** Fewer bytes where the source ends; rejects with `SourceError` where it cannot be read. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

/** The bytes cannot be had: the file has gone, or may not be read any more. */
export class SourceError extends Error {
  override name = 'SourceError'
}

/** More in one piece than any part of a sound archive takes. */
const MOST_AT_ONCE = 64 * 1024 * 1024

export function blobSource(blob: LentBytes): ByteSource {
  return {
    size: blob.size,
    read: async (offset, length) => {
      checkLength(length)
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer())
      } catch (error) {
        throw new SourceError(`blob: ${error instanceof Error ? error.name : 'unreadable'}`)
      }
    },
  }
}

/** Over the window, which asks main; in pieces that main gives. */
export function windowSource(
  size: number,
  slice: (offset: number, length: number) => Promise<Uint8Array | null>,
): ByteSource {
  return {
    size,
    read: async (offset, length) => {
      checkLength(length)
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      for (let at = 0; at < bytes.length; ) {
        const piece = await slice(offset + at, Math.min(LIMITS.sliceBytes, bytes.length - at))
        if (piece === null || piece.length === 0) throw new SourceError('slice')
        bytes.set(piece, at)
        at += piece.length
      }
      return bytes
    },
  }
}

function checkLength(length: number): void {
  if (!(length >= 0 && length <= MOST_AT_ONCE)) throw new RangeError(`asked for ${length} bytes at once`)
}

/** All bytes, with the share read so far. */
export async function readWhole(
  source: ByteSource,
  onProgress: (fraction: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(source.size)
  const step = 4 * 1024 * 1024
  for (let at = 0; at < source.size; at += step) {
    const piece = await source.read(at, Math.min(step, source.size - at))
    if (piece.length === 0) throw new SourceError('shorter than stated')
    bytes.set(piece, at)
    onProgress(Math.min(1, (at + step) / source.size))
  }
  return bytes
}
