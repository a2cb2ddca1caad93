import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type ProductionPackage = Readonly<{
  name: string
  version: string
  /** SPDX expression; empty where the package names none. */
  licence: string
  /** As package.json has it; empty where it names nobody. */
  author: string
  /** Where its source is had; empty where it does not say. */
  source: string
  /** What its licence and notice files say, in the order of their names; none where it comes without. */
  texts: readonly string[]
}>

type Manifest = Readonly<{
  name: string
  version: string
  license?: unknown
  author?: string | { name?: string; email?: string }
  repository?: string | { url?: string }
  homepage?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}>

const LICENCE_FILE = /^(un)?licen[cs]e|^copying|^notice|^copyrightnotice/i
const TEXT_ENDINGS = new Set(['', '.md', '.txt'])

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest

/** The folder of a package as Node finds it from another one's; undefined when it is not installed. */
function folderOf(name: string, from: string, root: string): string | undefined {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name)
    if (existsSync(path.join(folder, 'package.json'))) return folder
    if (at === root) return undefined
  }
}

const authorOf = ({ author = '' }: Manifest): string => {
  if (typeof author === 'string') return author
  return [author.name ?? '', author.email === undefined ? '' : `<${author.email}>`].filter(Boolean).join(' ')
}

const sourceOf = ({ repository, homepage = '' }: Manifest): string => {
  const address = typeof repository === 'string' ? repository : (repository?.url ?? homepage)
  return address.replace(/^git\+/, '')
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => LICENCE_FILE.test(name) && TEXT_ENDINGS.has(path.extname(name).toLowerCase()))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
    .map((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n')
        .replace(/^\n+/, '')
        .trimEnd(),
    )

const described = (manifest: Manifest, folder: string): ProductionPackage => ({
  name: manifest.name,
  version: manifest.version,
  licence: typeof manifest.license === 'string' ? manifest.license : '',
  author: authorOf(manifest),
  source: sourceOf(manifest),
  texts: textsIn(folder),
})

/**
 * The packages that `package.json` in the folder of a project names as `dependencies`, and all that they pull in, as installed: each
 * version once, by name and version. Throws where one is not installed.
 */
export function productionPackages(project: string): readonly ProductionPackage[] {
  const root = path.resolve(project)
  const found = new Map<string, ProductionPackage>()
  const seen = new Set<string>()
  const follow = (folder: string, names: readonly string[], isOptional: boolean): void => {
    for (const name of names) {
      const at = folderOf(name, folder, root)
      if (at === undefined && isOptional) continue
      if (at === undefined) throw new Error(`${name}, needed by ${folder}, is not installed`)
      if (seen.has(at)) continue
      seen.add(at)
      const manifest = manifestIn(at)
      found.set(`${manifest.name} ${manifest.version}`, described(manifest, at))
      const optional = Object.keys(manifest.optionalDependencies ?? {})
      const needed = Object.keys(manifest.dependencies ?? {}).filter((other) => !optional.includes(other))
      follow(at, needed, false)
      follow(at, optional, true)
    }
  }
  follow(root, Object.keys(manifestIn(root).dependencies ?? {}), false)
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}
