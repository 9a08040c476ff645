/** How do the browser tests run? Against the built page, in one Chromium that is already on the computer. */
import { defineConfig } from '@playwright/test'
import { launchOptions } from './test/e2e/browser.ts'

const { E2E_FOLDER = 'dist', E2E_PORT = '4173', CI } = process.env
const baseURL = `http://localhost:${E2E_PORT}`

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // far from UTC, so that local time cannot pass for it
    timezoneId: 'America/Los_Angeles',
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'off',
    launchOptions: launchOptions(),
  },
  webServer: {
    command: `npx vite preview --outDir ${E2E_FOLDER} --port ${E2E_PORT} --strictPort`,
    url: baseURL,
    reuseExistingServer: !CI,
  },
})
