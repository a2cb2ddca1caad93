/**
 * The renderer measures its labels on a canvas, which Node has not. This one takes the width of a letter as a fixed
 * share of its size, close to that of the font; nothing else of a canvas is asked for.
 */
class MeasuringContext {
  font = '12px Arial'

  measureText(text: string): Partial<TextMetrics> {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(this.font)?.[1] ?? 12)
    const width = text.length * size * 0.58
    return {
      width,
      actualBoundingBoxLeft: 0,
      actualBoundingBoxRight: width,
      actualBoundingBoxAscent: size * 0.72,
      actualBoundingBoxDescent: size * 0.2,
      fontBoundingBoxAscent: size * 0.9,
      fontBoundingBoxDescent: size * 0.22,
    }
  }
}

class MeasuringCanvas {
  getContext(): MeasuringContext {
    return new MeasuringContext()
  }
}

Object.assign(globalThis, { OffscreenCanvas: MeasuringCanvas, OffscreenCanvasRenderingContext2D: MeasuringContext })
