import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { NOTICES_FILE } from '../src/contract/noticesFile.ts'
import { type ProductionPackage, productionPackages } from './productionPackages.ts'

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
])
/** Those that ask to say where the source is had. */
const SOURCE_ASKED = /\bMPL-2\.0\b/

/** Packages that come without a licence file, with the copyright line of their sources. */
const COPYRIGHT: Readonly<Record<string, string>> = {
  'astronomy-engine': 'Copyright (c) 2019-2023 Don Cross <cosinekitty@gmail.com>',
  lerc: 'Copyright 2015-2021 Esri',
  pmtiles: 'Copyright 2021 Protomaps LLC',
}

const RULE = '='.repeat(80)
const FOREWORD = `THIRD-PARTY NOTICES

Valles contains the works of others that are named here, each under its own licence. First the packages, then the
texts of their licences, the tools of the build, the sources of the base map. The desktop edition runs in Electron, which brings the
notices of its own parts (LICENSE, LICENSES.chromium.html).`

const withoutBrackets = (expression: string): string => /^\((.*)\)$/.exec(expression)?.[1] ?? expression

/** Whether an SPDX expression leaves a choice that may be shipped. Brackets only around the whole are understood. */
export function isAllowed(expression: string): boolean {
  return withoutBrackets(expression)
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((id) => ALLOWED.has(id)))
}

/** @param name of a file in `resources/notices`, without its ending */
const noticeNamed = (root: string, name: string): string | undefined => {
  const file = path.join(root, 'resources/notices', `${name}.txt`)
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : undefined
}

/** The licence in full. A package without a licence file gets the common text of its licence below who wrote it. */
const licenceText = (root: string, shipped: ProductionPackage): string | undefined => {
  if (shipped.texts.length > 0) return shipped.texts.join('\n\n')
  const common = noticeNamed(root, shipped.licence)
  const holder = COPYRIGHT[shipped.name] ?? (shipped.author === '' ? `The authors of ${shipped.name}` : shipped.author)
  return common === undefined ? undefined : `${holder}\n${shipped.licence}\n\n${common}`
}

/** Why packages cannot be shipped as they are, one line each; none when all can. */
export function licenceProblems(root: string, packages: readonly ProductionPackage[]): readonly string[] {
  return packages.flatMap((shipped) => {
    const who = `${shipped.name} ${shipped.version}`
    if (shipped.licence === '') return [`${who} names no licence`]
    if (!isAllowed(shipped.licence)) return [`${who} is under ${shipped.licence}, which is not among those allowed`]
    if (SOURCE_ASKED.test(shipped.licence) && shipped.source === '') return [`${who} does not say where its source is`]
    return licenceText(root, shipped) === undefined ? [`${who} comes without the text of ${shipped.licence}`] : []
  })
}

/**
 * What `third-party-notices.txt` says: the same for the same packages. Throws where one has no licence, or one that is
 * not allowed.
 * @param root folder of the project, with `node_modules` installed
 */
export function noticesOf(root: string): string {
  const packages = productionPackages(root)
  const problems = licenceProblems(root, packages)
  if (problems.length > 0) throw new Error(`Licences of third parties:\n${problems.join('\n')}`)
  const title = ({ name, version, licence }: ProductionPackage): string =>
    `${name} ${version} (${withoutBrackets(licence)})`
  // Many packages of one maker come with the same text.
  const byText = Map.groupBy(packages, (shipped) => licenceText(root, shipped) ?? '')
  const sections = [...byText].map(([text, sharing]) => {
    const heads = sharing.flatMap((shipped) => [
      title(shipped),
      ...(SOURCE_ASKED.test(shipped.licence)
        ? [`Unchanged. Source: ${shipped.source}, version ${shipped.version}`]
        : []),
    ])
    const more = sharing.flatMap(({ name }) => noticeNamed(root, name) ?? [])
    return [heads.join('\n'), ...more, text].join('\n\n')
  })
  const besides = ['resources/notices/builders.txt', 'resources/basemap/NOTICE.md'].map((file) =>
    readFileSync(path.join(root, file), 'utf8').trimEnd(),
  )
  const parts = [FOREWORD, packages.map(title).join('\n'), ...sections, ...besides]
  return `${parts.join(`\n\n${RULE}\n\n`)}\n`
}

/**
 * For the build of the window: puts the notices beside its page.
 * @param root folder of the project; a bundled configuration does not know where this file lay
 */
export const thirdPartyNotices = (root: string): Plugin => ({
  name: 'valles-third-party-notices',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'asset', fileName: NOTICES_FILE, source: noticesOf(root) })
  },
})
