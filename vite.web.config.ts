import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { thirdPartyNotices } from './scripts/thirdPartyNotices.ts'
import { measuresWithoutIcons } from './scripts/withoutIcons.ts'
import { PROVER_HEADERS, PROVER_SCRIPT, SECURITY_HEADERS } from './src/contract/securityHeaders.ts'

const root = import.meta.dirname
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/**
 * Makes the built interface a web edition: manifest, icon, a service worker that knows exactly the built files, and
 * the headers for `web/serve.mjs`, which cannot read TypeScript.
 */
function webEdition(): Plugin {
  let publicFolder = ''
  return {
    name: 'valles-web-edition',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicFolder = config.publicDir
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'icon', href: './icon.svg', type: 'image/svg+xml' }, injectTo: 'head' },
    ],
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const contents = new Map<string, string | Uint8Array>()
        for (const [name, file] of Object.entries(bundle)) {
          if (!name.endsWith('.map')) contents.set(name, file.type === 'chunk' ? file.code : file.source)
        }
        for (const name of filesUnder(publicFolder)) contents.set(name, readFileSync(path.join(publicFolder, name)))
        for (const name of ['manifest.webmanifest', 'icon.svg']) {
          const source = readFileSync(path.join(root, 'web', name))
          contents.set(name, source)
          this.emitFile({ type: 'asset', fileName: name, source })
        }
        const worker = readFileSync(path.join(root, 'web/serviceWorker.js'), 'utf8')
        const names = [...contents.keys()].sort()
        const hash = createHash('sha256').update(worker)
        for (const name of names) hash.update(`\0${name}\0`).update(contents.get(name) ?? '')
        const precache = { cache: `valles-${hash.digest('hex').slice(0, 16)}`, files: names.map((name) => `./${name}`) }
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: `const PRECACHE = ${JSON.stringify(precache)}\n${worker}`,
        })
        const headers = { all: SECURITY_HEADERS, prover: PROVER_HEADERS, proverScript: PROVER_SCRIPT.source }
        this.emitFile({ type: 'asset', fileName: 'headers.json', source: JSON.stringify(headers) })
      },
    },
  }
}

export default defineConfig({
  root: path.join(root, 'src/renderer'),
  base: './',
  define: { 'import.meta.env.VITE_VALLES_VERSION': JSON.stringify(version) },
  build: {
    outDir: path.join(root, 'out/web'),
    emptyOutDir: true,
    target: 'chrome120',
    modulePreload: { polyfill: false },
    // The policy allows no data: fonts, so nothing is inlined.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es', plugins: () => [measuresWithoutIcons()] },
  plugins: [react(), thirdPartyNotices(root), webEdition()],
})
