import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editKey, inspectorStore } from '../../src/state/inspectorStore.ts'
import { setLeeway } from '../../src/state/judgeBy.ts'
import { editToken } from '../../src/state/tokenActs.ts'
import { assessmentOf } from '../../src/state/inspectorView.ts'
import { startVerifier } from '../../src/state/verifier.ts'
import type { Assessment } from '../../src/judgement/assessment.ts'
import type { Subject } from '../../src/verification/verdict.ts'
import { paste, reset } from './inspector.ts'

/** An assessment that can be told from any other by its words. */
const saying = (lead: string): Assessment => ({
  verdict: { kind: 'no-key', alg: 'HS256', isEmptySecretFit: false },
  told: { state: 'not checked', lead, rest: '' },
  signature: { state: 'not checked', reason: lead },
  key: { state: 'not checked', reason: lead },
})

interface Asked {
  subject: Subject
  answer: (lead: string) => void
}

let asked: Asked[] = []
let stop: () => void = () => undefined

/** Answers only when the test says so. */
function assessLater(subject: Subject): Promise<Assessment> {
  return new Promise((resolve) => {
    asked.push({ subject, answer: (lead) => resolve(saying(lead)) })
  })
}

const said = (): string => assessmentOf(inspectorStore.getState()).told.lead
const askedFor = (): string[] => asked.map(({ subject }) => subject.token)
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

async function answer(index: number, lead: string): Promise<void> {
  asked[index]?.answer(lead)
  await settled()
}

beforeEach(() => {
  reset()
  asked = []
})
afterEach(() => stop())

describe('a check that takes time', () => {
  test('is begun at once and told when it is done', async () => {
    editToken('a.b.c')
    stop = startVerifier(assessLater)
    expect(asked).toHaveLength(1)
    expect(said()).toBe('Checking the signature…')
    await answer(0, 'first')
    expect(said()).toBe('first')
  })

  test('that is late for an older token is never stored', async () => {
    stop = startVerifier(assessLater)
    editToken('a.b.c')
    editToken('d.e.f')
    expect(askedFor()).toEqual(['', 'a.b.c', 'd.e.f'])
    await answer(1, 'about the older one')
    expect(inspectorStore.getState().verification).toBeNull()
    expect(said()).toBe('Checking the signature…')
    await answer(2, 'about the newer one')
    expect(said()).toBe('about the newer one')
  })

  test('is not overwritten by an older one that comes after it', async () => {
    stop = startVerifier(assessLater)
    editToken('a.b.c')
    editToken('d.e.f')
    await answer(2, 'new')
    await answer(1, 'old')
    await answer(0, 'oldest')
    expect(said()).toBe('new')
    expect(inspectorStore.getState().verification?.subject.token).toBe('d.e.f')
  })

  test('for an older key or encoding is never stored', async () => {
    editToken('a.b.c')
    stop = startVerifier(assessLater)
    editKey({ text: 'secret' })
    editKey({ encoding: 'base64' })
    await answer(0, 'no key')
    await answer(1, 'as text')
    expect(said()).toBe('Checking the signature…')
    await answer(2, 'as base64')
    expect(said()).toBe('as base64')
  })

  test('is not asked for twice while what it is about stays the same', async () => {
    editToken('a.b.c')
    stop = startVerifier(assessLater)
    setLeeway(10)
    setLeeway(20)
    editToken('a.b.c')
    expect(asked).toHaveLength(1)
    await answer(0, 'done')
    setLeeway(30)
    editToken('a.b.c')
    expect(asked).toHaveLength(1)
  })

  test('of a token gone back to gives the right answer, whichever comes first', async () => {
    stop = startVerifier(assessLater)
    editToken('a.b.c')
    editToken('d.e.f')
    editToken('a.b.c')
    await answer(2, 'about def')
    expect(said()).toBe('Checking the signature…')
    const about = asked.findIndex(({ subject }) => subject.token === 'a.b.c')
    await answer(about, 'about abc')
    expect(said()).toBe('about abc')
  })

  test('stops with the verifier', async () => {
    stop = startVerifier(assessLater)
    stop()
    editToken('a.b.c')
    expect(askedFor()).toEqual([''])
  })
})

describe('a check that answers at once', () => {
  test('is told in the same breath, and once for each subject', () => {
    const subjects: Subject[] = []
    stop = startVerifier((subject) => {
      subjects.push(subject)
      return saying(subject.token)
    })
    editToken('a.b.c')
    expect(said()).toBe('a.b.c')
    setLeeway(5)
    editToken('a.b.c')
    expect(subjects.map(({ token }) => token)).toEqual(['', 'a.b.c'])
    editToken('')
    expect(said()).toBe('Paste a token to begin.')
  })

  test('is not overwritten by a slower one for an older subject', async () => {
    stop = startVerifier((subject) =>
      subject.token === 'slow.b.c' ? assessLater(subject) : saying(subject.token),
    )
    editToken('slow.b.c')
    editToken('fast.b.c')
    await answer(0, 'slow')
    expect(said()).toBe('fast.b.c')
  })
})

test('what is checked is the token found, not the text around it', () => {
  const subjects: Subject[] = []
  stop = startVerifier((subject) => {
    subjects.push(subject)
    return saying('')
  })
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.AAAA'
  paste(`curl -H 'Authorization: Bearer ${token}' http://127.0.0.1/`)
  expect(subjects.some((subject) => subject.token === token)).toBe(true)
  expect(subjects.filter(({ token: text }) => text.includes('curl'))).toEqual([])
})
