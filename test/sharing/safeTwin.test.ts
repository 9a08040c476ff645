import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeTwin } from '../../src/sharing/safeTwin.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import {
  encode,
  encryptedToken,
  hmacToken,
  keyPairs,
  keyPairToken,
  strongSecret,
} from '../verification/makeToken.ts'

const read = (token: string) => readAnyForm(token, plainForm)

const decode = (part: string): string => Buffer.from(part, 'base64url').toString()

async function twinOf(token: string) {
  const twin = await makeTwin(read(token))
  if (twin.kind === 'refused') throw new Error(twin.lead)
  const [header = '', payload = '', signature = ''] = twin.token.split('.')
  return { ...twin, header: decode(header), payload: decode(payload), signature }
}

const signed = (payload: string, header: object = {}): string =>
  hmacToken('HS256', strongSecret, payload, header)

describe('a safe twin', () => {
  test('keeps names, order, layout, types and lengths, and none of the values', async () => {
    const twin = await twinOf(
      signed('{ "sub":"Jane-42@Example.com",\n "n": -12.50e3, "list":["ab",7,{"deep":"Zoë"}] }'),
    )
    expect(twin.payload).toBe(
      '{ "sub":"Xxxx-00@Xxxxxxx.xxx",\n "n": -11.11e1, "list":["xx",1,{"deep":"Xxx"}] }',
    )
  })

  test('keeps times, what kind of token it is, and true, false and null', async () => {
    const payload =
      '{"token_type":"access","exp":1767225600,"iat":1767225300,"admin":true,"off":false,"none":null}'
    expect((await twinOf(signed(payload))).payload).toBe(payload)
  })

  test('keeps of the header only short names, and nothing that is put inside them', async () => {
    const { header } = await twinOf(
      signed('{}', {
        typ: 'Jane <jane@x.example>',
        cty: { of: 'Jane' },
        zip: 'DEF',
        crit: ['x-jane'],
      }),
    )
    expect(JSON.parse(header)).toEqual({
      alg: 'HS256',
      typ: 'Xxxx <xxxx@x.xxxxxxx>',
      cty: { of: 'Xxxx' },
      zip: 'DEF',
      crit: ['x-jane'],
    })
  })

  test('hides what only bears the name of a time or a kind', async () => {
    const { payload } = await twinOf(
      signed('{"exp":"Monday","token_type":"of Jane","user":{"id":7}}'),
    )
    expect(payload).toBe('{"exp":"Xxxxxx","token_type":"xx Xxxx","user":{"id":1}}')
  })

  test('keeps of the header only how it is made', async () => {
    const { header } = await twinOf(signed('{}', { kid: 'prod-7', jku: 'https://a.b/c' }))
    expect(header).toBe('{"alg":"HS256","typ":"JWT","kid":"xxxx-0","jku":"xxxxx://x.x/x"}')
  })

  test('is signed with a key that is not the old one', async () => {
    const token = hmacToken('HS256', strongSecret)
    const twin = await twinOf(token)
    expect(twin.isSigned).toBe(true)
    expect(twin.signature).toHaveLength(43)
    expect(twin.token).not.toBe(token)
    expect(hmacToken('HS256', strongSecret, twin.payload).split('.')[2]).not.toBe(twin.signature)
    expect((await twinOf(token)).signature).not.toBe(twin.signature)
  })

  test('is signed with the algorithm of the original', async () => {
    const twin = await twinOf(keyPairToken('ES256', keyPairs.p256))
    expect(twin).toMatchObject({ isSigned: true, header: '{"alg":"ES256"}' })
    expect(twin.signature).toHaveLength(86)
  })

  test('has a third part of the same length where no key can be made', async () => {
    const unknown = `${encode('{"alg":"XX1"}')}.${encode('{}')}.abcdef`
    expect(await twinOf(unknown)).toMatchObject({ isSigned: false, signature: 'AAAAAA' })
    const none = `${encode('{"alg":"none"}')}.${encode('{}')}.`
    expect(await twinOf(none)).toMatchObject({ isSigned: false, signature: '' })
  })

  test('lets no letter and no digit of any value through', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const { payload } = await twinOf(
          `${encode('{"alg":"XX1"}')}.${encode(JSON.stringify({ v: value }))}.`,
        )
        const texts: string[] = []
        JSON.parse(payload, (_, found: unknown) => {
          if (typeof found === 'string') texts.push(found)
          return found
        })
        expect(texts.join('')).toMatch(
          /^[xX0\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]*$/,
        )
      }),
    )
  })

  test.each([
    ['an encrypted token', encryptedToken('{"alg":"dir","enc":"A128GCM"}', 0)],
    ['a fragment', encode('{"alg":"HS256"}')],
    ['a payload that is not JSON', signed('hello')],
    ['a payload that is not in base64url', signed('{}', { b64: false, crit: ['b64'] })],
    ['nothing', ''],
  ])('is not made of %s, and the page says why', async (_, token) => {
    expect(await makeTwin(read(token))).toMatchObject({ kind: 'refused' })
  })
})
