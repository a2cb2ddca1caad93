import { defineConfig } from '@playwright/test'
import { host } from './e2e/host.ts'

// Workers and other tools read this file too.
const isRunningTests = process.argv.includes('test') && process.env['TEST_WORKER_INDEX'] === undefined
if (isRunningTests) console.log(`Desktop edition on: ${host}`)

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
