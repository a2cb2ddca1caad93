// The end-to-end tests drive an installed Chromium. Finds it, or installs Debian's where that is allowed.
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const isChromiumHere = () => PLACES.some((place) => existsSync(place))

/** @returns {Promise<string>} an empty text when Chromium is here, else what to do, in one line */
export const ensureChromium = async () => {
  if (isChromiumHere()) return ''
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the end-to-end tests …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-q'], { quiet: true, env })
    const installed = await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
    })
    if (installed.code !== 0) console.error(installed.output)
  }
  return isChromiumHere()
    ? ''
    : `The end-to-end tests need Chromium: install it so that one of ${PLACES.join(', ')} exists.`
}
