import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Milliseconds; against tests that never end, not a measurement: a busy computer takes ten times as long. */
const testTimeout = 30_000

const css = { modules: { generateScopedName: '[local]' } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          testTimeout,
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
        },
      },
      {
        plugins: [react()],
        css,
        test: {
          name: 'screens',
          testTimeout,
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['./test/support/screens.ts'],
        },
      },
    ],
  },
})
