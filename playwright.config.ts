import { defineConfig } from '@playwright/test'
import { host } from './e2e/host.ts'

// Workers read this file too.
if (process.env['TEST_WORKER_INDEX'] === undefined) console.log(`Desktop edition on: ${host}`)

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { screenshot: 'only-on-failure' },
})
