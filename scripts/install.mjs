// Brings node_modules to what the lockfile says, when it is not.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm keeps what it installed in a hidden lockfile, written last; packages for other systems are left out of it. */
const isInstalled = () => {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!present) return false
  const same = Object.entries(wanted).every(([at, { version, integrity, optional, devOptional }]) => {
    if (at === '') return true
    const found = present[at]
    if (!found) return Boolean(optional || devOptional)
    return found.version === version && (integrity === undefined || found.integrity === integrity)
  })
  return same && Object.keys(present).every((at) => at in wanted)
}

/** Exits with npm's own message when the packages cannot be had. */
export const install = async () => {
  if (isInstalled()) return
  console.log('Installing the packages of package-lock.json …')
  const { code } = await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    console.error('The packages could not be installed (npm ci failed, see above).')
    process.exit(code)
  }
}
