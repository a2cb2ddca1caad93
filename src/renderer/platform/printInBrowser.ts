import type { PageSize } from '../../contract/files.ts'

/** Width and height in millimetres, upright. ISO 216, and ANSI A for Letter; CSS has no name for A0 to A2. */
const PAGE_MM: Readonly<Record<PageSize, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
  Letter: [215.9, 279.4],
}

export function pageRule(pageSize: PageSize, landscape: boolean): string {
  const [width, height] = PAGE_MM[pageSize]
  return landscape ? `@page { size: ${height}mm ${width}mm }` : `@page { size: ${width}mm ${height}mm }`
}

/** Opens the browser's print dialog with the size set and the name proposed (browsers take the page's title). */
export function printInBrowser(request: { suggestedName: string; pageSize: PageSize; landscape: boolean }): void {
  // A constructed sheet: the content security policy allows no style element.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(pageRule(request.pageSize, request.landscape))
  const title = document.title
  document.adoptedStyleSheets.push(sheet)
  document.title = request.suggestedName.replace(/\.pdf$/i, '')
  window.addEventListener(
    'afterprint',
    () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
      document.title = title
    },
    { once: true },
  )
  window.print()
}
