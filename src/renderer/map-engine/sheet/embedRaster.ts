import type { PDFContext, PDFRef } from 'pdf-lib'
import type { Raster } from './Drawing.ts'

/** Writes pixels into a PDF, their transparency as a mask of its own. */
export function embedRaster({ width, height, rgba }: Raster, context: PDFContext): PDFRef {
  const rgb = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  for (let i = 0; i < width * height; i++) {
    rgb.set(rgba.subarray(i * 4, i * 4 + 3), i * 3)
    alpha[i] = rgba[i * 4 + 3] ?? 255
  }
  const shared = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 }
  const mask = context.register(context.flateStream(alpha, { ...shared, ColorSpace: 'DeviceGray' }))
  return context.register(context.flateStream(rgb, { ...shared, ColorSpace: 'DeviceRGB', SMask: mask }))
}
