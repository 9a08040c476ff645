import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const css = { modules: { generateScopedName: '[local]' } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
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
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['./test/support/screens.ts'],
        },
      },
    ],
  },
})
