/** Which browser measures? The one that the browser tests find. */
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { runnerImport } from 'vite'

export async function openBrowser() {
  /** @type {{ module: typeof import('../test/e2e/browser.ts') }} */
  const { module } = await runnerImport(
    fileURLToPath(new URL('../test/e2e/browser.ts', import.meta.url)),
    { configFile: false },
  )
  return chromium.launch(module.launchOptions())
}
