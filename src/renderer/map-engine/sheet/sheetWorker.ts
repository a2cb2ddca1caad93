import regularUrl from '@fontsource/inter/files/inter-latin-400-normal.woff?url'
import strongUrl from '@fontsource/inter/files/inter-latin-600-normal.woff?url'
import tokens from '../../ui/tokens.css?raw'
import { loadBaseMap } from '../base/loadBaseMap.ts'
import type { Drawing } from './Drawing.ts'
import { drawSheet } from './drawSheet.ts'
import { readWoff } from './font/readWoff.ts'
import { SheetFont } from './font/SheetFont.ts'
import { paintSheet, SHEET_FAMILY } from './paintSheet.ts'
import { PrintPalette } from './printPalette.ts'
import type { FromSheetWorker, ToSheetWorker } from './sheetMessages.ts'
import type { SheetFonts } from './TextSetter.ts'

const MM_PER_INCH = 25.4

interface WorkerFonts {
  readonly fonts: SheetFonts
  readonly files: readonly (readonly [string, ArrayBuffer])[]
}

let fonts: Promise<WorkerFonts> | null = null
let facesAdded = false

async function loadFonts(): Promise<WorkerFonts> {
  const [regular, strong] = await Promise.all(
    [regularUrl, strongUrl].map(async (url) => (await fetch(url)).arrayBuffer()),
  )
  if (regular === undefined || strong === undefined) throw new Error('the fonts could not be read')
  return {
    fonts: {
      regular: new SheetFont(await readWoff(new Uint8Array(regular))),
      strong: new SheetFont(await readWoff(new Uint8Array(strong))),
    },
    files: [
      ['400', regular],
      ['600', strong],
    ],
  }
}

/** The canvas needs the same letters as the PDF. */
async function addFaces({ files }: WorkerFonts): Promise<void> {
  if (facesAdded) return
  for (const [weight, file] of files) {
    const face = new FontFace(SHEET_FAMILY, file, { weight })
    await face.load()
    ;(self as unknown as { fonts: FontFaceSet }).fonts.add(face)
  }
  facesAdded = true
}

async function paint(drawing: Drawing, pixels: number, known: WorkerFonts): Promise<OffscreenCanvas> {
  await addFaces(known)
  const canvas = new OffscreenCanvas(Math.round(drawing.width * pixels), Math.round(drawing.height * pixels))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas of this size is to be had')
  const images = await Promise.all(
    drawing.rasters.map(({ rgba, width, height }) =>
      createImageBitmap(new ImageData(new Uint8ClampedArray(rgba), width, height)),
    ),
  )
  paintSheet(context, drawing, pixels, known.fonts, images)
  return canvas
}

function answer(message: FromSheetWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}

async function make({ id, content, output }: ToSheetWorker): Promise<void> {
  const progress = (share: number): void => answer({ type: 'progress', id, share })
  fonts ??= loadFonts()
  const [known, base] = await Promise.all([fonts, loadBaseMap()])
  progress(0.15)
  const drawing = drawSheet(content, {
    fonts: known.fonts,
    palette: new PrintPalette(tokens, content.sheet.isMonochrome),
    base,
  })
  progress(0.6)
  switch (output.kind) {
    case 'pdf': {
      const { writeSheetPdf } = await import('./writeSheetPdf.ts')
      const bytes = await writeSheetPdf(drawing, known.fonts, {
        title: content.title,
        subject: `${content.subtitle} · ${content.time}`,
        language: content.language === 'es' ? 'es-PE' : 'en',
        instant: content.instant,
      })
      const whole = new Uint8Array(bytes)
      return answer({ type: 'bytes', id, bytes: whole }, [whole.buffer])
    }
    case 'png': {
      const canvas = await paint(drawing, output.resolution / MM_PER_INCH, known)
      progress(0.8)
      const blob = await canvas.convertToBlob({ type: 'image/png' })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return answer({ type: 'bytes', id, bytes }, [bytes.buffer])
    }
    case 'preview': {
      const canvas = await paint(drawing, output.width / drawing.width, known)
      const bitmap = canvas.transferToImageBitmap()
      return answer({ type: 'bitmap', id, bitmap }, [bitmap])
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToSheetWorker>) => {
  make(data).catch((error: unknown) => {
    console.error(error)
    answer({ type: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) })
  })
})
