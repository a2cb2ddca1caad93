// npm start: opens the program, from a fresh clone as well as from a built tree.
import { build } from './build.mjs'
import { ensureElectron } from './electron.mjs'
import { install } from './install.mjs'
import { run } from './run.mjs'

await install()
const built = await build({ quiet: true })
if (built.code !== 0) {
  console.error(`${built.output}The program could not be built.`)
  process.exit(built.code)
}

const args = process.argv.slice(2)
if (await ensureElectron()) {
  // Chromium's sandbox refuses to run as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  process.exit((await run('electron', ['.', ...asRoot, ...args])).code)
}
console.log('Electron is not on this machine and cannot be fetched: opening the web edition instead.')
process.exit((await run('node', ['web/serve.mjs', ...args])).code)
