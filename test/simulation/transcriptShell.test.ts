/** Do shell and Python read the transcripts as the request that they are? The tools themselves say so where they are here. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { presets } from '../../src/simulation/presets.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { type Dialect, requestText } from '../../src/simulation/transcript.ts'
import type { Exchange } from '../../src/simulation/wire.ts'

/** The quotes of three languages, and what a shell would run. */
const HOSTILE = `it's "quoted" \\ $HOME \`id\` $(id) ; & | é 日本 {x} %s !`

const scenario = {
  ...presets[0]?.scenario,
  extras: { AUTH_HEADER_TYPES: [HOSTILE], ISSUER: HOSTILE },
}

/** One of each kind of request, of every preset and of one with a hostile header. */
function requests(): Exchange[] {
  const [first] = presets
  const runs = presets.map((preset) => preset.scenario)
  if (first) runs.push({ ...first.scenario, ...scenario })
  const found: Exchange[] = []
  for (const one of runs) {
    const seen = new Set<string>()
    for (const { exchange, act } of simulate({ ...one, horizon: 1_200_000 }).entries) {
      if (exchange !== null && !seen.has(act)) found.push(exchange)
      seen.add(act)
    }
  }
  return found
}

const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0
const texts = (dialect: Dialect): string[] =>
  requests().map((exchange) => requestText(exchange, dialect))

/** The words that POSIX shell quoting makes of a command without expansions; XCU 2.2. Throws where a quote stays open. */
function wordsOf(command: string): string[] {
  const words: string[] = []
  let rest = command
  let word: string | null = null
  while (rest !== '') {
    const [piece = '', quoted, escaped, plain] =
      /^(?:'([^']*)'|\\([^])|([\w@:/.=,+-]+))/.exec(rest) ?? []
    if (piece !== '') {
      if (escaped !== '\n') word = (word ?? '') + (quoted ?? escaped ?? plain ?? '')
      rest = rest.slice(piece.length)
    } else if (/^[ \n]/.test(rest)) {
      if (word !== null) words.push(word)
      word = null
      rest = rest.slice(1)
    } else throw new Error(`not quoted: ${rest.slice(0, 20)}`)
  }
  return word === null ? words : [...words, word]
}

const headersOf = (exchange: Exchange): string[] =>
  requestText(exchange, 'HTTP').split('\n\n')[0]?.split('\n').slice(2) ?? []

describe('for a shell', () => {
  it('curl gets each header and the body as one word, byte for byte', () => {
    for (const exchange of requests()) {
      const words = wordsOf(requestText(exchange, 'curl'))
      const after = (flag: string): string[] =>
        words.filter((_word, index) => words[index - 1] === flag)
      expect(after('-H')).toEqual(headersOf(exchange))
      const body = requestText(exchange, 'HTTP').split('\n\n').slice(1).join('\n\n')
      expect(after('--data-raw')).toEqual(body === '' ? [] : [body])
    }
  })

  it('HTTPie gets each field of the body as one word', () => {
    for (const exchange of requests()) {
      const words = wordsOf(requestText(exchange, 'HTTPie'))
      const body = requestText(exchange, 'HTTP').split('\n\n').slice(1).join('\n\n')
      const isForm = words.includes('--form')
      const fields: [string, string][] = isForm
        ? [...new URLSearchParams(body)]
        : Object.entries(JSON.parse(body || '{}'))
      const sent = fields.map(([name, value]) => `${name}=${value}`)
      expect(sent.length === 0 ? [] : words.slice(-sent.length)).toEqual(sent)
      expect(words.slice(0, isForm ? 2 : 1)).toEqual(isForm ? ['http', '--form'] : ['http'])
    }
  })

  it.runIf(has('bash'))('bash makes the same words of them', () => {
    for (const dialect of ['curl', 'HTTPie'] as const)
      for (const text of new Set(texts(dialect))) {
        const [tool = ''] = wordsOf(text)
        const script = `${tool}() { printf '%s\\0' "$@"; }\n${text}`
        const { stdout, status } = spawnSync('bash', ['-u', '-c', script], { encoding: 'utf8' })
        expect(status).toBe(0)
        expect(stdout.split('\0').slice(0, -1)).toEqual(wordsOf(text).slice(1))
      }
  })
})

describe('for Python', () => {
  it.runIf(has('python3'))('each text is a program that makes the same request', () => {
    const all = requests()
    const programs = all.map((exchange) => requestText(exchange, 'Python'))
    const reader = `
import ast, json, sys
out = []
for text in json.load(sys.stdin):
    call = ast.parse(text).body[1].value
    out.append({"method": call.func.attr, "url": ast.literal_eval(call.args[0]),
                **{k.arg: ast.literal_eval(k.value) for k in call.keywords}})
json.dump(out, sys.stdout)`
    const { stdout, stderr } = spawnSync('python3', ['-c', reader], {
      input: JSON.stringify(programs),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    const read: { method: string; url: string; headers: Record<string, string> }[] =
      JSON.parse(stdout)
    for (const [index, exchange] of all.entries()) {
      expect(read[index]?.method).toBe(exchange.request.method.toLowerCase())
      expect(read[index]?.url).toBe(`https://api.example${exchange.request.path}`)
      const sent = headersOf(exchange).filter((line) => !line.startsWith('Content-Type'))
      expect(
        Object.entries(read[index]?.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
      ).toEqual(sent)
    }
  })
})
