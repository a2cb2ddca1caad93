import { notEmulated } from './strict.ts'

export type PdfOptions = {
  pageSize?: string | { width: number; height: number }
  landscape?: boolean
  printBackground?: boolean
  generateTaggedPDF?: boolean
  preferCSSPageSize?: boolean
  margins?: { top?: number; bottom?: number; left?: number; right?: number }
}

/** Inches, as Electron names them. */
const SIZES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.11, 46.81],
  A1: [23.39, 33.11],
  A2: [16.54, 23.39],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
}
const PASSED_ON = ['landscape', 'printBackground', 'generateTaggedPDF', 'preferCSSPageSize'] as const

/** Electron's options of `printToPDF` as Chromium's remote protocol takes them. */
export const printOptions = (options: PdfOptions): Record<string, boolean | number> => {
  for (const key of Object.keys(options)) {
    if (!['pageSize', 'margins', ...PASSED_ON].includes(key)) notEmulated(`printToPDF with ${key}`)
  }
  const { pageSize = 'Letter', margins = {} } = options
  const size = typeof pageSize === 'object' ? ([pageSize.width, pageSize.height] as const) : SIZES[pageSize]
  const [paperWidth, paperHeight] = size ?? notEmulated(`printToPDF on ${JSON.stringify(pageSize)}`)
  const given: [string, boolean | number | undefined][] = [
    ['paperWidth', paperWidth],
    ['paperHeight', paperHeight],
    ['marginTop', margins.top],
    ['marginBottom', margins.bottom],
    ['marginLeft', margins.left],
    ['marginRight', margins.right],
    ...PASSED_ON.map((key): [string, boolean | undefined] => [key, options[key]]),
  ]
  return Object.fromEntries(given.filter((entry): entry is [string, boolean | number] => entry[1] !== undefined))
}
