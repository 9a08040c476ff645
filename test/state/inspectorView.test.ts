import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { readIntake } from '../../src/intake/readIntake.ts'
import type { Mark } from '../../src/editor/field.ts'
import { editKey, inspectorStore, storeAssessment } from '../../src/state/inspectorStore.ts'
import { editToken, showExactText, storeFound } from '../../src/state/tokenActs.ts'
import {
  assessmentOf,
  claimsOf,
  foundOf,
  isSameSubject,
  isVerified,
  judgementOf,
  paneOf,
  readingOf,
  subjectOf,
  toldOf,
} from '../../src/state/inspectorView.ts'
import { paneMarksOf, tokenMarksOf } from '../../src/state/marks.ts'
import { lateCode } from '../../src/state/lateCode.ts'
import { assess } from '../../src/judgement/assess.ts'
import { encode, hmacToken, strongSecret } from '../verification/makeToken.ts'
import { box, paneText, paste, reset } from './inspector.ts'

const token = hmacToken('HS256', strongSecret, '{"sub":"42","a":[1,2]}')
const state = inspectorStore.getState

beforeEach(reset)

/** Assesses what stands there now and keeps it, as the verifier does. */
async function settle(): Promise<void> {
  const subject = subjectOf(state())
  storeAssessment(subject, await assess(subject))
}

describe('the token in the box', () => {
  test('is all of it while it holds what was pasted', () => {
    paste(token)
    expect(foundOf(state())).toMatchObject({ text: token, start: 0 })
  })

  test('is what was found in a text that was typed', () => {
    const typed = `Bearer ${token}`
    editToken(typed)
    storeFound(typed, readIntake(typed))
    expect(foundOf(state())).toMatchObject({ text: token, start: 7 })
    expect(toldOf(state()).sentence).not.toBe('')
  })

  test('is read as it stands until what is in it is known', () => {
    editToken(`${token}x`)
    expect(readingOf(state()).text).toBe(`${token}x`)
  })

  test('is none where nothing like a token was pasted', () => {
    paste('hello there')
    expect(foundOf(state())).toBeNull()
    expect(claimsOf(state())).toBeNull()
  })

  test('is read once while it stays the same', () => {
    paste(token)
    const first = readingOf(state())
    editKey({ text: 'secret' })
    expect(readingOf(state())).toBe(first)
  })
})

describe('a verdict', () => {
  test('counts only for the token, the key and the encoding it is about', async () => {
    paste(token)
    editKey({ text: strongSecret })
    await settle()
    expect(isVerified(state())).toBe(true)
    editToken(`${token}x`)
    expect(assessmentOf(state()).verdict.kind).toBe('checking')
    editToken(token)
    expect(isVerified(state())).toBe(true)
    editKey({ encoding: 'hex' })
    expect(assessmentOf(state()).verdict.kind).toBe('checking')
    editKey({ encoding: 'utf8', text: `${strongSecret} ` })
    expect(isVerified(state())).toBe(false)
  })

  test('stays while only the place of the same token changes', async () => {
    paste(token)
    editKey({ text: strongSecret })
    await settle()
    const typed = `Bearer ${token}`
    editToken(typed)
    storeFound(typed, readIntake(typed))
    expect(isVerified(state())).toBe(true)
  })

  test('while it is not there, the page says that it checks', () => {
    paste(token)
    const { rungs, headline } = judgementOf(state(), 0)
    expect(headline.answers[0]?.[0]?.text).toBe('Checking the signature…')
    expect(rungs.map(({ state: word }) => word)).toEqual([
      'pass',
      'not checked',
      'not checked',
      'warning',
      'not checked',
    ])
  })

  test('subjects differ by each of their three parts', () => {
    const subject = { token, keyText: 'a', encoding: 'utf8' } as const
    expect(isSameSubject(subject, { ...subject })).toBe(true)
    expect(isSameSubject(subject, { ...subject, token: '' })).toBe(false)
    expect(isSameSubject(subject, { ...subject, keyText: 'b' })).toBe(false)
    expect(isSameSubject(subject, { ...subject, encoding: 'hex' })).toBe(false)
  })
})

describe('a pane', () => {
  test('is laid out for reading where that can be undone', () => {
    paste(token)
    expect(paneText('payload')).toBe('{\n  "sub": "42",\n  "a": [\n    1,\n    2\n  ]\n}')
    expect(paneOf(state(), 'payload')?.isExact).toBe(false)
  })

  test('shows the text as decoded when asked, and for that pane alone', () => {
    paste(token)
    showExactText('payload', true)
    expect(paneText('payload')).toBe('{"sub":"42","a":[1,2]}')
    expect(paneOf(state(), 'header')?.isExact).toBe(false)
    showExactText('payload', false)
    expect(paneText('payload')).toContain('\n')
  })

  test('shows a text that its writer laid out as it is, unless asked otherwise', () => {
    paste(hmacToken('HS256', strongSecret, '{"sub":\r\n "42"}'))
    expect(paneText('payload')).toBe('{"sub":\n "42"}')
    expect(paneOf(state(), 'payload')?.isExact).toBe(true)
    showExactText('payload', false)
    expect(paneText('payload')).toBe('{\n  "sub": "42"\n}')
  })

  test('offers no choice where there is nothing to lay out', () => {
    paste(hmacToken('HS256', strongSecret, 'hello'))
    expect(paneOf(state(), 'payload')).toMatchObject({
      isExact: null,
      projection: { text: 'hello' },
    })
  })

  test('is none for bytes that are no text, for an encrypted payload and for an empty page', () => {
    expect(paneOf(state(), 'header')).toBeNull()
    paste(`${encode('{"alg":"HS256"}')}.${encode(new Uint8Array([0xc3, 0x28]))}.abcd`)
    expect(paneOf(state(), 'payload')).toBeNull()
    paste(`${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`)
    expect(paneOf(state(), 'payload')).toBeNull()
    expect(paneOf(state(), 'header')).not.toBeNull()
  })
})

/** The tone of each character, the last mark winning, `-` where there is none. */
function tonesOf(length: number, marks: readonly Mark[]): string[] {
  const tones: string[] = Array(length).fill('-')
  for (const { from, to, tone } of marks) tones.fill(tone, from, to)
  return tones
}

const tonesOfBox = (): string[] => tonesOf(box().length, tokenMarksOf(state(), 0, box().length))

/** Runs of one tone, with their text. */
const runsOfBox = (): [string, string][] => {
  const runs: [string, string][] = []
  for (const [index, tone] of tonesOfBox().entries()) {
    const last = runs.at(-1)
    if (last?.[0] === tone) last[1] += box().charAt(index)
    else runs.push([tone, box().charAt(index)])
  }
  return runs
}

describe('the colours of the token', () => {
  const [header = '', payload = '', signature = ''] = token.split('.')

  test('tell header, payload and signature apart, and the dots between them', () => {
    paste(token)
    expect(runsOfBox()).toEqual([
      ['header', header],
      ['dot', '.'],
      ['payload', payload],
      ['dot', '.'],
      ['signature', signature],
    ])
  })

  test('stand where the token stands in a longer text', () => {
    const typed = `Bearer ${token}\n`
    editToken(typed)
    storeFound(typed, readIntake(typed))
    expect(runsOfBox()).toEqual([
      ['-', 'Bearer '],
      ['header', header],
      ['dot', '.'],
      ['payload', payload],
      ['dot', '.'],
      ['signature', signature],
      ['-', '\n'],
    ])
  })

  test('show the character that cannot be in a token', () => {
    editToken(`${header}.${payload}%.${signature}`)
    expect(runsOfBox()).toContainEqual(['fault', '%'])
  })

  test('do not paint a whole part as a fault', () => {
    editToken(`${header}.${payload}.${signature}AA`)
    expect(tonesOfBox()).not.toContain('fault')
  })

  test('call what is encrypted by no name', () => {
    paste(`${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.BBBB.CCCC`)
    expect(new Set(tonesOfBox())).toEqual(new Set(['header', 'dot', 'rest']))
    expect(
      runsOfBox()
        .map(([, text]) => text)
        .join(''),
    ).toBe(box())
  })

  test('an empty last part still has its dot', () => {
    editToken(`${header}.${payload}.`)
    expect(runsOfBox().at(-1)).toEqual(['dot', '.'])
  })

  test('of a window are those of the whole within it', () => {
    paste(token)
    const whole = tonesOfBox()
    fc.assert(
      fc.property(fc.nat(token.length), fc.nat(token.length), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const cut = tonesOf(token.length, tokenMarksOf(state(), from, to))
        expect(cut.slice(from, to)).toEqual(whole.slice(from, to))
      }),
    )
  })

  test('are none on an empty page and on a text without a token', () => {
    expect(tokenMarksOf(state(), 0, 100)).toEqual([])
    paste('hello there')
    expect(tokenMarksOf(state(), 0, 100)).toEqual([])
  })
})

const faultsOf = (): string[] => {
  const text = paneText('payload')
  return paneMarksOf(state(), 'payload', 0, text.length).flatMap(({ from, to, tone }) =>
    tone === 'fault' ? [text.slice(from, to)] : [],
  )
}

describe('the colours of a pane', () => {
  test('show a name that stands twice', () => {
    paste(hmacToken('HS256', strongSecret, '{"a":1,"b":{"a":3},"a":2}'))
    expect(faultsOf()).toEqual(['"a"'])
  })

  test('show where text stops being JSON, but not in a token inside the token', () => {
    paste(hmacToken('HS256', strongSecret, '{"a":oops}'))
    expect(faultsOf()).toEqual(['o'])
    paste(hmacToken('HS256', strongSecret, token, { cty: 'JWT' }))
    expect(faultsOf()).toEqual([])
  })

  test('show a name that stands twice, however it is spelled', () => {
    paste(hmacToken('HS256', strongSecret, '{"a":1,"\\u0061":2}'))
    expect(faultsOf()).toEqual(['"\\u0061"'])
  })

  test('show where the text stops being JSON', () => {
    paste(hmacToken('HS256', strongSecret, '{"a":1 "b":2}'))
    expect(faultsOf()).toEqual(['"'])
  })

  test('show no fault in a good text', () => {
    paste(token)
    expect(faultsOf()).toEqual([])
  })
})

const jws = (header: string, claims: string): string =>
  `${encode(header)}.${encode(claims)}.${encode('signature')}`

const arrive = (): void => inspectorStore.setState({ late: lateCode })

describe('until the late code has arrived', () => {
  const NOW = 1_767_225_600
  const told = () => {
    const { headline, rungs } = judgementOf(state(), NOW)
    const time = rungs.find(({ name }) => name === 'Time')
    const words = headline.answers.flat().map(({ text }) => text)
    return { what: headline.what, words: words.join(' '), time: `${time?.state}: ${time?.reason}` }
  }

  beforeEach(() => inspectorStore.setState({ late: null }))

  test('a rare kind is told as a token, then by its name', () => {
    editToken(jws('{"alg":"RS256","typ":"at+jwt"}', `{"sub":"42","exp":${NOW + 60}}`))
    expect(told().what).toBe('Token for 42, RS256.')
    expect(told().time).toBe('pass: It says: until 2026-01-01 00:01:00 UTC')
    arrive()
    expect(told().what).toBe('Access token for 42, RS256.')
  })

  test('a date that cannot be meant is not judged, then told with its reason', () => {
    editToken(jws('{"alg":"RS256"}', '{"sub":"42","exp":1545224259000}'))
    expect(told().time).toBe('not checked: checking…')
    expect(told().words).not.toContain('exp')
    arrive()
    expect(told().time).toBe('warning: It says: exp looks like milliseconds')
    expect(told().words).toContain('Divide by 1000')
  })

  test('an encrypted token is told by its length, then by its form', () => {
    const encrypted = `${encode('{"alg":"dir","enc":"A256GCM"}')}..YQ.YQ.YQ`
    editToken(encrypted)
    expect(told().what).toBe(`Text of ${encrypted.length} characters.`)
    arrive()
    expect(told().what).toBe('Encrypted token (JWE), dir.')
  })
})
