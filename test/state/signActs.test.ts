import { beforeEach, describe, expect, test } from 'vitest'
import { openToken } from '../../src/encryption/openToken.ts'
import { editKey, inspectorStore, storeAssessment } from '../../src/state/inspectorStore.ts'
import { clearEverything } from '../../src/state/forget.ts'
import { isEdited, readingOf, subjectOf } from '../../src/state/inspectorView.ts'
import {
  backToOldKey,
  backToUnsigned,
  deedOf,
  generatableOf,
  generateForShown,
  signShown,
  signStore,
} from '../../src/state/signActs.ts'
import { backToPasted, editToken, showToken } from '../../src/state/tokenActs.ts'
import { withText } from '../../src/token/segment.ts'
import { readUtf8, writeUtf8 } from '../../src/token/utf8.ts'
import { checking } from '../../src/judgement/assessment.ts'
import { partsOf } from '../encryption/parts.ts'
import {
  check,
  claims,
  encode,
  hmacOf,
  hmacToken,
  keyPairs,
  spki,
  strongSecret,
} from '../verification/makeToken.ts'
import { box, paste, reset, typeInto } from './inspector.ts'

const token = hmacToken('HS256', strongSecret)
const state = inspectorStore.getState

/** What Sign says. */
const refusal = (): string => {
  const { refused } = signStore.getState()
  return refused ? `${refused.lead} ${refused.rest}` : ''
}

const partsBut = (text: string, part: number): string[] =>
  text.split('.').filter((_, index) => index !== part)

/** The algorithm for which a key is offered. */
function offeredFor(header: string): string | null {
  editToken(`${encode(header)}.e30.`)
  return generatableOf(readingOf(state()))?.name ?? null
}

const made = (): string => signStore.getState().generated?.inWords ?? ''

beforeEach(() => {
  reset()
  signStore.setState(signStore.getInitialState(), true)
})

describe('Sign', () => {
  test('gives an edited token a signature that passes, and leaves what was pasted alone', async () => {
    paste(token)
    editKey({ text: strongSecret })
    typeInto('payload', (text) => text.replace('John Doe', 'Johanna'))
    const edited = box()
    expect((await check(edited, strongSecret)).kind).toBe('mismatch')
    await signShown()
    expect(partsBut(box(), 2)).toEqual(partsBut(edited, 2))
    expect((await check(box(), strongSecret)).kind).toBe('verified')
    expect(state().pasted.tokens).toEqual([token])
    expect(isEdited(state())).toBe(true)
    backToPasted()
    expect(box()).toBe(token)
  })

  test('changes no claim: iat stays what it was', async () => {
    paste(hmacToken('HS256', strongSecret, '{"iat":1,"exp":2}'))
    editKey({ text: `${strongSecret}, another` })
    await signShown()
    expect(readingOf(state()).payload?.decoded.text).toBe('{"iat":1,"exp":2}')
  })

  test('has the token before it one press away', async () => {
    paste(token)
    editKey({ text: strongSecret })
    typeInto('payload', (text) => text.replace('John Doe', 'Johanna'))
    const edited = box()
    await signShown()
    backToUnsigned()
    expect(box()).toBe(edited)
    expect(signStore.getState().signed).toBeNull()
  })

  test('goes back in its own tab alone', async () => {
    const other = hmacToken('HS256', strongSecret, '{"token_type":"refresh"}')
    paste(JSON.stringify({ access: token, refresh: other }))
    editKey({ text: `${strongSecret}!` })
    await signShown()
    showToken(1)
    typeInto('payload', (text) => text.replace('refresh', 'access'))
    const edited = box()
    backToUnsigned()
    expect(state().current).toEqual([token, edited])
  })

  test('signs the token where it stands among other words', async () => {
    editToken(`Bearer ${token} and so on`)
    const found = { text: token, start: 7, rawAt: null }
    inspectorStore.setState({
      box: { text: box(), found, told: { sentence: '', warnings: [] } },
    })
    const other = `${strongSecret}!`
    editKey({ text: other })
    await signShown()
    const [head, body] = token.split('.')
    const mac = hmacOf('HS256', other, `${head}.${body}`)
    expect(box()).toBe(`Bearer ${head}.${body}.${mac} and so on`)
    backToUnsigned()
    expect(box()).toBe(`Bearer ${token} and so on`)
    expect(readingOf(state()).text).toBe(token)
  })

  test('says what is missing, and stops saying so once something changes', async () => {
    paste(token)
    await signShown()
    expect(refusal()).toBe(
      'A key is missing. HS256 signs with a shared secret of at least 32 bytes. Put it in the key box, or press Generate key.',
    )
    expect(box()).toBe(token)
    editKey({ text: 'x' })
    expect(refusal()).toBe('')
  })

  test('is dropped where the token changed while it was signed', async () => {
    paste(token)
    editKey({ text: strongSecret })
    const signing = signShown()
    editToken('something else')
    await signing
    expect(box()).toBe('something else')
    expect(signStore.getState().signed).toBeNull()
  })

  test('forgets tokens and keys with everything else', async () => {
    paste(token)
    editKey({ text: `${strongSecret}!` })
    await signShown()
    await generateForShown()
    clearEverything()
    expect(signStore.getState()).toEqual({ signed: null, refused: null, generated: null })
  })
})

describe('Encrypt', () => {
  const header = encode('{"alg":"dir","enc":"A256GCM"}')
  const keyText = encode(new Uint8Array(32).fill(5))

  test('makes five parts of the payload where the header asks for it', async () => {
    paste(token)
    editToken(`${header}.${encode(claims)}.`)
    expect(deedOf(readingOf(state()))).toBe('Encrypt')
    editKey({ text: keyText, encoding: 'base64url' })
    await signShown()
    const opening = await openToken(partsOf(box()), keyText, 'base64url')
    expect(opening.kind === 'opened' && readUtf8(opening.plaintext).text).toBe(claims)
    expect(signStore.getState().signed).toMatchObject({ deed: 'Encrypted', alg: 'dir' })
    backToUnsigned()
    expect(box()).toBe(`${header}.${encode(claims)}.`)
  })

  test('encrypts anew what a key has opened', async () => {
    editToken(`${header}..AAAA.AAAA.AAAA`)
    const bytes = writeUtf8('{"a":1}')
    const opened = withText({ start: 0, end: 0, text: '', bytes, isApart: true })
    editKey({ text: keyText, encoding: 'base64url' })
    storeAssessment(subjectOf(state()), { ...checking, opened })
    await signShown()
    const opening = await openToken(partsOf(box()), keyText, 'base64url')
    expect(opening.kind === 'opened' && readUtf8(opening.plaintext).text).toBe('{"a":1}')
  })

  test('wants an encrypted token opened first', async () => {
    editToken(`${header}..AAAA.AAAA.AAAA`)
    await signShown()
    expect(refusal()).toBe(
      'The content is still hidden. Put the key that opens this token in the key box; then it can be encrypted anew.',
    )
  })

  test('is not what a header without enc asks for', () => {
    editToken(`${encode('{"alg":"dir"}')}.${encode(claims)}.`)
    expect(deedOf(readingOf(state()))).toBe('Sign')
  })
})

describe('Generate key', () => {
  test('puts a secret of the right length into the key box, that signs at once', async () => {
    paste(hmacToken('HS512', strongSecret))
    await generateForShown()
    expect(made()).toBe('A secret of 64 bytes')
    expect(state().key).toMatchObject({ encoding: 'base64url', isFromToken: false })
    await signShown()
    const { text, encoding } = state().key
    expect((await check(box(), text, encoding)).kind).toBe('verified')
  })

  test('gives back the key that stood there, with its encoding', async () => {
    paste(token)
    editKey({ text: '00ff', encoding: 'hex' })
    await generateForShown()
    expect(state().key.text).not.toBe('00ff')
    backToOldKey()
    expect(state().key).toEqual({ text: '00ff', encoding: 'hex', isFromToken: false })
    expect(signStore.getState().generated).toBeNull()
  })

  test('leaves a key alone that was typed while it was made', async () => {
    paste(token)
    const making = generateForShown()
    editKey({ text: 'mine' })
    await making
    expect(state().key.text).toBe('mine')
  })

  test('is offered for the algorithm of the header alone', () => {
    expect(offeredFor('{"alg":"ES256K"}')).toBe('ES256K')
    expect(offeredFor('{"alg":"dir","enc":"A128GCM"}')).toBe('dir')
    expect(offeredFor('{"alg":"dir"}')).toBeNull()
    expect(offeredFor('{"alg":"none"}')).toBeNull()
    expect(offeredFor('{"alg":"HS265"}')).toBeNull()
  })

  test('makes an RSA pair whose private key signs', async () => {
    paste(token)
    editToken(`${encode('{"alg":"RS256"}')}.${encode(claims)}.`)
    editKey({ text: spki(keyPairs.rsa) })
    await generateForShown()
    expect(made()).toBe('An RSA private key of 2048 bits')
    await signShown()
    expect((await check(box(), state().key.text)).kind).toBe('verified')
  })
})
