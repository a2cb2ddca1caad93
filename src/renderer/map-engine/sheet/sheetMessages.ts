import type { SheetContent } from './SheetContent.ts'

/** What is made of a sheet. */
export type SheetOutput =
  | { readonly kind: 'pdf' }
  /** Pixels to the inch. */
  | { readonly kind: 'png'; readonly resolution: number }
  /** Pixels across. */
  | { readonly kind: 'preview'; readonly width: number }

export interface ToSheetWorker {
  readonly id: number
  readonly content: SheetContent
  readonly output: SheetOutput
}

export type FromSheetWorker =
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  | { readonly type: 'bytes'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'bitmap'; readonly id: number; readonly bitmap: ImageBitmap }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
