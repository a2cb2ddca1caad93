// Starts Chromium on a profile of its own, also when an earlier one was killed.
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from './cdp.ts'
import { host } from './host.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Set by this host, whatever the command line says. */
const OWN_SWITCHES = new Set(['inspect', 'inspect-brk', 'user-data-dir'])

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Chromium gives its windows to another one on the same profile, if that still runs: such a leftover must end first. */
const endLeftover = async (profile: string): Promise<void> => {
  const lock = path.join(profile, 'SingletonLock')
  let pid = 0
  try {
    pid = Number(/-(\d+)$/.exec(readlinkSync(lock))?.[1])
  } catch {
    return
  }
  const isLeftover = (): boolean => pid > 0 && commandOf(pid).includes(profile)
  if (isLeftover()) process.kill(pid, 'SIGKILL')
  while (isLeftover()) await sleep(20)
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(path.join(profile, name), { force: true })
}

const commandLine = (profile: string, schemesPort: number): string[] => {
  const given = [...host.switches].filter(([name]) => !OWN_SWITCHES.has(name))
  const rules = [...host.schemes.keys()].map((scheme) => `MAP *.${scheme}.localhost:80 127.0.0.1:${schemesPort}`)
  return [
    ...given.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=${rules.join(',')}`,
    '--remote-debugging-pipe',
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    ...(process.env['ELECTRON_HOST_HEADED'] ? [] : ['--headless', '--hide-scrollbars']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

export const startChromium = async (userData: string, schemesPort: number): Promise<Connection> => {
  const program = PLACES.find((place) => existsSync(place))
  if (!program) throw new Error(`electron-host: no Chromium at ${PLACES.join(', ')}`)
  const profile = path.join(userData, 'chromium')
  mkdirSync(profile, { recursive: true })
  await endLeftover(profile)
  const connection = new Connection(program, commandLine(profile, schemesPort))
  const { product } = await connection.browser.send('Browser.getVersion')
  Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true })
  return connection
}
