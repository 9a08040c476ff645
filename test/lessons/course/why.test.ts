import { describe, expect, it } from 'vitest'
import {
  isHarmless,
  JSON_REWRITES,
  writePayload,
  writeXml,
  XML_REWRITES,
} from '../../../src/lessons/boards/canonicalBoard.ts'
import { factsForTheSameRoom, fillEnvelopes } from '../../../src/lessons/boards/envelopeBoard.ts'
import { tokenOf } from '../tokenOf.ts'

describe('the two envelopes', () => {
  const token = tokenOf({ sub: '1234567890', name: 'John Doe', admin: true })

  it('take 68 and 664 characters for the three facts of the notes', () => {
    const { jwt, saml } = fillEnvelopes({ whose: 'notes', count: 3 }, token)
    expect(jwt.text).toBe('{"sub":"1234567890","name":"John Doe","admin":true}')
    expect(jwt.encodedLength).toBe(68)
    expect(saml.encodedLength).toBe(btoa(saml.text).length)
    expect(saml.encodedLength).toBe(664)
  })

  it('hold 26 facts in the room of those three', () => {
    expect(factsForTheSameRoom(token)).toBe(26)
    const room = fillEnvelopes({ whose: 'notes', count: 3 }, token).saml.encodedLength
    expect(fillEnvelopes({ whose: 'notes', count: 25 }, token).jwt.encodedLength).toBeLessThan(room)
    expect(
      fillEnvelopes({ whose: 'notes', count: 26 }, token).jwt.encodedLength,
    ).toBeGreaterThanOrEqual(room)
  })

  it('put the learner’s dates, issuer and audience where SAML has a place for them', () => {
    const own = tokenOf({
      iss: 'https://a.example',
      aud: ['api', 'b&b'],
      exp: 1_700_000_300,
      nbf: 'soon',
      user_id: 7,
      jti: 'a b:c',
    })
    const { saml } = fillEnvelopes({ whose: 'own', count: 6 }, own)
    expect(saml.text).toContain('<saml:Issuer>https://a.example</saml:Issuer>')
    expect(saml.text).toContain('<saml:Conditions NotOnOrAfter="2023-11-14T22:18:20Z">')
    expect(saml.text).toContain('<saml:Audience>b&amp;b</saml:Audience>')
    expect(saml.text).toContain('<saml:NameID>7</saml:NameID>')
    expect(saml.text).toContain('<saml:Attribute Name="nbf">')
    expect(saml.text).toContain('ID="_a-b-c"')
  })

  it('grow with every fact', () => {
    const lengths = Array.from({ length: 27 }, (_, index) => {
      const { jwt, saml } = fillEnvelopes({ whose: 'notes', count: index + 1 }, token)
      return [jwt.encodedLength, saml.encodedLength] as const
    })
    for (const [index, [jwt, saml]] of lengths.entries()) {
      const [jwtBefore, samlBefore] = lengths[index - 1] ?? [0, 0]
      expect(jwt).toBeGreaterThan(jwtBefore)
      expect(saml).toBeGreaterThan(samlBefore)
    }
  })
})

describe('writing it another way', () => {
  it.each(XML_REWRITES)('changes the XML text by %s', (rewrite) => {
    expect(writeXml([rewrite]).text).not.toBe(writeXml([]).text)
  })

  it('leaves the digest of the XML in five ways, and breaks it in two', () => {
    expect(XML_REWRITES.filter(isHarmless)).toEqual([
      'order',
      'quotes',
      'namespace',
      'empty',
      'line-ends',
    ])
    expect(writeXml(XML_REWRITES.filter(isHarmless)).digest).toBe(writeXml([]).digest)
  })

  it.each(JSON_REWRITES)('changes the digest of the JSON by %s', (rewrite) => {
    const { digest } = writePayload([rewrite])
    expect(digest).not.toBe(writePayload([]).digest)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says the same facts in every way of writing JSON', () => {
    expect(JSON.parse(writePayload(JSON_REWRITES).text)).toEqual(JSON.parse(writePayload([]).text))
  })
})
