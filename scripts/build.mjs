// Builds out/ (desktop and web edition) when it is missing or its sources have changed since.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'

const SOURCES = [
  'src',
  'resources',
  'web',
  'scripts/productionPackages.ts',
  'scripts/thirdPartyNotices.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'electron.vite.config.ts',
  'vite.web.config.ts',
]
const NOT_BUILT = /\.(test|testing)\.tsx?$/
const stampFile = path.join(root, 'out', '.sources')

/** Content, not times: a fresh clone and a switched branch have times that say nothing. */
const stampOfSources = () => {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const at = path.join(root, source)
    if (!existsSync(at)) continue
    const inside = source.includes('.')
      ? ['']
      : readdirSync(at, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
          .map((entry) => path.relative(at, path.join(entry.parentPath, entry.name)))
          .sort()
    for (const file of inside) hash.update(`${source}/${file}\0`).update(readFileSync(path.join(at, file)))
  }
  return hash.digest('hex')
}

const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOfSources()

/**
 * @param {{ always?: boolean, quiet?: boolean, signal?: AbortSignal }} options
 * @returns {Promise<{ code: number, output: string }>} as `run`; code 0 and no output when nothing was to do
 */
export const build = async ({ always = false, ...options } = {}) => {
  if (!always && isBuilt()) return { code: 0, output: '' }
  if (!always) console.log('Building …')
  rmSync(stampFile, { force: true })
  const stamp = stampOfSources()
  const result = await run('npm', ['run', '--silent', 'build'], options)
  if (result.code === 0) {
    mkdirSync(path.dirname(stampFile), { recursive: true })
    writeFileSync(stampFile, stamp)
  }
  return result
}
