import type { Frame } from './Frame.ts'

/** All canvases below an element, one on the other, as a PNG. */
export async function snapshotOf(target: HTMLElement, { width, height, ratio }: Frame): Promise<Blob> {
  const sheet = new OffscreenCanvas(Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio)))
  const context = sheet.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  const origin = target.getBoundingClientRect()
  for (const canvas of target.querySelectorAll('canvas')) {
    if (canvas.width === 0 || canvas.height === 0) continue
    const box = canvas.getBoundingClientRect()
    const opacity = Number.parseFloat(getComputedStyle(canvas.parentElement ?? canvas).opacity)
    context.globalAlpha = Number.isNaN(opacity) ? 1 : opacity
    context.drawImage(
      canvas,
      (box.left - origin.left) * ratio,
      (box.top - origin.top) * ratio,
      box.width * ratio,
      box.height * ratio,
    )
  }
  return sheet.convertToBlob({ type: 'image/png' })
}
