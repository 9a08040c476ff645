/** What becomes of token and key on Sign and on Generate key, and how does either go back? Loaded late. decisions.md A2. */
import { createStore } from 'zustand/vanilla'
import type { Algorithm } from '../algorithms/algorithm.ts'
import { algorithmNamed } from '../algorithms/algorithms.ts'
import { generateKey, isGeneratable } from '../keys/generateKey.ts'
import { stringMember } from '../token/jsonText.ts'
import { algorithmOf, type TokenReading } from '../token/readToken.ts'
import { loadLibraryCurves } from '../verification/libraryCurves.ts'
import { signReading } from '../verification/signReading.ts'
import { rewriteFound } from './editPart.ts'
import { boxTextOf, editKey, type Inspector, inspectorStore } from './inspectorStore.ts'
import { foundOf, partOf, readingOf } from './inspectorView.ts'
import { keyReadingOf } from './lateView.ts'

/** Each entry lasts as long as what it is about: `shown` counts tokens from 0. */
export interface SigningActs {
  /** The text of the box that was made, and what stood there before. */
  signed: {
    text: string
    shown: number
    deed: 'Signed' | 'Encrypted'
    alg: string
    before: { text: string; box: Inspector['box']; sample: string | null }
  } | null
  /** Why nothing was made. */
  refused: { lead: string; rest: string } | null
  /** The key that was made, and what was in the key box before. */
  generated: {
    text: string
    alg: string
    inWords: string
    before: Pick<Inspector, 'key' | 'sample'>
  } | null
}

const none: SigningActs = { signed: null, refused: null, generated: null }

export const signStore = createStore<SigningActs>(() => none)

/** Fetches what the acts here ask for only when they are done. */
export async function loadSigning(): Promise<void> {
  await Promise.allSettled([import('../encryption/encryptToken.ts'), loadLibraryCurves()])
}

/** Whether the header asks for a signature or, with an encryption algorithm and `enc`, for encryption. */
export function deedOf(reading: TokenReading): 'Sign' | 'Encrypt' {
  const algorithm = headerAlgorithm(reading)
  const isSealed = reading.form === 'jwe' || stringMember(reading.joseHeader, 'enc') !== null
  return algorithm?.family === 'encryption' && isSealed ? 'Encrypt' : 'Sign'
}

/** The algorithm that Generate key makes a key for; null where there is none. */
export function generatableOf(reading: TokenReading): Algorithm | null {
  const algorithm = headerAlgorithm(reading)
  return algorithm && isGeneratable(algorithm, encOf(reading)) ? algorithm : null
}

function headerAlgorithm(reading: TokenReading): Algorithm | null {
  const name = algorithmOf(reading)
  return (name === null ? undefined : algorithmNamed(name)) ?? null
}

const encOf = ({ joseHeader }: TokenReading): string | null => stringMember(joseHeader, 'enc')

type Made = { kind: 'made'; text: string } | { kind: 'refused'; lead: string; rest: string }

/** Signs or encrypts the shown token in its place. Dropped where token or key changed meanwhile. Never rejects. */
export async function signShown(): Promise<void> {
  const asked = inspectorStore.getState()
  const reading = readingOf(asked)
  const deed = deedOf(reading)
  const made = await (deed === 'Sign' ? sign(asked, reading) : encrypt(asked, reading))
  const before = inspectorStore.getState()
  const isCurrent = before.current === asked.current && before.shown === asked.shown
  if (!isCurrent || before.key !== asked.key) return
  if (made.kind === 'refused') {
    signStore.setState({ signed: null, refused: { lead: made.lead, rest: made.rest } })
    return
  }
  const found = foundOf(before)
  if (found === null) return
  rewriteFound(found, made.text)
  signStore.setState({
    refused: null,
    signed: {
      text: boxTextOf(inspectorStore.getState()),
      shown: before.shown,
      deed: deed === 'Sign' ? 'Signed' : 'Encrypted',
      alg: algorithmOf(reading) ?? '',
      before: { text: boxTextOf(before), box: before.box, sample: before.sample.token },
    },
  })
}

async function sign(inspector: Inspector, reading: TokenReading): Promise<Made> {
  const signing = await signReading(reading, keyReadingOf(inspector))
  return signing.kind === 'signed' ? { kind: 'made', text: signing.token } : signing
}

async function encrypt(inspector: Inspector, reading: TokenReading): Promise<Made> {
  const payload = partOf(inspector, 'payload')
  if (payload === null)
    return refused(
      'The content is still hidden.',
      'Put the key that opens this token in the key box; then it can be encrypted anew.',
    )
  const { text, encoding } = inspector.key
  const header = reading.header?.decoded.text ?? ''
  try {
    const { encryptToken } = await import('../encryption/encryptToken.ts')
    const making = await encryptToken(header, payload.bytes, text, encoding)
    return making.kind === 'made' ? { kind: 'made', text: making.token } : making
  } catch {
    return refused('The part of this page that encrypts did not load.', 'Reload the page.')
  }
}

const refused = (lead: string, rest: string): Made => ({ kind: 'refused', lead, rest })

/** The token as it was before it was signed. */
export function backToUnsigned(): void {
  const { signed } = signStore.getState()
  if (!signed) return
  const { text, box, sample } = signed.before
  inspectorStore.setState(({ current, sample: { key } }) => ({
    current: current.with(signed.shown, text),
    box,
    sample: { token: sample, key },
    partEdit: null,
  }))
}

/** Puts a new key for the header's algorithm into the key box. Dropped where the key was edited meanwhile. */
export async function generateForShown(): Promise<void> {
  const asked = inspectorStore.getState()
  const reading = readingOf(asked)
  const algorithm = headerAlgorithm(reading)
  if (algorithm === null) return
  const made = await generateKey(algorithm, encOf(reading))
  const { key, sample } = inspectorStore.getState()
  if (key !== asked.key) return
  if (made.kind === 'refused') {
    signStore.setState({ refused: { lead: made.lead, rest: made.rest } })
    return
  }
  const { text, encoding, inWords } = made
  editKey({ text, encoding })
  signStore.setState({
    generated: { text, alg: algorithm.name, inWords, before: { key, sample } },
  })
}

/** The key as it was before the new one. */
export function backToOldKey(): void {
  const { generated } = signStore.getState()
  if (!generated) return
  const { key, sample } = generated.before
  const { token } = inspectorStore.getState().sample
  inspectorStore.setState({ key, sample: { token, key: sample.key } })
}

// no token and no key is kept once it has left the page
inspectorStore.subscribe((inspector, previous) => {
  const { signed, refused: refusal, generated } = signStore.getState()
  if (signed && inspector.current[signed.shown] !== signed.text)
    signStore.setState({ signed: null })
  const isSame = inspector.current === previous.current && inspector.key === previous.key
  if (refusal && !isSame) signStore.setState({ refused: null })
  if (generated && inspector.key.text !== generated.text) signStore.setState({ generated: null })
})
