import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkArchitecture } from './support/architecture.ts'

const readTree = (folders: string[]): Map<string, string> =>
  new Map(
    folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|tsx|js)$/.test(entry.name))
        .map((entry): [string, string] => {
          const path = `${entry.parentPath}/${entry.name}`
          return [path, readFileSync(path, 'utf8')]
        }),
    ),
  )

const OPENING = '/** What is planted here? */\n'

const planted: { rule: string; path: string; text: string; broken: string }[] = [
  {
    rule: 'a pure folder knows no package',
    path: 'src/token/planted.ts',
    text: `import { compactVerify } from 'jose'\n`,
    broken: 'src/token/planted.ts imports jose',
  },
  {
    rule: 'claims know nothing of signatures',
    path: 'src/claims/planted.ts',
    text: `import { verifySignature } from '../verification/verifySignature.ts'\n`,
    broken: 'src/claims/planted.ts imports src/verification/verifySignature.ts',
  },
  {
    rule: 'a type is an import too',
    path: 'src/token/planted.ts',
    text: `import type { Validity } from '../claims/validity.ts'\n`,
    broken: 'src/token/planted.ts imports src/claims/validity.ts',
  },
  {
    rule: 'a late import is an import too',
    path: 'src/claims/planted.ts',
    text: `export const late = () => import('../verification/verifySignature.ts')\n`,
    broken: 'src/claims/planted.ts imports src/verification/verifySignature.ts',
  },
  {
    rule: 'stores know no React',
    path: 'src/state/planted.ts',
    text: `import { useState } from 'react'\n`,
    broken: 'src/state/planted.ts imports react',
  },
  {
    rule: 'stores take zustand without React',
    path: 'src/state/planted.ts',
    text: `import { create } from 'zustand'\n`,
    broken: 'src/state/planted.ts imports zustand with React; state takes zustand/vanilla',
  },
  {
    rule: 'Monaco stays behind its own wall',
    path: 'src/editor/planted.ts',
    text: `import { editor } from 'monaco-editor/editor'\n`,
    broken: 'src/editor/planted.ts imports monaco-editor/editor',
  },
  {
    rule: 'what stands behind the wall is not seen from outside',
    path: 'src/screens/planted.tsx',
    text: `import { RichField } from '../editor/monaco/RichField.tsx'\n`,
    broken: 'src/screens/planted.tsx imports src/editor/monaco/RichField.tsx',
  },
  {
    rule: 'screens never see jose',
    path: 'src/screens/planted.tsx',
    text: `import { importSPKI } from 'jose'\n`,
    broken: 'src/screens/planted.tsx imports jose',
  },
  {
    rule: 'the editor knows no token',
    path: 'src/editor/planted.ts',
    text: `import { readToken } from '../token/readToken.ts'\n`,
    broken: 'src/editor/planted.ts imports src/token/readToken.ts',
  },
  {
    rule: 'a folder without a rule is refused',
    path: 'src/features/planted.ts',
    text: '',
    broken: 'src/features/planted.ts: no rule says what features may import',
  },
  {
    rule: 'one file reads the clock',
    path: 'src/claims/planted.ts',
    text: 'export const now = Date.now()\n',
    broken: 'src/claims/planted.ts uses the clock',
  },
  {
    rule: 'a date without an argument is the clock',
    path: 'src/screens/planted.tsx',
    text: 'export const today = new Date()\n',
    broken: 'src/screens/planted.tsx uses the clock',
  },
  {
    rule: 'timers have owners',
    path: 'src/screens/planted.tsx',
    text: 'setTimeout(() => undefined, 1)\n',
    broken: 'src/screens/planted.tsx uses timers',
  },
  {
    rule: 'one file writes to the device',
    path: 'src/state/planted.ts',
    text: `localStorage.setItem('token', '')\n`,
    broken: 'src/state/planted.ts uses storage',
  },
  {
    rule: 'one file reads the address bar',
    path: 'src/state/planted.ts',
    text: 'export const hash = location.hash\n',
    broken: 'src/state/planted.ts uses the address bar',
  },
  {
    rule: 'nothing reaches the network',
    path: 'src/verification/planted.ts',
    text: `void fetch('https://issuer.example/jwks')\n`,
    broken: 'src/verification/planted.ts uses the network',
  },
  {
    rule: 'text never becomes markup',
    path: 'src/ui/planted.tsx',
    text: `document.body.innerHTML = ''\n`,
    broken: 'src/ui/planted.tsx uses markup from text',
  },
  {
    rule: 'text never becomes code',
    path: 'src/ui/planted.ts',
    text: `eval('1')\n`,
    broken: 'src/ui/planted.ts uses code from text',
  },
  {
    rule: 'one file asks WebCrypto itself',
    path: 'src/verification/planted.ts',
    text: 'export const { subtle } = { subtle: crypto.subtle }\n',
    broken: 'src/verification/planted.ts uses WebCrypto',
  },
  {
    rule: 'nothing is written to the console',
    path: 'src/token/planted.ts',
    text: `console.log('eyJ')\n`,
    broken: 'src/token/planted.ts uses the console',
  },
  {
    rule: 'a file stays short',
    path: 'src/token/planted.ts',
    text: 'export {}\n'.repeat(250),
    broken: 'src/token/planted.ts has 251 lines',
  },
  {
    rule: 'no default exports',
    path: 'src/token/planted.ts',
    text: 'export default 1\n',
    broken: 'src/token/planted.ts has a default export',
  },
  {
    rule: 'no barrels',
    path: 'src/token/planted.ts',
    text: `export * from './readToken.ts'\n`,
    broken: 'src/token/planted.ts is a barrel',
  },
  {
    rule: 'no drawers for everything',
    path: 'src/token/utils.ts',
    text: '',
    broken: 'src/token/utils.ts is named after nothing',
  },
]

describe('the tree of sources', () => {
  it('keeps every rule', () => {
    const tree = readTree(['src', 'public'])
    expect(tree.size).toBeGreaterThan(50)
    expect(checkArchitecture(tree)).toEqual([])
  })
})

describe('each rule finds its violation', () => {
  it.each(planted)('$rule', ({ path, text, broken }) => {
    expect(checkArchitecture(new Map([[path, OPENING + text]]))).toEqual([broken])
  })

  it('a file that does not open with its question', () => {
    expect(checkArchitecture(new Map([['src/token/planted.ts', 'export const a = 1\n']]))).toEqual([
      'src/token/planted.ts does not open with its question',
    ])
  })

  it('files that import each other', () => {
    const ring = new Map([
      ['src/token/a.ts', `${OPENING}import { b } from './b.ts'\nexport const a = b\n`],
      ['src/token/b.ts', `${OPENING}import { c } from './c.ts'\nexport const b = c\n`],
      ['src/token/c.ts', `${OPENING}import { a } from './a.ts'\nexport const c = a\n`],
    ])
    expect(checkArchitecture(ring)).toEqual([
      'src/token/a.ts and src/token/b.ts and src/token/c.ts import each other',
    ])
  })

  it('what a comment says is no violation', () => {
    const text = `${OPENING}// Date.now() would be wrong here\n/* fetch('x') */\nexport const a = 1\n`
    expect(checkArchitecture(new Map([['src/token/planted.ts', text]]))).toEqual([])
  })
})
