/** Does every number that a lesson says come from where it is measured, set or computed? */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { signatureAlgorithms } from '../../src/algorithms/signatureAlgorithms.ts'
import { registeredClaimNames } from '../../src/claims/claimNames.ts'
import { LENS } from '../../src/lessons/boards/lensBoard.ts'
import { fillEnvelopes } from '../../src/lessons/boards/envelopeBoard.ts'
import { DECISIONS } from '../../src/lessons/boards/planDecisions.ts'
import { firstTooMany, viewHeader } from '../../src/lessons/boards/permissionsBoard.ts'
import { CATALOGUE, entryNamed } from '../../src/lessons/catalogue.ts'
import limits from '../../src/lessons/data/header-limits.json'
import facts from '../../src/lessons/data/server-facts.json'
import type { Step } from '../../src/lessons/lesson.ts'
import { scenarioWith } from '../../src/simulation/preset.ts'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { readToken } from '../../src/token/readToken.ts'
import { grouped } from '../../src/token/grouped.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import { type StatedNumber, statedNumbers } from './statedNumbers.ts'
import listed from './statedNumbers.json'
import { NOTES_ACCESS } from '../intake/tokens.ts'
import { tokenOf } from './tokenOf.ts'

const token = tokenOf({ token_type: 'access', exp: 1_900_000_000, user_id: '1' })
const MINUTE = 60_000

const stepAt = (slug: string, number: number): Step => {
  const step = entryNamed(slug)?.lesson.steps[number - 1]
  if (!step) throw new Error(`no step ${slug}/${number}`)
  return step
}

const line = (stack: 'nginx+gunicorn' | 'runserver', count: number) =>
  viewHeader({ stack, count }, token)

const lengthOf = (name: string): number | undefined =>
  signatureAlgorithms.find((one) => one.name === name)?.signatureBytes[0]

/** Of all exchanges with a real server. */
const recorded = [
  ...readFileSync('test/simplejwt/transcripts.json', 'utf8').matchAll(/"status": ?(\d{3})/g),
].map(([, status]) => Number(status))

const saysAll = (sentences: readonly string[], numbers: readonly (number | string)[]): void => {
  const said = sentences.join(' ')
  for (const number of numbers) expect(said).toContain(String(number))
}

/** What stands behind each list of sentences; where nothing does, the key itself says why not. */
const SOURCES: Record<keyof typeof listed, (sentences: readonly string[]) => void> = {
  base64: () => {
    expect(encodeBase64url(new Uint8Array(3))).toHaveLength(4)
    expect([3 * 8, 4 * 6]).toEqual([24, 24])
    expect(LENS).toBe(12)
    expect(writeUtf8('’')).toHaveLength(3)
  },
  'claims of RFC 7519': () => expect(registeredClaimNames.size).toBe(7),
  'counted beside it': () => {
    // those that a change elsewhere could make wrong
    expect(DECISIONS.map((group) => group.length)).toEqual([3, 3, 3, 3])
  },
  'defaults of SimpleJWT': () => {
    const { accessLifetime, refreshLifetime } = scenarioWith({})
    expect([accessLifetime, refreshLifetime]).toEqual([5 * MINUTE, 24 * 60 * MINUTE])
  },
  'first second of 2100': () => {
    const [, seconds = ''] =
      /exp\\*": (\d{10})/.exec(stepAt('claims', 4).tell(token).join(' ')) ?? []
    expect(new Date(1000 * Number(seconds)).toISOString()).toBe('2100-01-01T00:00:00.000Z')
  },
  // every step is solved, and its start is not, in catalogue.test.ts
  'goal of the step': (sentences) => {
    saysAll(sentences, ['10 minutes', '15 minutes', 'quarter of an hour'])
  },
  'header limits': (sentences) => {
    const nginx = limits.limits.find(({ id }) => id === 'nginx+gunicorn-unlimited')
    const { limit } = line('nginx+gunicorn', 1)
    saysAll(sentences, [grouped(limit), grouped(nginx?.largestLine ?? 0)])
    expect(Math.round(limit / 1000)).toBe(8)
    const each = (line('runserver', 200).lineLength - line('runserver', 100).lineLength) / 100
    expect(Math.round(each)).toBe(27)
    const tenfold = 10 * ((firstTooMany('nginx+gunicorn', token) ?? 0) - 1)
    expect(line('runserver', tenfold).lineLength).toBeGreaterThan(line('runserver', 1).limit)
  },
  'lengths of signatures': () => {
    expect(writeUtf8('{"alg":"HS256","typ":"JWT"}')).toHaveLength(27)
    expect([lengthOf('HS256'), lengthOf('ES256'), lengthOf('EdDSA')]).toEqual([32, 64, 64])
    const rsa = signatureAlgorithms.find(({ name }) => name === 'RS256')
    expect(rsa?.minimumBits).toBe(2048)
    expect(2048 / 8).toBe(256)
  },
  // which notes say it stands in notesCorners.test.ts
  notes: () => {
    const exp = Number(/"exp":(\d+)/.exec(readToken(NOTES_ACCESS).payload?.decoded.text ?? '')?.[1])
    expect(new Date(1000 * exp).getUTCFullYear()).toBe(2018)
  },
  'of no amount': () => undefined,
  plan: (sentences) => {
    // what each choice sets is judged in planBoard.test.ts
    expect(5 + 10).toBe(15)
    expect(15 / 5).toBe(3)
    saysAll(sentences, ['5 minutes up to exp, and 10 more', 'works for 15: three times'])
  },
  'recorded statuses': (sentences) => {
    const known = new Set([
      ...recorded,
      ...limits.limits.map(({ refused }) => refused.status),
      facts.gunicornStopped.status,
      facts.gunicornFrozen.status,
      Number(/ (\d{3}) /.exec(facts.static.gunicorn)?.[1]),
      // RFC 6749 §4.1.2 answers with a redirect; an anonymous request without a way to ask gets 403
      302,
      403,
    ])
    for (const sentence of sentences)
      for (const [status] of sentence.replaceAll(/`[^`]*`/g, '').matchAll(/\b[2-5]\d\d\b/g))
        expect(known, sentence).toContain(Number(status))
  },
  'sessions of lessons 9 and 10': (sentences) => {
    expect(stepAt('leak', 5).start(token)).toMatchObject({
      scenario: { tabs: 2, theft: { what: 'both', at: 130_000, every: 5_000 } },
    })
    for (const [slug, number] of [
      ['lifetimes', 3],
      ['leak', 2],
    ] as const)
      expect(stepAt(slug, number).start(token)).toMatchObject({
        scenario: { theft: { at: 2 * MINUTE } },
      })
    saysAll(sentences, ['2:10', 'every 5 seconds', '60 seconds'])
  },
  'slow clients': () => {
    const { gunicorn, 'nginx+gunicorn': nginx } = facts.slowClient
    expect(Math.round(gunicorn.fast.seconds)).toBe(30)
    expect(Math.round(nginx.slow.closedAfterSeconds)).toBe(60)
    expect(Math.round(facts.gunicornFrozen.seconds)).toBe(60)
    expect(facts.gunicornStopped.seconds).toBe(0)
  },
  'weighed envelopes': (sentences) => {
    const { jwt, saml } = fillEnvelopes({ whose: 'notes', count: 3 }, token)
    saysAll(sentences, [`${jwt.encodedLength} for JWT, ${saml.encodedLength} for SAML`])
    expect(Math.round(saml.encodedLength / jwt.encodedLength)).toBe(10)
    expect(saml.encodedLength - jwt.encodedLength).toBeGreaterThan(30)
  },
  'wrong on purpose': (sentences) => {
    const beliefs = CATALOGUE.flatMap(({ lesson }) =>
      lesson.teacher.beliefs.map((one) => one.belief),
    )
    const choices = CATALOGUE.flatMap(({ lesson }) =>
      lesson.steps.flatMap((step) => step.prediction?.(token).choices ?? []),
    )
    const wrong = new Set([...beliefs, ...choices.flatMap((one) => (one.isRight ? [] : one.text))])
    for (const sentence of sentences) expect(wrong).toContain(sentence)
  },
}

const isLists = (value: string): value is keyof typeof listed => value in listed

describe('the numbers in the sentences of', () => {
  test.each(Object.keys(listed).filter(isLists))('the list “%s” are so', (name) => {
    SOURCES[name](listed[name])
  })
})

/** Files that hold sentences of lessons, their boards and their sheets. */
function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

const stated: StatedNumber[] = ['src/lessons', 'src/screens/learn'].flatMap((folder) =>
  sourcesIn(folder).flatMap((path) => statedNumbers(path, readFileSync(path, 'utf8'))),
)

it('says no number whose source is not listed', () => {
  const known = new Set<string>(Object.values(listed).flat())
  expect(stated.flatMap(({ text }) => (known.has(text) ? [] : text))).toEqual([])
})

it('lists each sentence once, and none that nobody says any more', () => {
  const said = new Set(stated.map(({ text }) => text))
  const all: string[] = Object.values(listed).flat()
  expect(all.filter((text) => !said.has(text))).toEqual([])
  expect(all.filter((text, place) => all.indexOf(text) !== place)).toEqual([])
})

it('finds digits and words in strings, templates, tags and labels, and leaves names alone', () => {
  const source = [
    'const a = "It takes 12 s."',
    'const b = `The ${x} of 1,024 bytes`',
    'const c = <p aria-label="All seven lamps">Half of it, by RFC 7519 section 4.1.</p>',
    "const d = 'HS256 over X.509, `exp` at 127.0.0.1:8000'",
  ].join('\n')
  expect(statedNumbers('some.tsx', source).map(({ number }) => number)).toEqual([
    '12',
    '1,024',
    'seven',
    'half',
  ])
})

describe('a word for a number counts what is there', () => {
  const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
  const steps = CATALOGUE.flatMap(({ lesson }) =>
    lesson.steps.map((step, index) => ({ name: `${lesson.slug}/${index + 1}`, step })),
  )

  it.each(steps.filter(({ step }) => step.board === 'sort' && step.about !== undefined))(
    '$name, over its cards',
    ({ step }) => {
      const state = step.start(token)
      const [word = '', digits] = /^(\d+)?\w*/.exec(step.about ?? '') ?? []
      const said = digits === undefined ? WORDS.indexOf(word.toLowerCase()) : Number(digits)
      expect('bins' in state ? [state.cards.length, state.bins.length] : []).toContain(said)
    },
  )

  it.each(steps.filter(({ step }) => step.board === 'flow'))(
    '$name, of its messages',
    ({ step }) => {
      const state = step.solution(token)
      const count = 'placed' in state && typeof state.placed === 'number' ? state.placed : 0
      expect(step.task).toContain(`the ${WORDS[count]} messages`)
    },
  )
})
