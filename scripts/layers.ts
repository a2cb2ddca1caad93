// Who may know whom (ARCHITECTURE.md), read from the import statements under src/.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { importsOf } from './imports.ts'

export type Layer = Readonly<{
  /** Under src/. A last `*` stands for each folder there, every one a layer of its own. */
  folder: string
  /** Layers that it may know besides itself. */
  knows: readonly string[]
  /** Packages that it may ship with; undefined allows all but the reserved ones. */
  packages?: readonly string[]
  /** Only the files directly in the folder. */
  onlyFiles?: boolean
  /** Whether it may take data from resources/. */
  resources?: boolean
}>

export type Rules = Readonly<{
  layers: readonly Layer[]
  /** Folders of the plan that nobody has begun. Any other configured folder must exist. */
  notYet: readonly string[]
  /** Packages that only some layers may import, `node:` standing for all of Node. */
  reserved: Readonly<Record<string, readonly string[]>>
  /** What a test may import besides, and nothing else may unless it is its keeper. */
  testPackages: readonly string[]
}>

const PURE = [
  'valibot',
  '@noble/hashes',
  'mgrs',
  'fflate',
  'astronomy-engine',
  'geographiclib-geodesic',
  'geomagnetism',
  'topojson-client',
]
const BELOW_PLANNING = [
  'domain',
  'renderer/session',
  'renderer/actions',
  'renderer/ui',
  'renderer/map-engine',
  'renderer/platform',
  'renderer/texts',
  'renderer/fields',
]

export const RULES: Rules = {
  layers: [
    { folder: 'domain', knows: [], packages: PURE },
    { folder: 'contract', knows: ['domain'], packages: ['valibot'] },
    { folder: 'main', knows: ['domain', 'contract'], resources: true },
    { folder: 'preload', knows: ['domain', 'contract'], packages: ['electron'] },
    { folder: 'headless', knows: ['domain'], packages: ['node:', ...PURE], resources: true },
    { folder: 'renderer/texts', knows: ['domain'] },
    { folder: 'renderer/ui', knows: ['renderer/texts'] },
    { folder: 'renderer/platform', knows: ['domain', 'contract'] },
    { folder: 'renderer/session', knows: ['domain', 'contract'] },
    { folder: 'renderer/persistence', knows: ['domain', 'contract', 'renderer/session'] },
    { folder: 'renderer/worker', knows: ['domain', 'contract', 'renderer/session', 'renderer/persistence'] },
    { folder: 'renderer/map-engine', knows: ['domain', 'renderer/ui', 'renderer/texts'], resources: true },
    {
      folder: 'renderer/actions',
      knows: ['domain', 'renderer/session', 'renderer/ui', 'renderer/platform', 'renderer/texts'],
    },
    {
      folder: 'renderer/fields',
      knows: ['domain', 'renderer/session', 'renderer/actions', 'renderer/ui', 'renderer/platform', 'renderer/texts'],
    },
    { folder: 'renderer/planning/*', knows: BELOW_PLANNING },
    {
      folder: 'renderer/app',
      knows: [...BELOW_PLANNING, 'contract', 'renderer/persistence', 'renderer/worker', 'renderer/planning/*'],
      resources: true,
    },
    { folder: 'renderer', onlyFiles: true, knows: ['renderer/app'] },
  ],
  notYet: [],
  reserved: {
    electron: ['main', 'preload'],
    dexie: ['renderer/persistence'],
    'node:': ['main', 'headless'],
    ol: ['renderer/map-engine'],
    'ol-pmtiles': ['renderer/map-engine'],
  },
  testPackages: ['vitest', 'fast-check', 'fake-indexeddb', 'happy-dom', 'node:'],
}

const SOURCE = /\.tsx?$/
const TEST = /\.(test|testing)\.tsx?$/
const FIXTURE = /\.testing\.tsx?$|(^|\/)fixtures\//

type Place = Readonly<{ layer: Layer; name: string }>

/** `@scope/name/sub` -> `@scope/name`; `node:fs` and `fs` -> `node:`. */
const packageOf = (specifier: string): string =>
  isBuiltin(specifier)
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

const layerOf = (rules: Rules, file: string): Place | undefined => {
  const parts = file.split('/')
  for (const layer of rules.layers) {
    const depth = layer.folder.split('/').length
    const name = parts.slice(0, depth).join('/')
    const isUnder = layer.folder.endsWith('/*') ? name.startsWith(layer.folder.slice(0, -1)) : name === layer.folder
    if (isUnder && (layer.onlyFiles ? parts.length === depth + 1 : parts.length > depth)) return { layer, name }
  }
  return undefined
}

/** One problem for each ring of files that import one another. */
const circlesIn = (edges: ReadonlyMap<string, readonly string[]>): string[] => {
  const problems: string[] = []
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (file: string): void => {
    const at = trail.indexOf(file)
    if (at >= 0) problems.push(`circle: ${[...trail.slice(at), file].join(' -> ')}`)
    if (at >= 0 || done.has(file)) return
    trail.push(file)
    for (const next of edges.get(file) ?? []) visit(next)
    trail.pop()
    done.add(file)
  }
  for (const file of edges.keys()) visit(file)
  return problems
}

/** Why a file may not import this package; an empty text when it may. */
const whyNotPackage = (rules: Rules, own: Place, file: string, specifier: string): string => {
  const name = packageOf(specifier)
  const isForTests = rules.testPackages.includes(name)
  if (isForTests && TEST.test(file)) return ''
  // What a layer lists is what it may ship with; a test may check its work with any other.
  const isListed = TEST.test(file) || (own.layer.packages?.includes(name) ?? true)
  const keepers = Object.hasOwn(rules.reserved, name) ? rules.reserved[name] : undefined
  const isKept = keepers ? !keepers.includes(own.layer.folder) : isForTests
  return isListed && !isKept ? '' : `${own.name} may not import ${specifier}`
}

/** Why a file may not import this other file, both given from src/; an empty text when it may. */
const whyNotFile = (rules: Rules, own: Place, file: string, target: string): string => {
  if (TEST.test(target) || FIXTURE.test(target)) {
    return TEST.test(file) || FIXTURE.test(file) ? '' : `imports ${target}, which is only for tests`
  }
  if (target.startsWith('../')) {
    const isData = own.layer.resources && target.startsWith('../resources/')
    return isData ? '' : `${own.name} may not import ${target}`
  }
  const other = layerOf(rules, target)
  const isKnown = other && (other.name === own.name || own.layer.knows.includes(other.layer.folder))
  return isKnown ? '' : `${own.name} may not know ${other?.name ?? 'a file of no layer'} (${target})`
}

/** Looks through `<root>/src`. Problems are sentences that begin with the place; having read no file is one too. */
export const checkLayers = (root: string, rules: Rules): { files: number; problems: string[] } => {
  const src = path.join(root, 'src')
  const folders = rules.layers.map(({ folder }) => folder)
  const problems = folders
    .filter((folder) => !rules.notYet.includes(folder) && !existsSync(path.join(src, folder.replace('/*', ''))))
    .map((folder) => `src/${folder} is configured but does not exist`)
  const files = (existsSync(src) ? readdirSync(src, { recursive: true, encoding: 'utf8' }) : [])
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => SOURCE.test(file))
    .sort()
  if (files.length === 0) problems.push('no source file was found under src')

  const edges = new Map<string, string[]>()
  for (const file of files) {
    const own = layerOf(rules, file)
    if (!own) {
      problems.push(`src/${file} belongs to no configured layer`)
      continue
    }
    const found = importsOf(`src/${file}`, readFileSync(path.join(src, file), 'utf8'), !TEST.test(file))
    problems.push(...found.problems)
    const known: string[] = []
    edges.set(file, known)
    for (const { specifier, line, typeOnly } of found.imports) {
      let why = ''
      if (specifier.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''))
        const isThere = statSync(path.join(src, target), { throwIfNoEntry: false })?.isFile()
        why = isThere ? whyNotFile(rules, own, file, target) : `imports ${specifier}, which does not exist`
        if (!typeOnly) known.push(target)
      } else why = whyNotPackage(rules, own, file, specifier)
      if (why) problems.push(`src/${file}:${line} ${why}`)
    }
  }
  return { files: files.length, problems: [...problems, ...circlesIn(edges)] }
}

if (import.meta.main) {
  const { files, problems } = checkLayers(path.resolve(import.meta.dirname, '..'), RULES)
  for (const problem of problems) console.error(problem)
  console.log(`layers: ${files} files, ${problems.length} problems`)
  process.exit(problems.length > 0 ? 1 : 0)
}
