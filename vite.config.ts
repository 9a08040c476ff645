/** How is the page built and served, with its first screen in the HTML itself? */
import react from '@vitejs/plugin-react'
import {
  createServer,
  defineConfig,
  type Plugin,
  type ResolvedConfig,
  type Rollup,
  type ViteDevServer,
} from 'vite'
import { POLICY } from './src/policy.ts'

/** Names that are the same in both passes, so that the drawn HTML finds its styles. */
const STYLES = { modules: { generateScopedName: '[name]-[local]' } }

export default defineConfig({
  base: './',
  plugins: [
    react(),
    firstScreen(),
    plainLateImports(),
    hashesOfCurves(),
    piecesOfMonaco(),
    wholeEntry(),
  ],
  css: STYLES,
  build: {
    modulePreload: false,
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    manifest: true,
    assetsInlineLimit: 0,
  },
  preview: {
    port: 4173,
    strictPort: true,
    headers: {
      'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  },
})

const PLACE = '<!--first-screen-->'

/**
 * Draws the page's first, empty state into index.html, so that it can be seen and typed into before any
 * script has run. The built page gets the policy, the styles of that screen inline (one request fewer before the
 * first paint; all others come with the scripts that need them) and the list of its own files, by which the request
 * counter tells them from all others.
 */
function firstScreen(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'first-screen',
    configResolved(resolved) {
      config = resolved
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server, bundle }) {
        const screen = await draw(server)
        const drawn = html.replace(PLACE, () => screen)
        if (!bundle) return drawn
        const style = `<style>${takeStyles(bundle, firstChunks(bundle))}</style>`
        const styled = drawn
          .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
          .replace('</head>', () => `${style}</head>`)
        for (const chunk of chunksOf(bundle)) {
          const late = takeStyles(bundle, [chunk])
          if (late !== '') chunk.code = `${addStyle(JSON.stringify(late))}${chunk.code}`
        }
        const files = [...Object.keys(bundle), 'index.html', 'boot.js']
        const tags = [
          `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
          `<meta name="own-files" content="${files.filter((name) => !name.endsWith('manifest.json')).join(' ')}">`,
        ]
        return styled.replace('<meta charset="utf-8" />', (charset) =>
          [charset, ...tags].join('\n    '),
        )
      },
    },
  }

  async function draw(server: ViteDevServer | undefined): Promise<string> {
    const runner =
      server ??
      (await createServer({
        configFile: false,
        root: config.root,
        css: STYLES,
        server: { middlewareMode: true, ws: false },
        appType: 'custom',
        logLevel: 'error',
        optimizeDeps: { noDiscovery: true },
      }))
    try {
      const { drawFirstScreen } = await runner.ssrLoadModule('/src/firstScreen.tsx')
      return String(await drawFirstScreen())
    } finally {
      if (!server) await runner.close()
    }
  }
}

/** All that the drawn first screen shows: the entry, the late parts, and what either imports before it can run. */
function firstChunks(bundle: Rollup.OutputBundle): Rollup.OutputChunk[] {
  const all = chunksOf(bundle)
  const first = new Set(
    all.filter(
      ({ isEntry, moduleIds }) =>
        isEntry || moduleIds.some((id) => id.endsWith('/src/screens/lateParts.ts')),
    ),
  )
  for (const { imports } of first)
    for (const chunk of all) if (imports.includes(chunk.fileName)) first.add(chunk)
  return [...first]
}

const chunksOf = (bundle: Rollup.OutputBundle): Rollup.OutputChunk[] =>
  Object.values(bundle).filter((file) => file.type === 'chunk')

/** The styles of these chunks, which are no files of their own any more. */
function takeStyles(bundle: Rollup.OutputBundle, chunks: readonly Rollup.OutputChunk[]): string {
  const names = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
  // else the bundler would have these files fetched before the chunk
  for (const { viteMetadata } of chunks) viteMetadata?.importedCss.clear()
  return [...new Set(names)]
    .map((name) => {
      const file = bundle[name]
      delete bundle[name]
      return file?.type === 'asset' ? String(file.source) : ''
    })
    .join('')
}

/** A statement that puts a style sheet, given as an expression, on the page. */
const addStyle = (text: string): string =>
  `document.head.append(Object.assign(document.createElement('style'), { textContent: ${text} }));\n`

/** With styles in the page or in the script itself, a late import has nothing to preload; Vite's helper is dead weight. */
function plainLateImports(): Plugin {
  return {
    name: 'plain-late-imports',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      return id === '\0vite/preload-helper.js'
        ? 'export const __vitePreload = (load) => load()'
        : null
    },
  }
}

/**
 * The curves arrive late and use more of the hash library than the entry does. With a copy of their own, the
 * entry keeps only what it uses itself.
 */
function hashesOfCurves(): Plugin {
  const OWN = '?of-curves'
  return {
    name: 'hashes-of-curves',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const isOurs = importer?.includes('/@noble/curves/') || importer?.endsWith(OWN)
      if (!isOurs || !importer) return null
      const resolved = await this.resolve(source, importer.replace(OWN, ''), { skipSelf: true })
      return resolved?.id.includes('/@noble/hashes/') ? `${resolved.id}${OWN}` : resolved
    },
  }
}

/**
 * The styles of Monaco come with its script: in the one sheet of the page they would stand before the first paint.
 * Its worker is left out, since the page starts none.
 */
function piecesOfMonaco(): Plugin {
  const OWN = '?of-monaco'
  return {
    name: 'pieces-of-monaco',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer?.includes('/monaco-editor/')) return null
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      // the bundler would take anything that ends so for a style sheet
      return resolved && `\0${resolved.id.replace(/\.css$/, '.sheet')}${OWN}`
    },
    load(id) {
      if (!id.endsWith(OWN)) return null
      const file = id.slice(1, -OWN.length).replace(/\.sheet$/, '.css?inline')
      return `import text from ${JSON.stringify(file)}\n${addStyle('text')}`
    },
    generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle))
        if (name.includes('editorWebWorkerMain')) delete bundle[name]
    },
  }
}

/**
 * All that the first script imports before it can run stands in that one script. Left alone, the bundler parts off
 * what late code imports as well, and the page would wait for another round trip.
 */
function wholeEntry(): Plugin {
  const entry = new Set<string>()
  return {
    name: 'whole-entry',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: 'index', test: (id: string) => entry.has(id) }],
            },
          },
        },
      },
    }),
    buildEnd() {
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) entry.add(id)
      for (const id of entry)
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) entry.add(imported)
    },
  }
}
