// Says whether Electron's binary is here, after trying once to fetch it.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'

const REACH_MS = 4_000
const DOWNLOAD_MS = 5 * 60_000
const packageDir = path.join(root, 'node_modules', 'electron')

const isElectronHere = () => {
  const pathFile = path.join(packageDir, 'path.txt')
  return existsSync(pathFile) && existsSync(path.join(packageDir, 'dist', readFileSync(pathFile, 'utf8')))
}

/** Offline must show at once, not after the download's own retries. */
const isReachable = async () => {
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8'))
  const from = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const url = new URL(`v${version}/SHASUMS256.txt`, from)
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) })).ok
  } catch {
    return false
  }
}

/** @returns {Promise<boolean>} whether `electron` can be started */
export const ensureElectron = async () => {
  if (isElectronHere()) return true
  if (!(await isReachable())) return false
  console.log('Fetching Electron (once, about 120 MB) …')
  await run('node', [path.join('node_modules', 'electron', 'install.js')], { timeoutMs: DOWNLOAD_MS })
  return isElectronHere()
}
