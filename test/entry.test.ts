import { gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { POLICY } from '../src/policy.ts'

/** Decisions.md I: what has to arrive before the first answer. */
const MOST_BYTES = 95_000

type File = Rollup.OutputAsset | Rollup.OutputChunk

let files: Map<string, File>
let html: string

const chunkNamed = (name: string): Rollup.OutputChunk => {
  const file = files.get(name)
  if (file?.type !== 'chunk') throw new Error(`${name} is no script`)
  return file
}

const entryOf = (): Rollup.OutputChunk => {
  const entries = [...files.values()].filter((file) => file.type === 'chunk' && file.isEntry)
  expect(entries).toHaveLength(1)
  return chunkNamed(entries[0]?.fileName ?? '')
}

/** The entry and all that it imports before it can run. */
function staticGraph(): Rollup.OutputChunk[] {
  const graph = new Set([entryOf()])
  for (const { imports } of graph) for (const name of imports) graph.add(chunkNamed(name))
  return [...graph]
}

const modulesOf = (chunks: readonly Rollup.OutputChunk[]): string[] =>
  chunks.flatMap(({ modules }) => Object.keys(modules))

beforeAll(async () => {
  // the page as it is published; the test runner's own mode would bring in React's development build
  vi.stubEnv('NODE_ENV', 'production')
  const built = await build({ logLevel: 'silent', mode: 'production', build: { write: false } })
  const outputs = [built].flat()
  files = new Map()
  for (const result of outputs)
    if ('output' in result) for (const file of result.output) files.set(file.fileName, file)
  const page = files.get('index.html')
  html = page?.type === 'asset' ? String(page.source) : ''
}, 120_000)

afterAll(() => {
  vi.unstubAllEnvs()
})

describe('the script that has to arrive first', () => {
  test('is React as published', () => {
    const code = staticGraph().map(({ code: text }) => text)
    expect(modulesOf(staticGraph()).some((id) => id.includes('/react-dom/'))).toBe(true)
    expect(code.join('')).not.toContain('react-stack-bottom-frame')
  })

  test.each(['jose', 'monaco-editor', '@noble/curves', '@peculiar/x509'])(
    'holds nothing of %s',
    (name) => {
      expect(
        modulesOf(staticGraph()).filter((id) => id.includes(`/node_modules/${name}/`)),
      ).toEqual([])
    },
  )

  test('does not draw on the server', () => {
    expect(
      modulesOf(staticGraph()).filter((id) => /react-dom[^?]*(?:server|static)/.test(id)),
    ).toEqual([])
  })

  test('leaves what reads commands, tells verdicts and makes keys for later', () => {
    const late = [
      'src/intake/readIntake.ts',
      'src/judgement/assess.ts',
      'src/verification/verifyAsymmetric.ts',
      'src/samples/makeSample.ts',
      'src/token/tellFault.ts',
    ]
    const first = modulesOf(staticGraph())
    for (const path of late) expect(first.filter((id) => id.endsWith(path))).toEqual([])
    const all = modulesOf([...files.values()].filter((file) => file.type === 'chunk'))
    for (const path of late) expect(all.filter((id) => id.endsWith(path))).toHaveLength(1)
  })

  test('with all it imports is at most 95,000 bytes, compressed', () => {
    const sizes = staticGraph().map(({ code }) => gzipSync(code, { level: 9 }).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES)
  })
})

/** The scripts that hold any of Monaco. */
const bring = (): Rollup.OutputChunk[] =>
  [...files.values()].filter(
    (file): file is Rollup.OutputChunk =>
      file.type === 'chunk' &&
      Object.keys(file.modules).some((id) => id.includes('/node_modules/monaco-editor/')),
  )

describe('the rich editors', () => {
  test('come in one script with their styles, and with the file of their signs', () => {
    expect(bring()).toHaveLength(1)
    expect(bring()[0]?.code).toContain('.monaco-editor .find-widget')
    expect(html).not.toContain('.find-widget')
    expect([...files.keys()].filter((name) => /monaco|codicon|worker/i.test(name))).toEqual([
      expect.stringMatching(/codicon.*\.ttf$/),
    ])
  })

  test('bring no language service and nothing that starts a worker from an address', () => {
    const ids = modulesOf(bring())
    expect(
      ids.filter((id) =>
        /monaco-editor\/esm\/vs\/(?:languages\/features|basic-languages)/.test(id),
      ),
    ).toEqual([])
    expect(
      ids.filter((id) => /worker\.(?:start\.)?js$|internal\/common\/workers/.test(id)),
    ).toEqual([])
  })
})

describe('the page that is published', () => {
  test('says its language and direction, and tells its theme from the first script on', () => {
    expect(html).toMatch(/<html lang="en" dir="ltr"/)
  })

  test('carries the policy before anything that it rules', () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`
    const at = html.indexOf(policy)
    expect(at).toBeGreaterThan(0)
    for (const tag of ['<script', '<link', '<style', '<img'])
      expect(html.includes(tag) && html.indexOf(tag) < at).toBe(false)
    expect(html.split('Content-Security-Policy')).toHaveLength(2)
  })

  test('has a policy that lets nothing out', () => {
    for (const rule of ["default-src 'none'", "connect-src 'none'", "form-action 'none'"])
      expect(POLICY.split('; ')).toContain(rule)
    expect(POLICY).not.toMatch(/https?:|\*|unsafe-eval/)
    expect(/script-src ([^;]*)/.exec(POLICY)?.[1]).toBe("'self'")
  })

  test('has no script of its own but boot.js and the entry, both in files', () => {
    const scripts = html.match(/<script\b[^>]*>[^<]*/g) ?? []
    expect(scripts.every((tag) => /\ssrc="[^"]+"[^>]*>\s*$/.test(tag))).toBe(true)
    const sources = scripts.map((tag) => /\ssrc="\.?\/?([^"]+)"/.exec(tag)?.[1])
    expect(sources).toHaveLength(2)
    expect(new Set(sources)).toEqual(new Set([entryOf().fileName, 'boot.js']))
    expect(html).not.toMatch(/\son\w+="/)
    expect(html).not.toContain('javascript:')
  })

  test('lets boot.js choose the theme before the entry runs', () => {
    expect(html).toMatch(/<script src="\.\/boot\.js"><\/script>/)
    expect(html).toMatch(/<script type="module"[^>]*src="\.\/assets\//)
  })

  test('asks for nothing from anywhere else', () => {
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(addresses.filter((address) => /^(?:https?:)?\/\//.test(address))).toEqual([])
    expect(html).not.toMatch(/url\(\s*['"]?(?:https?:)?\/\//)
  })

  test('lists its own files, each of them there', () => {
    const listed = /<meta name="own-files" content="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? []
    expect(listed).toEqual(expect.arrayContaining(['index.html', 'boot.js', entryOf().fileName]))
    const built = [...files.keys()].filter((name) => !name.endsWith('manifest.json'))
    expect(new Set(listed)).toEqual(new Set([...built, 'index.html', 'boot.js']))
    expect(listed.filter((name) => name.endsWith('.css'))).toEqual([])
  })

  test.each([
    'aria-label="Encoded token"',
    'aria-label="Header JSON"',
    'aria-label="Payload JSON"',
    'aria-label="Key"',
    'aria-label="Checks"',
    'aria-label="Verdict"',
    'aria-label="Intake"',
    'Paste a token to begin.',
    '<h1',
  ])('shows its first screen without a script: %s', (piece) => {
    expect(html.split(piece)).toHaveLength(2)
  })

  test('has the styles that its first screen is drawn with', () => {
    const drawn = new Set(
      [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap((match) => (match[1] ?? '').split(' ')),
    )
    const style = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map((match) => match[1]).join('')
    const own = [...drawn].filter((name) => /^[A-Z_]\w*-/.test(name))
    expect(own.length).toBeGreaterThan(20)
    expect(own.filter((name) => !style.includes(`.${name}`))).toEqual([])
  })

  test('leaves the styles of the other views to their own scripts', () => {
    const others = [...html.matchAll(/\.([A-Z]\w+Screen)-module/g)].map((match) => match[1])
    expect(new Set(others)).toEqual(new Set(['DebugScreen']))
  })
})
