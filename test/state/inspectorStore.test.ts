import { beforeEach, describe, expect, test } from 'vitest'
import { readIntake } from '../../src/intake/readIntake.ts'
import { editKey, inspectorStore, noteInstantReset } from '../../src/state/inspectorStore.ts'
import { clearEverything } from '../../src/state/forget.ts'
import { setLeeway } from '../../src/state/judgeBy.ts'
import {
  backToPasted,
  editToken,
  endPartEdit,
  keepEarly,
  showExactText,
  showToken,
  storeFound,
  takeSample,
  undoIntake,
} from '../../src/state/tokenActs.ts'
import { lateCode } from '../../src/state/lateCode.ts'
import { isCleaned, isEdited, readingOf, toldOf } from '../../src/state/inspectorView.ts'
import { encode, hmacToken, keyPairs, spki, strongSecret } from '../verification/makeToken.ts'
import { box, decoded, paneText, paste, reset, typeInto } from './inspector.ts'

const access = hmacToken('HS256', strongSecret, '{"token_type":"access","user_id":1}')
const refresh = hmacToken('HS256', strongSecret, '{"token_type":"refresh","user_id":1}')
const pair = JSON.stringify({ access, refresh })
const curl = `curl -H 'Authorization: Bearer ${access}' http://127.0.0.1:8000/hello/`
const state = inspectorStore.getState

const takeExample = (key: string | null = 'demo secret'): void =>
  takeSample(
    'fresh-pair',
    { texts: [access, refresh], names: ['Access', 'Refresh'] },
    key,
    'Example.',
  )

function undo(): void {
  const { raw } = state().pasted
  undoIntake(raw, readIntake(raw))
}

beforeEach(reset)

describe('a paste', () => {
  test('puts the token it holds into the box, and keeps the text it came in', () => {
    paste(curl)
    expect(box()).toBe(access)
    expect(state().pasted.raw).toBe(curl)
    expect(toldOf(state()).sentence).toBe('Found in a curl command, header Authorization.')
  })

  test('holds several tokens side by side, the first one shown', () => {
    paste(pair)
    expect(state().current).toEqual([access, refresh])
    expect(state().pasted.names).toEqual(['Access', 'Refresh'])
    expect(box()).toBe(access)
  })

  test('without a token stays in the box as it is', () => {
    paste('hello there')
    expect(box()).toBe('hello there')
    expect(readingOf(state()).form).toBe('empty')
    expect(toldOf(state()).sentence).toMatch(/^No token found\./)
  })

  test('ends an edit, a choice of pane and the token that was chosen', () => {
    paste(pair)
    showToken(1)
    showExactText('payload', true)
    editToken(`${refresh}x`)
    noteInstantReset()
    paste(curl)
    expect(state().shown).toBe(0)
    expect(state().exact).toEqual({ header: null, payload: null })
    expect(state().isInstantReset).toBe(false)
    expect(isEdited(state())).toBe(false)
  })

  test('keeps the leeway', () => {
    setLeeway(30)
    paste(curl)
    expect(state().leeway).toBe(30)
  })
})

describe('a key', () => {
  test('that came with a sample leaves with it', () => {
    takeExample()
    expect(state().key.text).toBe('demo secret')
    expect(state().sample).toEqual({ token: 'fresh-pair', key: 'fresh-pair' })
    paste(curl)
    expect(state().key.text).toBe('')
    expect(state().sample).toEqual({ token: null, key: null })
  })

  test('that came with a sample leaves with it, though the token was edited since', () => {
    takeExample()
    editToken(`${access}x`)
    paste(curl)
    expect(state().key.text).toBe('')
  })

  test('that came with a sample leaves for a sample without one', () => {
    takeExample()
    takeExample(null)
    expect(state().key.text).toBe('')
    expect(state().sample).toEqual({ token: 'fresh-pair', key: null })
  })

  test('that the user typed stays for the next token, with its encoding', () => {
    editKey({ text: 'c2VjcmV0', encoding: 'base64' })
    paste(curl)
    paste(pair)
    expect(state().key).toMatchObject({ text: 'c2VjcmV0', encoding: 'base64' })
  })

  test('that the user typed stays for a sample without one', () => {
    editKey({ text: 'mine' })
    takeExample(null)
    expect(state().key.text).toBe('mine')
  })

  test('of a sample becomes the user’s own once it is changed', () => {
    takeExample()
    editKey({ text: 'demo secret 2' })
    paste(curl)
    expect(state().key.text).toBe('demo secret 2')
  })

  test('that is pasted goes to the key box and leaves the token alone', () => {
    paste(curl)
    editKey({ encoding: 'hex' })
    const pem = spki(keyPairs.rsa)
    paste(pem)
    expect(box()).toBe(access)
    expect(state().key.text.trim()).toBe(pem.trim())
    expect(toldOf(state()).sentence).toBe('That is a key, not a token: placed in the key box.')
    expect(isEdited(state())).toBe(false)
  })

  test('that is pasted beside an example is the user’s own', () => {
    takeExample()
    paste(spki(keyPairs.rsa))
    expect(state().sample).toEqual({ token: 'fresh-pair', key: null })
    paste(curl)
    expect(state().key.text).toContain('BEGIN PUBLIC KEY')
  })

  test('that is pasted is told of only until something else happens', () => {
    paste(curl)
    paste(spki(keyPairs.rsa))
    editKey({ text: 'other' })
    expect(toldOf(state()).sentence).toBe('Found in a curl command, header Authorization.')
  })
})

describe('an edit', () => {
  test('is one only where the text differs from what was found', () => {
    paste(curl)
    expect(isEdited(state())).toBe(false)
    editToken(`${access}x`)
    expect(isEdited(state())).toBe(true)
    editToken(access)
    expect(isEdited(state())).toBe(false)
  })

  test('belongs to one token: the other is as it was found', () => {
    paste(pair)
    editToken(`${access}x`)
    showToken(1)
    expect(isEdited(state())).toBe(false)
    expect(box()).toBe(refresh)
    showToken(0)
    expect(isEdited(state())).toBe(true)
    expect(box()).toBe(`${access}x`)
  })

  test('is taken back for the shown token alone, by Back to what I pasted', () => {
    paste(pair)
    editKey({ text: 'mine' })
    editToken('a')
    showToken(1)
    editToken('b')
    backToPasted()
    expect(state().current).toEqual(['a', refresh])
    expect(state().key.text).toBe('mine')
    expect(state().pasted.raw).toBe(pair)
  })

  test('makes an example the user’s own text, and keeps its key', () => {
    takeExample()
    editToken(`${access}x`)
    expect(state().sample).toEqual({ token: null, key: 'fresh-pair' })
  })

  test('of text that no paste began is no edit of anything', () => {
    editToken('abc')
    expect(isEdited(state())).toBe(false)
    backToPasted()
    expect(box()).toBe('abc')
  })
})

describe('Undo', () => {
  test('is there only where something was taken out', () => {
    expect(isCleaned(state())).toBe(false)
    paste(access)
    expect(isCleaned(state())).toBe(false)
    paste(curl)
    expect(isCleaned(state())).toBe(true)
    undo()
    expect(isCleaned(state())).toBe(false)
  })

  test('brings back the text as it came in, and still reads the token in it', () => {
    paste(curl)
    undo()
    expect(box()).toBe(curl)
    expect(readingOf(state()).text).toBe(access)
    expect(isEdited(state())).toBe(false)
    expect(toldOf(state()).sentence).toBe('Found in a curl command, header Authorization.')
  })

  test('makes one box of several tokens', () => {
    paste(pair)
    showToken(1)
    undo()
    expect(state().current).toEqual([pair])
    expect(box()).toBe(pair)
  })

  test('and then Back to what I pasted leads to the text as it came in', () => {
    paste(curl)
    undo()
    editToken(`${curl} `)
    expect(isEdited(state())).toBe(true)
    backToPasted()
    expect(box()).toBe(curl)
  })

  test('keeps the key', () => {
    paste(curl)
    editKey({ text: 'mine' })
    undo()
    expect(state().key.text).toBe('mine')
  })
})

describe('text that stood in the box before the page was ready', () => {
  test('stays as it stands, and the token in it is read', () => {
    keepEarly(curl, readIntake(curl))
    expect(box()).toBe(curl)
    expect(readingOf(state()).text).toBe(access)
  })

  test('is told apart where it holds several tokens', () => {
    keepEarly(pair, readIntake(pair))
    expect(state().current).toEqual([access, refresh])
  })

  test('stays where it holds no token', () => {
    keepEarly('hello', readIntake('hello'))
    expect(box()).toBe('hello')
  })
})

describe('Clear everything', () => {
  test('forgets tokens, keys, samples, leeway and what came of them', () => {
    takeExample()
    editKey({ text: 'secret', encoding: 'hex' })
    editToken('x')
    setLeeway(30)
    showExactText('header', true)
    clearEverything()
    expect(state()).toEqual({ ...inspectorStore.getInitialState(), late: lateCode })
    expect(JSON.stringify(state())).not.toContain('secret')
  })
})

describe('the leeway', () => {
  test.each([
    [30, 30],
    [0, 0],
    [1.9, 1],
    [-5, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('%d counts as %d', (typed, counted) => {
    setLeeway(10)
    setLeeway(typed)
    expect(state().leeway).toBe(counted)
  })
})

describe('an edit in a pane', () => {
  const [header = '', payload = '', signature = ''] = access.split('.')

  test('rewrites that segment and leaves the others byte for byte', () => {
    paste(access)
    typeInto('payload', (text) => text.replace('1', '2'))
    const [head, body, tail] = box().split('.')
    expect([head, tail]).toEqual([header, signature])
    expect(Buffer.from(body ?? '', 'base64url').toString()).toBe(
      '{"token_type":"access","user_id":2}',
    )
    typeInto('header', (text) => text.replace('JWT', 'JOSE'))
    expect(box().split('.').slice(1)).toEqual([body, signature])
  })

  test('leaves others alone even where they are badly written', () => {
    const odd = `${header}==.${payload}.${signature.slice(0, -2)}+/ `
    paste('x')
    editToken(odd)
    typeInto('payload', (text) => text.replace('1', '2'))
    expect(box().startsWith(`${header}==.`)).toBe(true)
    expect(box().endsWith(`.${signature.slice(0, -2)}+/ `)).toBe(true)
  })

  test('changes the characters typed and no other: line ends, blanks, order, numbers, escapes', () => {
    const source = '{"b" : 1.50e3,\r\n\t"a":[ 12345678901234567890 ],"b":"\\u0041é"}\r\n'
    paste(hmacToken('HS256', strongSecret, source))
    expect(paneText('payload')).not.toContain('\r')
    typeInto('payload', (text) => text.replace('1.50e3', '1.51e3'))
    expect(decoded('payload')).toBe(source.replace('1.50e3', '1.51e3'))
  })

  test('through the layout changes the characters typed and no other', () => {
    const source = '{ "a":{"b":[1,2 ,3]} , "c":"x" }'
    paste(hmacToken('HS256', strongSecret, source))
    expect(paneText('payload')).toContain('\n')
    typeInto('payload', (text) => text.replace('"x"', '"yz"'))
    expect(decoded('payload')).toBe(source.replace('"x"', '"yz"'))
    endPartEdit()
    typeInto('payload', (text) => text.replace('2', '22'))
    expect(decoded('payload')).toBe('{ "a":{"b":[1,22 ,3]} , "c":"yz" }')
  })

  test('holds its layout still while the text is no JSON', () => {
    paste(access)
    typeInto('payload', (text) => text.replace('1', ''))
    expect(paneText('payload')).toBe('{\n  "token_type": "access",\n  "user_id": \n}')
    typeInto('payload', (text) => text.replace('"user_id": ', '"user_id": 7'))
    expect(decoded('payload')).toBe('{"token_type":"access","user_id":7}')
  })

  test('that changes nothing leaves a token that was written oddly as it was', () => {
    const padded = `${header}==.${payload}=.${signature}`
    paste(padded)
    const before = box()
    typeInto('payload', (text) => text)
    expect(box()).toBe(before)
    expect(isEdited(state())).toBe(false)
  })

  test('does not touch the tokens beside it', () => {
    paste(pair)
    typeInto('payload', (text) => text.replace('1', '2'))
    expect(state().current[1]).toBe(refresh)
    expect(state().pasted.tokens).toEqual([access, refresh])
    expect(isEdited(state())).toBe(true)
  })

  test('works on the token found in a longer text, and leaves the rest of the text', () => {
    paste(curl)
    undoIntake(curl, readIntake(curl))
    typeInto('payload', (text) => text.replace('1', '2'))
    const [before, after] = curl.split(access)
    expect(box().startsWith(before ?? '?')).toBe(true)
    expect(box().endsWith(after ?? '?')).toBe(true)
    expect(readingOf(state()).text).toBe(
      `${header}.${encode('{"token_type":"access","user_id":2}')}.${signature}`,
    )
    expect(readingOf(state()).faults).toEqual([])
    typeInto('payload', (text) => text.replace('2', '23'))
    expect(decoded('payload')).toBe('{"token_type":"access","user_id":23}')
  })

  test('works on a token that was wrapped over several lines', () => {
    const wrapped = `Bearer ${access.slice(0, 60)}\n${access.slice(60)}`
    paste(wrapped)
    undoIntake(wrapped, readIntake(wrapped))
    expect(readingOf(state()).text).toBe(access)
    typeInto('payload', (text) => text.replace('1', '2'))
    expect(decoded('payload')).toBe('{"token_type":"access","user_id":2}')
  })

  test('works where text was typed around the token', () => {
    paste(access)
    const typed = `token: ${access} end`
    editToken(typed)
    storeFound(typed, readIntake(typed))
    typeInto('payload', (text) => text.replace('1', '2'))
    expect(box().startsWith('token: ')).toBe(true)
    expect(box().endsWith(' end')).toBe(true)
    expect(readingOf(state()).text).toBe(
      `${header}.${encode('{"token_type":"access","user_id":2}')}.${signature}`,
    )
  })

  test('can empty the payload and fill it again', () => {
    paste(access)
    typeInto('payload', () => '')
    expect(box()).toBe(`${header}..${signature}`)
    typeInto('payload', () => '{"sub":"$&$1"}')
    expect(box()).toBe(`${header}.${encode('{"sub":"$&$1"}')}.${signature}`)
  })
})
