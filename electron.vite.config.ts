import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { thirdPartyNotices } from './scripts/thirdPartyNotices.ts'
import { measuresWithoutIcons } from './scripts/withoutIcons.ts'

// A sandboxed preload can only load one CommonJS file, so nothing stays external and the format is fixed.
export default defineConfig({
  main: { build: { externalizeDeps: false } },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  // The content security policy allows no data: fonts, so nothing is inlined.
  renderer: {
    plugins: [react(), thirdPartyNotices(import.meta.dirname)],
    build: { minify: true, assetsInlineLimit: 0 },
    worker: { format: 'es', plugins: () => [measuresWithoutIcons()] },
  },
})
