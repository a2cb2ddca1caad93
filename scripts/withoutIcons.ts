import type { Plugin } from 'vite'

const RENDERER = 'mil-sym-ts-web/C5Ren.mjs'
/** One for each edition of the standards, as the package's own build writes them. */
const ICONS = /var (svg\w+_default) = \{ svgdata: \{ "SVGElements": \[\n[\s\S]*?\n\/\/#endregion/g
const EDITIONS = 4

/**
 * The reference renderer of lines and areas without the icons of points, which milsymbol draws: two thirds of its text. It
 * throws where the package is not written as it was, so that another version is looked at before it is shipped.
 */
export function withoutIcons(source: string): string {
  let found = 0
  const lean = source.replaceAll(ICONS, (_, name: string) => {
    found += 1
    return `var ${name} = { svgdata: { "SVGElements": [] } };\n\n//#endregion`
  })
  if (found !== EDITIONS) throw new Error(`${RENDERER} has ${found} lists of icons in place of ${EDITIONS}`)
  return lean
}

/** For the build: leaves the icons out of the worker that draws control measures. */
export const measuresWithoutIcons = (): Plugin => ({
  name: 'valles-measures-without-icons',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith(RENDERER) ? { code: withoutIcons(code), map: null } : null),
})
